/** Kept by the page and given back after a reload of the window. */
export interface PageState {
    readonly uri: string;
    readonly line: number;
    readonly character: number;
    readonly pinned: boolean;
    readonly name: string | null;
}
export interface Picture {
    readonly title: string;
    readonly html: string;
    readonly language: string;
    readonly banner: 'none' | 'computing' | 'broken';
}
export type ToPage = {
    readonly kind: 'picture';
    readonly picture: Picture;
}
/** Nothing can be drawn; what was there stays, dimmed, unless there was nothing. */
 | {
    readonly kind: 'nothing';
    readonly reason: 'empty' | 'restricted' | 'broken';
} | {
    readonly kind: 'state';
    readonly state: PageState;
} | {
    readonly kind: 'copy';
};
export type FromPage = {
    readonly kind: 'ready';
} | {
    readonly kind: 'pin';
    readonly pinned: boolean;
}
/** The page may not write the clipboard: the host writes it, as text. */
 | {
    readonly kind: 'copyText';
    readonly text: string;
} | {
    readonly kind: 'say';
    readonly text: string;
};
