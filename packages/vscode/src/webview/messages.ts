// What the preview's page and the extension tell each other. Shared by both, so it imports nothing of either.

/** Kept by the page and given back after a reload of the window. */
export interface PageState { readonly uri: string; readonly line: number; readonly character: number; readonly pinned: boolean; readonly name: string | null }

export interface Picture { readonly title: string; readonly html: string; readonly banner: 'none' | 'computing' | 'broken' }

export type ToPage =
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Nothing can be drawn; what was there stays, dimmed, unless there was nothing. */
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'computing' | 'restricted' | 'broken' }
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'copy' };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pin'; readonly pinned: boolean }
  /** The page may not write the clipboard: the host writes it, as text. */
  | { readonly kind: 'copyText'; readonly text: string }
  | { readonly kind: 'say'; readonly text: string };

/** Everything that the page says; it cannot ask the editor for translations itself. */
export interface PageWords {
  readonly pin: string; readonly pinning: string; readonly unpin: string; readonly copy: string; readonly copied: string; readonly copiedPlain: string; readonly noTable: string; readonly skip: string;
  readonly broken: string; readonly computing: string; readonly empty: string; readonly restricted: string; readonly toolbar: string;
}
