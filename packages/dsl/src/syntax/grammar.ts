// The grammar: small rules that know shapes only, over the tokens of one entry at a time; here those of tables, and how a rule is run.
// Which words stand where is structure.ts's; what went wrong is said by parse.ts (Chevrotain's own messages never reach anybody).
import type { IToken } from 'chevrotain';
import type { AddressNode, CellNode, ClauseNode, ItemNode, LabelNode } from './ast.ts';
import {
  Blank,
  Comma,
  Compare,
  Equals,
  LParen,
  Minus,
  NotSignificant,
  Plus,
  PValue,
  RParen,
  Semicolon,
  Slash,
  Times,
  type Token,
} from './tokens.ts';
import { comparatorOf } from './values.ts';
import { FormulaRules } from './formula-rules.ts';
import { between, spanOf } from './word-rules.ts';

export type { Head } from './word-rules.ts';

type Columns = Extract<ClauseNode, { shape: 'columns' }>['columns'];
type Cells = NonNullable<ItemNode['cells']>;

class EntryParser extends FormulaRules {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  columns = this.RULE('columns', (): Columns => {
    const columns: { name: AddressNode; means: AddressNode | null; span: { start: number; end: number } }[] = [];
    this.AT_LEAST_ONE(() => {
      const name = this.SUBRULE(this.address);
      let means: AddressNode | null = null;
      this.OPTION(() => {
        this.CONSUME(Equals);
        means = this.SUBRULE2(this.address);
      });
      this.OPTION2(() => this.CONSUME(Comma));
      this.ACTION(() => columns.push({ name, means, span: between(name, (means as AddressNode | null) ?? name) }));
    });
    return columns;
  });

  cells = this.RULE('cells', (): Cells => {
    const cells: CellNode[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([
        {
          ALT: () => {
            const figure = this.SUBRULE(this.figure);
            this.ACTION(() => cells.push({ figure, operator: '=', insignificant: false, span: figure.span }));
          },
        },
        {
          ALT: () => {
            const cell = this.SUBRULE(this.bounded);
            cells.push(cell);
          },
        },
        {
          ALT: () => {
            const blank = this.CONSUME(Blank);
            this.ACTION(() => cells.push({ figure: null, operator: '=', insignificant: false, span: spanOf(blank, blank) }));
          },
        },
        {
          ALT: () => {
            const ns = this.CONSUME(NotSignificant);
            this.ACTION(() => cells.push({ figure: null, operator: '=', insignificant: true, span: spanOf(ns, ns) }));
          },
        },
      ]);
      this.OPTION(() => this.OR2([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(Semicolon) }]));
    });
    return cells;
  });

  /** `<.001`, `p < .001`, `p = .034`. */
  private bounded = this.RULE('bounded', (): CellNode => {
    let word: IToken | null = null;
    this.OPTION(() => {
      word = this.CONSUME(PValue);
    });
    const sign = this.OR([{ ALT: () => this.CONSUME(Compare) }, { ALT: () => this.CONSUME(Equals) }]);
    const figure = this.SUBRULE(this.figure);
    return this.ACTION(() => ({
      figure,
      operator: comparatorOf(sign.image),
      insignificant: false,
      span: { start: (word ?? sign).startOffset, end: figure.span.end },
    }));
  });

  /** What an item is about: an address, a label, both, or `a / b`. */
  subject = this.RULE('subject', (): ItemNode['subject'] => {
    let address: AddressNode | null = null;
    let over: AddressNode | null = null;
    let label: LabelNode | null = null;
    this.OR([
      {
        ALT: () => {
          label = this.SUBRULE(this.label);
        },
      },
      {
        ALT: () => {
          address = this.SUBRULE(this.address);
          this.OPTION(() =>
            this.OR2([
              {
                ALT: () => {
                  label = this.SUBRULE2(this.label);
                },
              },
              {
                ALT: () => {
                  this.CONSUME(Slash);
                  over = this.SUBRULE2(this.address);
                },
              },
            ]),
          );
        },
      },
    ]);
    return this.ACTION(() => {
      const first = (address ?? label) as unknown as { span: { start: number; end: number } };
      const last = (over ?? label ?? address) as unknown as { span: { start: number; end: number } };
      return { address, over, label, span: between(first, last) };
    });
  });
}
let shared: EntryParser | null = null;

const DEEPEST = 60;
/** Tokens after which a formula may go on with no further operator. */
const LONGEST = 1000;

type RuleName =
  | 'address'
  | 'head'
  | 'terms'
  | 'choices'
  | 'codes'
  | 'condition'
  | 'formula'
  | 'columns'
  | 'cells'
  | 'subject'
  | 'comparator'
  | 'label'
  | 'figure';
type RuleValue<R extends RuleName> = ReturnType<EntryParser[R]>;

export type Outcome<T> =
  | { readonly value: T; readonly wrong: null }
  | { readonly value: null /** The token that does not fit; null at the end. */; readonly wrong: Token | null };

/** Parses all of `tokens` by one rule. */
export function parseBy<R extends RuleName>(rule: R, tokens: readonly Token[]): Outcome<RuleValue<R>> {
  const deep = tooDeepAt(tokens);
  if (deep !== null) return { value: null, wrong: deep };
  shared ??= new EntryParser();
  const parser = shared;
  parser.input = tokens as Token[];
  const value = (parser[rule] as () => RuleValue<R>)();
  const error = parser.errors[0];
  if (error === undefined) return { value, wrong: null };
  const token = error.token as Token;
  return { value: null, wrong: Number.isNaN(token.startOffset) || token.image === '' ? null : token };
}

/** Nesting beyond what a person writes would exhaust the stack of a recursive parser: the token at which it gets too deep. */
function tooDeepAt(tokens: readonly Token[]): Token | null {
  let open = 0;
  let signs = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.tokenType === LParen) open += 1;
    else if (token.tokenType === RParen) open -= 1;
    signs = token.tokenType === Minus ? signs + 1 : 0;
    if (
      open + signs > DEEPEST ||
      (at > LONGEST && (token.tokenType === Plus || token.tokenType === Minus || token.tokenType === Times || token.tokenType === Slash))
    )
      return token;
  }
  return null;
}
