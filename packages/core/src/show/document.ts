// What a report is made of: a small closed set of blocks. Renderers (report/*) turn blocks into text, HTML, JSON …;
// builders (result/tables/*) make blocks of results. Nothing here computes or formats.
import type { Hidden, QuantityFormat } from '../contract/quantity.ts';

/** Why a printed number is no quantity of the study and so has no address. */
export type Unaddressed =
  /** A row of the data file. */
  | 'row of the data'
  /** How many of the paper's figures are checked, agree, differ. */
  | 'count of printed figures'
  /** How many hypotheses and claims hold. */
  | 'count of claims'
  /** A bound that the author wrote into a claim. */
  | 'as the spec states it'
  /** A claim or printed figure about a number that the results do not have; it prints as `.`. */
  | 'not among the results'
  | 'audit of print'
  /** A specification of a robustness: what they come to as a whole has addresses. */
  | 'one of many specifications';

/** The address of the quantity that is printed, or why there is none: a table cannot print a number without saying where it is from. */
export type Whence =
  | { readonly address: string; readonly unaddressed?: undefined }
  | { readonly address?: undefined; readonly unaddressed: Unaddressed };

interface PrintedNumber {
  readonly kind: 'number';
  /** Null prints as `.`; `reason` says why. */
  readonly value: number | null;
  readonly format: QuantityFormat;
  /** Digits after the point, when not the format's own. */
  readonly decimals?: number;
  readonly stars?: string;
  /** Address of the p-value that the stars are made of. */
  readonly starredBy?: string;
  readonly emphasis?: boolean;
  readonly reason?: string;
  /** Of too few respondents: `<10`, or a dash. Its value is null. */
  readonly hidden?: Hidden;
  /** Of little weight (a loading under .4): printed paler. */
  readonly muted?: boolean;
  /** Printed claim kept or not: ✓ or ✗ after the number. */
  readonly mark?: 'agrees' | 'differs';
  /** `(0.031)`, as a standard error under its coefficient. */
  readonly parentheses?: boolean;
  /** Too small for the decimals: scientific notation instead of 0.000 (unstandardised coefficients, determinants). */
  readonly small?: boolean;
  /** Printed stands beside it: where it agrees its mark says so alone, else it is its own mark. Forms for programs have the digits. */
  readonly asMark?: boolean;
  /** What a reader wants to know of it besides (SE, p, interval): shown where one can point at it. */
  readonly beside?: Phrase;
}
/** In HTML the first appearance of an address is an anchor. */
export type NumberCell = PrintedNumber & Whence;
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
  readonly indent?: number;
  readonly emphasis?: boolean;
  readonly muted?: boolean;
  readonly span?: number;
  /** A comment on the text, printed paler behind it: `(reference: ≤18)`. */
  readonly aside?: string;
}
/** Two ends of an interval: `[0.12, 0.31]`. */
interface PrintedInterval {
  readonly kind: 'interval';
  readonly low: number | null;
  readonly high: number | null;
  readonly format: QuantityFormat;
  readonly decimals?: number;
  readonly small?: boolean;
  readonly muted?: boolean;
  readonly reason?: string;
  readonly hidden?: Hidden;
}
export type IntervalCell = PrintedInterval &
  (
    | { readonly addresses: readonly [low: string, high: string]; readonly unaddressed?: undefined }
    | { readonly addresses?: undefined; readonly unaddressed: Unaddressed }
  );
export type Cell = NumberCell | TextCell | IntervalCell | null;
/** Running text with numbers in it: each is a cell, so that it says where it is from. */
export type Phrase = readonly (string | NumberCell | IntervalCell)[];

/** `group` is a heading over neighbouring columns that name the same one. */
export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'number';
  readonly group?: string;
}

/** Of the appendix; of what is folded: supplementary. */
export type Series = 'A' | 'S';

/** What a caption says in another language, below. */
export interface SecondTitle {
  readonly language: string;
  readonly title: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  /** Running number in its report, or in a series of its own: `1`, `A1`. */
  readonly number?: number;
  readonly series?: Series;
  readonly title: string;
  readonly also?: SecondTitle;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Indices of rows that open a new part of the table: a thin rule stands above them. */
  readonly parts?: readonly number[];
  readonly notes: readonly string[];
}
export interface NoteBlock {
  readonly kind: 'note';
  readonly tone: 'plain' | 'warning' | 'error' | 'good';
  readonly text: string;
  /** Code of the problem it tells of, what to do about it, and what it sums up. */
  readonly code?: string;
  readonly help?: string;
  readonly parts?: readonly { readonly code: string; readonly text: string }[];
}
/** Prose: text, and numbers of the study where it states them. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: Phrase;
}
export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly number?: number;
  readonly series?: Series;
  readonly title: string;
  readonly also?: SecondTitle;
  /** A whole `<svg>` element drawn in currentColor and classes, so that a theme colours it. */
  readonly svg: string;
  /** The same for a page that is half as wide; nothing where it would be scaled or `svg` is as narrow. */
  readonly narrow?: string;
  /** Two of them have room beside each other. */
  readonly half?: true;
  readonly alternative: string;
  readonly table: TableBlock | null;
}
export interface SectionBlock {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
  /** What few readers look up: folded where one can unfold it, and left out on paper. Forms for programs and terminals have it all. */
  readonly folded?: true;
  /** What stands behind the text: its tables and figures are numbered apart. */
  readonly appendix?: true;
  readonly blocks: readonly Block[];
}

/** A finding that a reader looks for first: the number large, and what it is below. */
export interface Tile {
  readonly figure: Phrase;
  readonly label: Phrase;
}
export type Verdict = 'holds' | 'partly' | 'fails' | 'undecided';
/** A sentence; of a claim its verdict stands before it and how much of it holds behind. */
export interface Statement {
  readonly verdict?: Verdict;
  readonly text: Phrase;
  readonly aside?: Phrase;
}
/** What was found, at a glance. */
export interface SummaryBlock {
  readonly kind: 'summary';
  readonly id: string;
  readonly tiles: readonly Tile[];
  readonly findings: readonly Statement[];
}
export type Block = TableBlock | NoteBlock | ParagraphBlock | FigureBlock | SectionBlock | SummaryBlock;

/** By whose rules tables, figures and captions look in a paper. */
export type ReportStyle = 'plain' | 'apa' | 'gbt' | 'nature';

export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** `plain` where nothing is said. */
  readonly style?: ReportStyle;
  readonly blocks: readonly Block[];
}
