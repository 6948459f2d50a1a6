// The tree of one file: shapes only (the grammar's 27 rules), with spans. What the words mean is semantics'.
// Spans are half-open UTF-16 offsets into the text.
import type { Span } from '@studyspec/core';

export interface Name {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
}

export interface LabelText {
  readonly lang: string | null;
  readonly text: string;
  readonly span: Span;
}
/** `"Sex" zh "性别"`: the first has `lang: null`. */
export interface LabelNode {
  readonly texts: readonly LabelText[];
  readonly span: Span;
}

export interface FigureNode {
  readonly kind: 'figure';
  readonly value: number;
  readonly text: string;
  readonly decimals: number;
  readonly percent: boolean;
  readonly stars: '*' | '**' | '***' | 'ns' | null;
  readonly span: Span;
}

export type ArgumentNode =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  /** One part: a plain term; several: a product `a:b.high`; `to`: a run `a..b`. */
  | { readonly kind: 'term'; readonly parts: readonly AddressNode[]; readonly to: AddressNode | null; readonly span: Span };
export interface AddressNode {
  readonly kind: 'address';
  readonly path: readonly Name[];
  readonly args: readonly ArgumentNode[] | null;
  readonly span: Span;
}

/** A cell of a printed row: a figure, with `<.001` and `p < .001` for what is only bounded; `ns` alone; or (null) a blank `.`, `—`. */
export interface CellNode {
  readonly figure: FigureNode | null;
  readonly operator: Comparator /** `ns` in the place of a figure. */;
  readonly insignificant: boolean;
  readonly span: Span;
}

export type RangeOperator = '..' | '..<' | '<..';
export type Comparator = '=' | '<' | '<=' | '>' | '>=';

/** `1`, `97..99`, `..18`, `40<..`, `"refused"`, a bare name (`blank`, a level). */
export type CodeNode =
  | { readonly kind: 'number'; readonly figure: FigureNode; readonly span: Span }
  | {
      readonly kind: 'range';
      readonly low: FigureNode | null;
      readonly operator: RangeOperator;
      readonly high: FigureNode | null;
      readonly span: Span;
    }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  /** `ns` in the place of a printed figure. */
  | { readonly kind: 'insignificant'; readonly span: Span }
  | { readonly kind: 'address'; readonly address: AddressNode; readonly span: Span };

/** `a`, `a..b`, `a * b`; `step` counts the `then`s before it, from 0. */
export interface TermNode {
  readonly factors: readonly AddressNode[];
  readonly to: AddressNode | null;
  readonly step: number;
  readonly span: Span;
}

export type AtomNode =
  | AddressNode
  | (LabelNode & { readonly kind: 'label' })
  | FigureNode
  | { readonly kind: 'operator'; readonly text: string; readonly span: Span };
/** One alternative: its atoms in order, e.g. [`explained`, `variance`], [`eigenvalue`, `>`, `1`]. */
export interface ChoiceNode {
  readonly atoms: readonly AtomNode[];
  readonly span: Span;
}

export type ConditionNode =
  | {
      readonly kind: 'and' | 'or';
      readonly parts: readonly ConditionNode[];
      readonly span: Span /** `and` beside `or` without brackets: reported, not executed. */;
      readonly mixed?: boolean;
    }
  | { readonly kind: 'is'; readonly variable: AddressNode; readonly not: boolean; readonly codes: readonly CodeNode[]; readonly span: Span }
  | {
      readonly kind: 'compare';
      readonly variable: AddressNode;
      readonly operator: Comparator;
      readonly value: FigureNode;
      readonly span: Span;
    };

export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'address'; readonly address: AddressNode; readonly span: Span }
  /** `log(x + 1, 10)`. */
  | { readonly kind: 'call'; readonly name: Name; readonly args: readonly FormulaNode[]; readonly span: Span }
  /** `s1..s4`, as an argument of a call. */
  | { readonly kind: 'run'; readonly first: Name; readonly last: Name; readonly span: Span }
  | { readonly kind: 'negate'; readonly operand: FormulaNode; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      readonly span: Span;
    };

/** `word` is the canonical clause word(s) of the vocabulary, e.g. `of`, `out of range`, `marked by`, `missing`. */
interface ClauseBase {
  readonly type: 'clause';
  readonly word: string;
  readonly wordSpan: Span;
  readonly span: Span;
  readonly body: readonly EntryNode[] | null;
}
export type ClauseNode = ClauseBase &
  (
    | { readonly shape: 'flag' }
    | { readonly shape: 'terms'; readonly terms: readonly TermNode[] }
    | { readonly shape: 'choices'; readonly choices: readonly ChoiceNode[]; readonly separator: '|' | ',' | null }
    | { readonly shape: 'condition'; readonly condition: ConditionNode }
    | {
        readonly shape: 'columns';
        readonly columns: readonly { readonly name: AddressNode; readonly means: AddressNode | null; readonly span: Span }[];
      }
    /** The clause is broken; a problem has been reported. Treat it as given but unknown, never as left out. */
    | { readonly shape: 'broken' }
  );

export interface DeclarationNode {
  readonly type: 'declaration';
  /**
   * Canonical kind word: study, framework, source, data, scale, dimension, indicator, category, number, block, index, component, compare,
   * regression, comparison, hypothesis, published, table, map, without, studyspec, seed, report, accept.
   */
  readonly kind: string;
  readonly kindSpan: Span;
  /** `without a, b` has several; `table` has none but a template in `template`. */
  readonly names: readonly AddressNode[];
  readonly label: LabelNode | null;
  /** `data postgres "public.answers"`. */
  readonly engine: AddressNode | null;
  /** `table "Table 5" full.column.beta(row)`. */
  readonly template: AddressNode | null;
  /** `scale agreement 1..5 "low" .. "high"`, `seed 42`, `studyspec 1`. */
  readonly range: {
    readonly low: FigureNode;
    readonly high: FigureNode | null;
    readonly lowLabel: LabelNode | null;
    readonly highLabel: LabelNode | null;
    readonly span: Span;
  } | null;
  readonly formula: FormulaNode | null;
  /** On the head line (`on agreement`, `from q12`, `reversed`, `like full`, `replicates "…"`) and in the body, in order of text. */
  readonly clauses: readonly ClauseNode[];
  /** Null when there are no braces. Holds nested declarations and items (clauses of the body are in `clauses`). */
  readonly body: readonly EntryNode[] | null;
  readonly span: Span;
  /** Some part was broken and reported: do not complain again about what may be missing because of it. */
  readonly broken: boolean;
}

/** A level, a claim, a published figure, a table row, a map line, a given weight, a scale point. */
export interface ItemNode {
  readonly type: 'item';
  readonly subject: {
    readonly address: AddressNode | null;
    readonly over: AddressNode | null;
    readonly label: LabelNode | null;
    readonly span: Span;
  };
  /** Level: `= codes`; claim: CMP and one code or address; row: cells; map line: clauses. */
  readonly operator: Comparator | null;
  readonly operatorSpan: Span | null;
  readonly codes: readonly CodeNode[] | null;
  readonly cells: readonly CellNode[] | null;
  readonly clauses: readonly ClauseNode[];
  readonly body: readonly EntryNode[] | null;
  readonly span: Span;
  readonly broken: boolean;
}

export type EntryNode = DeclarationNode | ClauseNode | ItemNode;

export interface FileNode {
  readonly declarations: readonly DeclarationNode[];
  readonly span: Span;
}
