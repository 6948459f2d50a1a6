// What the preview's page and the extension tell each other. Shared by both, so it imports nothing of either.

/** Kept by the page and given back after a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly pinned: boolean;
  readonly name: string | null /** In the place of one table, what it is of; until the cursor moves. */;
  readonly whole?: string;
}

/** What a button beside a cause does. */
export type BannerAction = 'problem' | 'locate' | 'data' | 'trust' | 'begin' | 'again' | 'log';

/** Why what is shown is not of the text as it stands, and what helps. */
export interface Banner {
  readonly kind: string;
  readonly text: string;
  /** What exactly is wrong; may be empty. */
  readonly detail: string;
  /** Of the problem; may be empty. */
  readonly code: string;
  /** Milliseconds that it must hold before it is told. */
  readonly after: number;
  /** Something is at work. */
  readonly busy: boolean;
  readonly actions: readonly { readonly id: BannerAction; readonly title: string }[];
}

/** `dim`: what is shown belongs to an earlier text. Without html what was there stays, dimmed. */
export interface Picture {
  readonly title: string;
  readonly html: string;
  readonly dim: boolean;
  readonly banner: Banner | null /** It is one table of several. */;
  readonly part: boolean;
}

export type ToPage =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'copy' };

export type FromPage =
  | { readonly kind: 'ready'; readonly width: number }
  /** What is shown has this room now. */
  | { readonly kind: 'width'; readonly width: number }
  | { readonly kind: 'pin'; readonly pinned: boolean }
  /** All of what is shown one table of. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'act'; readonly action: BannerAction }
  /** What is said at length of a problem is asked for, by its code. */
  | { readonly kind: 'explain'; readonly code: string }
  /** The page may not write the clipboard: the host writes it, as text. */
  | { readonly kind: 'copyText'; readonly text: string }
  | { readonly kind: 'say'; readonly text: string };

/** Everything that the page says; it cannot ask the editor for translations itself. */
export interface PageWords {
  readonly pin: string;
  readonly pinning: string;
  readonly unpin: string;
  readonly copy: string;
  readonly copied: string;
  readonly copiedPlain: string;
  readonly noTable: string;
  readonly skip: string;
  readonly all: string;
  readonly toolbar: string;
}
