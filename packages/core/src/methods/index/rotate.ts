// Rotations of an index. One more is one more entry here.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { OBLIMIN_DELTA_LIMIT, oblimin, PROMAX_KAPPA, promax, type ObliqueRotation } from '../../procedures/factor/oblique.ts';
import { arrange, orderAndSigns, orthomax, quartimax, varimax } from '../../procedures/factor/varimax.ts';
import { option, type Chosen } from '../../contract/option.ts';

export interface Turned {
  /** The pattern, where factors correlate. */
  readonly loadings: number[][];
  /** Of the factors; null where they are uncorrelated. */
  readonly correlations: number[][] | null;
  /** Null when nothing was iterated. */
  readonly sweeps: { readonly iterations: number; readonly converged: boolean } | null;
}

export interface Rule {
  readonly kind: string;
  readonly kaiser?: boolean;
  readonly kappa?: number;
  readonly delta?: number;
}
/** What is turned: `V√D`, `components of R`. */
export interface Unrotated {
  readonly sign: string;
  readonly of: string;
}
interface Rotation {
  /** Null where the solution cannot be turned so. */
  readonly turn: (unrotated: Matrix, rule: Rule) => Turned | null;
  /** Factors may correlate. */
  readonly oblique?: true;
  /** What the table of loadings says; `{extraction}` and `{iterations}` are filled in. */
  readonly note: (rule: Rule) => string;
  /** How a hover says what the loadings are. */
  readonly formula: (rule: Rule, from: Unrotated) => { readonly loadings: string; readonly source: string };
}

const swept =
  (name: string) =>
  ({ kaiser = true }: Rule): string =>
    `{extraction}, ${name}${kaiser ? ' with Kaiser normalisation' : ' without normalisation'} ` +
    `({iterations} iterations by SPSS’s stopping rule).`;
const sweeping =
  (criterion: string, source: string) =>
  ({ kaiser = true }: Rule, { sign, of }: Unrotated): { readonly loadings: string; readonly source: string } => ({
    loadings: `Λ = ${sign}·T: ${of}, turned so that ${criterion} is largest` + `${kaiser ? ' over rows brought to length 1 (Kaiser)' : ''}`,
    source,
  });
const iterated = (found: { readonly loadings: number[][]; readonly iterations: number; readonly converged: boolean }): Turned => ({
  loadings: found.loadings,
  correlations: null,
  sweeps: { iterations: found.iterations, converged: found.converged },
});

/** Powers beyond it are 0 for all but the largest loading of an item. */
const MOST_KAPPA = 20;

const slanted = (found: ObliqueRotation | null): Turned | null =>
  // As SPSS has it: what did not converge is no rotation.
  found === null || !found.converged
    ? null
    : { loadings: found.loadings, correlations: found.correlations, sweeps: { iterations: found.iterations, converged: true } };
/** `{value}` is the author's κ or δ. */
const slantedNote =
  (name: string) =>
  ({ kaiser = true }: Rule): string =>
    `{extraction}, ${name}{value}${kaiser ? ' with Kaiser normalisation' : ' without normalisation'}. ` +
    'Factors may correlate: loadings are the pattern.';
/** What stands for `{value}` in the note: nothing where the author gives none. */
export const valueOfRotation = ({ kappa, delta }: Rule): string =>
  kappa === undefined ? (delta === undefined ? '' : ` δ ${String(delta)}`) : ` κ ${String(kappa)}`;
const promaxed = {
  oblique: true,
  note: slantedNote('promax'),
  formula: (_: Rule, { of }: Unrotated) => ({
    loadings: `pattern of ${of}: varimax loadings turned towards their own powers (κ + 1), factors free to correlate`,
    source: 'Hendrickson & White 1964, British Journal of Statistical Psychology 17:65–70; IBM SPSS Statistics Algorithms, FACTOR',
  }),
  turn: (unrotated: Matrix, { kaiser = true, kappa = PROMAX_KAPPA }: Rule) => slanted(promax(unrotated, { kaiser, kappa })),
} as const;
const obliminned = {
  oblique: true,
  note: slantedNote('direct oblimin'),
  formula: (_: Rule, { of }: Unrotated) => ({
    loadings: `pattern of ${of}: factors free to correlate, with the least Σⱼ≠ₗ(Σᵢλ²ᵢⱼλ²ᵢₗ − δ/p·Σᵢλ²ᵢⱼ·Σᵢλ²ᵢₗ)`,
    source: 'Jennrich & Sampson 1966, Psychometrika 31:313–323',
  }),
  turn: (unrotated: Matrix, { kaiser = true, delta = 0 }: Rule) => slanted(oblimin(unrotated, { kaiser, delta })),
} as const;

export const rotate = option<Rotation>()({
  word: 'rotate',
  weighted: true,
  doc: 'How the kept components are rotated.',
  example: 'rotate varimax',
  default: 'varimax',
  defaultSays: 'varimax (Kaiser-normalised)',
  choices: {
    varimax: {
      doc: 'Varimax with Kaiser normalisation, as SPSS has it.',
      phrase: ['varimax', { kaiser: { unless: 'raw', doc: 'Varimax without Kaiser normalisation.' } }],
      note: swept('varimax'),
      formula: sweeping('the variance of the squared loadings of each component', 'Kaiser 1958, Psychometrika 23:187–200'),
      turn: (unrotated, rule) => iterated(varimax(unrotated, { kaiser: rule.kaiser ?? true })),
    },
    none: {
      doc: 'The components as they are extracted.',
      formula: (_, { sign, of }) => ({ loadings: `Λ = ${sign}: ${of}, not rotated`, source: 'IBM SPSS Statistics Algorithms, FACTOR' }),
      note: () => '{extraction}, not rotated.',
      turn: (unrotated) => {
        const { order, signs } = orderAndSigns(unrotated);
        return { loadings: arrange(unrotated, order, signs), correlations: null, sweeps: null };
      },
    },
    quartimax: {
      doc: 'Quartimax with Kaiser normalisation: as few components an item as can be.',
      phrase: ['quartimax', { kaiser: { unless: 'raw', doc: 'Quartimax without Kaiser normalisation.' } }],
      note: swept('quartimax'),
      formula: sweeping('Σλ⁴', 'Neuhaus & Wrigley 1954, British Journal of Statistical Psychology 7:81–91'),
      turn: (unrotated, rule) => iterated(quartimax(unrotated, { kaiser: rule.kaiser ?? true })),
    },
    equamax: {
      doc: 'Equamax with Kaiser normalisation: between varimax and as even a share of every component as can be.',
      phrase: ['equamax', { kaiser: { unless: 'raw', doc: 'Equamax without Kaiser normalisation.' } }],
      note: swept('equamax'),
      formula: sweeping('Σλ⁴ − ½·m/p·Σ(Σλ²)², m components and p items,', 'Saunders 1962, Psychometrika 27:277–283'),
      turn: (unrotated, rule) => iterated(orthomax(unrotated, { kaiser: rule.kaiser ?? true, gamma: unrotated[0]!.length / 2 })),
    },
    promax: {
      doc: 'Promax, oblique: from varimax, κ 4, as SPSS has it.',
      phrase: ['promax', { kaiser: { unless: 'raw', doc: 'Promax from varimax without Kaiser normalisation.' } }],
      ...promaxed,
    },
    promaxTo: {
      doc: 'Promax with a κ of its own: the larger, the more the factors correlate.',
      phrase: ['promax', { kappa: 'number' }, { kaiser: { unless: 'raw', doc: 'The same without Kaiser normalisation.' } }],
      example: 'promax 3',
      check: ({ kappa }) =>
        (kappa as number) > 1 && (kappa as number) <= MOST_KAPPA
          ? null
          : { what: { is: 'value of', of: 'promax' }, expected: { is: 'above and at most', low: 1, high: MOST_KAPPA } },
      ...promaxed,
    },
    oblimin: {
      doc: 'Direct oblimin, oblique: δ 0 (quartimin), with Kaiser normalisation, as SPSS has it.',
      phrase: [
        'oblimin',
        { kaiser: { unless: 'raw', doc: 'Oblimin without Kaiser normalisation, as R’s GPArotation and psych have it.' } },
      ],
      ...obliminned,
    },
    obliminTo: {
      doc: 'Direct oblimin with a δ of its own: below 0 the factors correlate less; at most 0.8.',
      phrase: ['oblimin', { delta: 'number' }, { kaiser: { unless: 'raw', doc: 'The same without Kaiser normalisation.' } }],
      example: 'oblimin -0.5',
      check: ({ delta }) =>
        (delta as number) <= OBLIMIN_DELTA_LIMIT
          ? null
          : { what: { is: 'value of', of: 'oblimin' }, expected: { is: 'at most', high: OBLIMIN_DELTA_LIMIT } },
      ...obliminned,
    },
  },
});

export type Rotate = Chosen<typeof rotate>;

/** Whether its factors may correlate. */
export const isOblique = (rule: Rotate): boolean => (rotate.choices[rule.kind] as Rotation).oblique === true;

/** Turns a solution; one component alone has no plane to be turned in. Null where it cannot be turned so. */
export function turned(unrotated: Matrix, rule: Rotate): Turned | null {
  const alone = (unrotated[0]?.length ?? 0) < 2;
  return (alone ? rotate.choices.none : (rotate.choices[rule.kind] as Rotation)).turn(unrotated, rule);
}
