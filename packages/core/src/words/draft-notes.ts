// What is said in the comments of a spec that was drafted: typed facts. Their sentences are the languages'.

/** A note on one line of a draft. */
export type DraftNote =
  /** `code` as the spec writes it; `label` where it has one. */
  | { readonly is: 'no answer'; readonly code: string; readonly label: string | null }
  | { readonly is: 'no answers'; readonly codes: readonly string[] }
  | { readonly is: 'no label' | 'slip'; readonly value: number }
  | { readonly is: 'two codes' | 'shared labels' | 'range of answers' | 'category without labels' | 'called so' }
  | { readonly is: 'scale by answers' | 'scale like others' | 'scale by numbers' | 'answers'; readonly low: number; readonly high: number }
  | { readonly is: 'scale of words'; readonly points: number; readonly found: number }
  | { readonly is: 'against the others' | 'reversed by pattern' }
  /** What the codebook says; the correlations say otherwise. */
  | { readonly is: 'codebook on direction'; readonly reversed: boolean }
  | { readonly is: 'one dimension'; readonly since: 'names' | 'answers' }
  /** Columns whose answers would fit. */
  | { readonly is: 'not found'; readonly fitting: readonly string[] }
  | { readonly is: 'no codes'; readonly column: string }
  | { readonly is: 'no code for'; readonly levels: readonly string[] }
  | { readonly is: 'codes of the original' | 'groups by labels' | 'codes by order' | 'codes of what is left' | 'codes of no level' }
  | { readonly is: 'yes and no'; readonly yes: string; readonly no: string; readonly question: string | null }
  | { readonly is: 'name alone' | 'little in common' | 'another alike' };

/** Columns that a draft does not declare, by why. */
export type DraftAside = 'blank' | 'constant' | 'date' | 'text' | 'name' | 'several' | 'no question';

export type DraftRole = 'weight' | 'stratum' | 'psu';
