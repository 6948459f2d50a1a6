// The grammar: small rules that know shapes only, over the tokens of one entry at a time. Which words stand where is
// structure.ts's; what went wrong is said by parse.ts (Chevrotain's own messages never reach anybody).
import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { AddressNode, ArgumentNode, AtomNode, CellNode, ChoiceNode, ClauseNode, CodeNode, Comparator, ConditionNode, FigureNode, FormulaNode, ItemNode, LabelNode, Name as NameNode, RangeOperator, TermNode } from './ast.ts';
import { And, Bar, Blank, Colon, Comma, Compare, Dot, endOf, Equals, Is, Lang, lexed, LParen, Minus, Name, Not, NotSignificant, NumberToken, Or, Percent, Plus, PValue, QuotedName, Range, roles, RParen, Semicolon, Slash, Stars, Text, Then, Times, type Token } from './tokens.ts';
import { comparatorOf, figureParts, nameText, rangeOf, starsOf, textOf } from './values.ts';

type Columns = Extract<ClauseNode, { shape: 'columns' }>['columns'];
type Cells = NonNullable<ItemNode['cells']>;
export interface Head { names: AddressNode[]; label: LabelNode | null; template: AddressNode | null; range: { low: FigureNode; high: FigureNode | null; lowLabel: LabelNode | null; highLabel: LabelNode | null } | null }

const spanOf = (first: IToken, last: IToken) => ({ start: first.startOffset, end: last.startOffset + last.image.length });
const between = (first: { span: { start: number } }, last: { span: { end: number } }) => ({ start: first.span.start, end: last.span.end });

class EntryParser extends EmbeddedActionsParser {
  constructor() {
    super([...lexed, ...roles] as TokenType[], { maxLookahead: 2, recoveryEnabled: false, skipValidations: true, nodeLocationTracking: 'none' } as never);
    this.performSelfAnalysis();
  }

  private name = this.RULE('name', (): NameNode => {
    const token = this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(QuotedName) }]);
    return this.ACTION(() => ({ text: nameText(token.image), span: spanOf(token, token), quoted: token.tokenType === QuotedName }));
  });

  address = this.RULE('address', (): AddressNode => {
    const path = [this.SUBRULE(this.name)];
    let args: ArgumentNode[] | null = null;
    let end: IToken | null = null;
    this.MANY(() => { this.CONSUME(Dot); path.push(this.SUBRULE2(this.name)); });
    this.OPTION(() => {
      this.CONSUME(LParen);
      args = [];
      this.MANY_SEP({ SEP: Comma, DEF: () => { const one = this.SUBRULE(this.argument); (args as ArgumentNode[]).push(one); } });
      end = this.CONSUME(RParen);
    });
    return this.ACTION(() => ({ kind: 'address', path, args, span: { start: path[0]!.span.start, end: end === null ? path.at(-1)!.span.end : endOf(end as Token) } }));
  });

  argument = this.RULE('argument', (): ArgumentNode => this.OR([
    { ALT: () => { const figure = this.SUBRULE(this.figure); return this.ACTION(() => ({ kind: 'number' as const, value: figure.value, span: figure.span })); } },
    { ALT: () => {
      const parts = [this.SUBRULE(this.address)];
      let to: AddressNode | null = null;
      this.MANY(() => { this.CONSUME(Colon); parts.push(this.SUBRULE2(this.address)); });
      this.OPTION(() => { this.CONSUME(Range); to = this.SUBRULE3(this.address); });
      return this.ACTION(() => ({ kind: 'term' as const, parts, to, span: between(parts[0]!, (to as AddressNode | null) ?? parts.at(-1)!) }));
    } },
  ]));

  figure = this.RULE('figure', (): FigureNode => {
    const number = this.CONSUME(NumberToken);
    let last = number;
    let percent = false;
    let stars: FigureNode['stars'] = null;
    this.OPTION(() => { last = this.CONSUME(Percent); percent = true; });
    this.OPTION2(() => { last = this.OR([{ ALT: () => this.CONSUME(Stars) }, { ALT: () => this.CONSUME(NotSignificant) }]); stars = this.ACTION(() => starsOf(last.image)); });
    return this.ACTION(() => ({ kind: 'figure', ...figureParts(number.image), percent, stars, span: spanOf(number, last) }));
  });

  label = this.RULE('label', (): LabelNode => {
    const first = this.CONSUME(Text);
    const texts = this.ACTION(() => [{ lang: null as string | null, text: textOf(first.image), span: spanOf(first, first) }]);
    this.MANY(() => {
      const lang = this.CONSUME(Lang);
      const text = this.CONSUME2(Text);
      this.ACTION(() => texts.push({ lang: lang.image, text: textOf(text.image), span: spanOf(lang, text) }));
    });
    return this.ACTION(() => ({ texts, span: between(texts[0]!, texts.at(-1)!) }));
  });

  /** Names, label, template, range: what stands between a kind word and its first clause. */
  head = this.RULE('head', (): Head => {
    const head: Head = { names: [], label: null, template: null, range: null };
    this.OPTION(() => { this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => { const one = this.SUBRULE(this.address); head.names.push(one); } }); });
    this.OPTION2(() => { head.label = this.SUBRULE(this.label); });
    this.OPTION3(() => this.OR([
      { ALT: () => { head.template = this.SUBRULE2(this.address); } },
      { ALT: () => {
        const range: NonNullable<Head['range']> = { low: this.SUBRULE(this.figure), high: null, lowLabel: null, highLabel: null };
        this.OPTION4(() => { this.CONSUME(Range); range.high = this.SUBRULE2(this.figure); });
        this.OPTION5(() => { range.lowLabel = this.SUBRULE2(this.label); this.CONSUME2(Range); range.highLabel = this.SUBRULE3(this.label); });
        head.range = range;
      } },
    ]));
    return head;
  });

  terms = this.RULE('terms', (): TermNode[] => {
    const terms: TermNode[] = [];
    let step = 0;
    terms.push(this.SUBRULE(this.term, { ARGS: [step] }));
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => { this.CONSUME(Then); step += 1; } }]);
      terms.push(this.SUBRULE2(this.term, { ARGS: [step] }));
    });
    return terms;
  });

  private term = this.RULE('term', (step: number): TermNode => {
    const factors = [this.SUBRULE(this.address)];
    let to: AddressNode | null = null;
    this.OR([
      { GATE: () => this.LA(1).tokenType === Range, ALT: () => { this.CONSUME(Range); to = this.SUBRULE2(this.address); } },
      { ALT: () => this.MANY(() => { this.CONSUME(Times); factors.push(this.SUBRULE3(this.address)); }) },
    ]);
    return this.ACTION(() => ({ factors, to, step, span: between(factors[0]!, (to as AddressNode | null) ?? factors.at(-1)!) }));
  });

  choices = this.RULE('choices', (): { choices: ChoiceNode[]; separator: '|' | ',' | null } => {
    const choices = [this.SUBRULE(this.choice)];
    let separator: '|' | ',' | null = null;
    this.MANY(() => {
      this.OR([{ ALT: () => { this.CONSUME(Bar); separator = '|'; } }, { ALT: () => { this.CONSUME(Comma); separator = ','; } }]);
      choices.push(this.SUBRULE2(this.choice));
    });
    return { choices, separator };
  });

  private choice = this.RULE('choice', (): ChoiceNode => {
    const atoms: AtomNode[] = [];
    this.AT_LEAST_ONE(() => { const atom = this.SUBRULE(this.atom); atoms.push(atom); });
    return this.ACTION(() => ({ atoms, span: between(atoms[0]!, atoms.at(-1)!) }));
  });

  private atom = this.RULE('atom', (): AtomNode => this.OR<AtomNode>([
    { ALT: () => this.SUBRULE(this.address) },
    { ALT: () => { const label = this.SUBRULE(this.label); return this.ACTION(() => ({ ...label, kind: 'label' as const })); } },
    { ALT: () => this.SUBRULE(this.figure) },
    { ALT: () => { const token = this.OR2([{ ALT: () => this.CONSUME(Range) }, { ALT: () => this.CONSUME(Compare) }, { ALT: () => this.CONSUME(Equals) }]);
      return this.ACTION(() => ({ kind: 'operator' as const, text: token.tokenType === Range ? token.image : comparatorOf(token.image), span: spanOf(token, token) })); } },
  ]));

  codes = this.RULE('codes', (): CodeNode[] => {
    const codes: CodeNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => { const code = this.SUBRULE(this.code); codes.push(code); } });
    return codes;
  });

  private code = this.RULE('code', (): CodeNode => this.OR<CodeNode>([
    { ALT: () => {
      const range = this.CONSUME(Range);
      const high = this.SUBRULE(this.figure);
      return this.ACTION(() => ({ kind: 'range' as const, low: null, operator: rangeOf(range.image), high, span: { start: range.startOffset, end: high.span.end } }));
    } },
    { ALT: () => {
      const figure = this.SUBRULE2(this.figure);
      let operator: RangeOperator | null = null;
      let high: FigureNode | null = null;
      let end = this.ACTION(() => figure.span.end);
      this.OPTION(() => {
        const range = this.CONSUME2(Range);
        operator = this.ACTION(() => rangeOf(range.image));
        end = this.ACTION(() => endOf(range as Token));
        this.OPTION2(() => { high = this.SUBRULE3(this.figure); end = this.ACTION(() => high!.span.end); });
      });
      return this.ACTION(() => operator === null ? { kind: 'number' as const, figure, span: figure.span } : { kind: 'range' as const, low: figure, operator, high, span: { start: figure.span.start, end } });
    } },
    { ALT: () => { const text = this.CONSUME(Text); return this.ACTION(() => ({ kind: 'text' as const, text: textOf(text.image), span: spanOf(text, text) })); } },
    { ALT: () => { const address = this.SUBRULE(this.address); return this.ACTION(() => ({ kind: 'address' as const, address, span: address.span })); } },
  ]));

  condition = this.RULE('condition', (): ConditionNode => {
    const parts = [this.SUBRULE(this.test)];
    let joint: 'and' | 'or' | 'mixed' | null = null;
    this.MANY(() => {
      const token = this.OR([{ ALT: () => this.CONSUME(And) }, { ALT: () => this.CONSUME(Or) }]);
      const kind = token.tokenType === And ? 'and' : 'or';
      joint = joint === null || joint === kind ? kind : 'mixed';
      parts.push(this.SUBRULE2(this.test));
    });
    return this.ACTION(() => joint === null ? parts[0]! : { kind: (joint as string) === 'or' ? 'or' : 'and', parts, span: between(parts[0]!, parts.at(-1)!), ...(joint === 'mixed' ? { mixed: true } : {}) });
  });

  private test = this.RULE('test', (): ConditionNode => this.OR<ConditionNode>([
    { ALT: () => {
      const open = this.CONSUME(LParen);
      const inner = this.SUBRULE(this.condition);
      const close = this.CONSUME(RParen);
      return this.ACTION(() => ({ ...inner, span: spanOf(open, close) }));
    } },
    { ALT: () => {
      const variable = this.SUBRULE(this.address);
      return this.OR2<ConditionNode>([
        { ALT: () => {
          this.CONSUME(Is);
          let not = false;
          this.OPTION(() => { this.CONSUME(Not); not = true; });
          const codes = this.SUBRULE(this.codes);
          return this.ACTION(() => ({ kind: 'is' as const, variable, not, codes, span: between(variable, codes.at(-1)!) }));
        } },
        { ALT: () => {
          const operator = this.SUBRULE(this.comparator);
          const value = this.SUBRULE(this.figure);
          return this.ACTION(() => ({ kind: 'compare' as const, variable, operator, value, span: between(variable, value) }));
        } },
      ]);
    } },
  ]));

  comparator = this.RULE('comparator', (): Comparator => {
    const token = this.OR([{ ALT: () => this.CONSUME(Equals) }, { ALT: () => this.CONSUME(Compare) }]);
    return this.ACTION(() => comparatorOf(token.image));
  });

  formula = this.RULE('formula', (): FormulaNode => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => { this.CONSUME(Plus); return '+' as const; } }, { ALT: () => { this.CONSUME(Minus); return '-' as const; } }]);
      const right = this.SUBRULE2(this.product);
      left = this.ACTION(() => ({ kind: 'binary', operator, left, right, span: between(left, right) }));
    });
    return left;
  });

  private product = this.RULE('product', (): FormulaNode => {
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => { this.CONSUME(Times); return '*' as const; } }, { ALT: () => { this.CONSUME(Slash); return '/' as const; } }]);
      const right = this.SUBRULE2(this.factor);
      left = this.ACTION(() => ({ kind: 'binary', operator, left, right, span: between(left, right) }));
    });
    return left;
  });

  /** `log(x + 1)`: a function takes any formula. */
  private call = this.RULE('call', (): FormulaNode => {
    const token = this.CONSUME(Name);
    this.CONSUME(LParen);
    const args: FormulaNode[] = [];
    this.MANY_SEP({ SEP: Comma, DEF: () => { const one = this.SUBRULE(this.formulaArgument); args.push(one); } });
    const close = this.CONSUME(RParen);
    return this.ACTION(() => ({ kind: 'call' as const, name: { text: nameText(token.image), span: spanOf(token, token), quoted: false }, args, span: spanOf(token, close) }));
  });

  private formulaArgument = this.RULE('formulaArgument', (): FormulaNode => this.OR<FormulaNode>([
    { GATE: () => this.LA(2).tokenType === Range, ALT: () => {
      const first = this.SUBRULE(this.name);
      this.CONSUME(Range);
      const last = this.SUBRULE2(this.name);
      return this.ACTION(() => ({ kind: 'run' as const, first, last, span: between(first, last) }));
    } },
    { ALT: () => this.SUBRULE(this.formula) },
  ]));

  private factor = this.RULE('factor', (): FormulaNode => this.OR<FormulaNode>([
    { GATE: () => this.LA(1).tokenType === Name && this.LA(2).tokenType === LParen, ALT: () => this.SUBRULE(this.call) },
    { ALT: () => { const figure = this.SUBRULE(this.figure); return this.ACTION(() => ({ kind: 'number' as const, value: figure.percent ? figure.value / 100 : figure.value, span: figure.span })); } },
    { ALT: () => { const address = this.SUBRULE(this.address); return this.ACTION(() => ({ kind: 'address' as const, address, span: address.span })); } },
    { ALT: () => { const minus = this.CONSUME(Minus); const operand = this.SUBRULE(this.factor); return this.ACTION(() => ({ kind: 'negate' as const, operand, span: { start: minus.startOffset, end: operand.span.end } })); } },
    { ALT: () => { const open = this.CONSUME(LParen); const inner = this.SUBRULE(this.formula); const close = this.CONSUME(RParen); return this.ACTION(() => ({ ...inner, span: spanOf(open, close) })); } },
  ]));

  columns = this.RULE('columns', (): Columns => {
    const columns: { name: AddressNode; means: AddressNode | null; span: { start: number; end: number } }[] = [];
    this.AT_LEAST_ONE(() => {
      const name = this.SUBRULE(this.address);
      let means: AddressNode | null = null;
      this.OPTION(() => { this.CONSUME(Equals); means = this.SUBRULE2(this.address); });
      this.OPTION2(() => this.CONSUME(Comma));
      this.ACTION(() => columns.push({ name, means, span: between(name, (means as AddressNode | null) ?? name) }));
    });
    return columns;
  });

  cells = this.RULE('cells', (): Cells => {
    const cells: CellNode[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([
        { ALT: () => { const figure = this.SUBRULE(this.figure); this.ACTION(() => cells.push({ figure, operator: '=', insignificant: false, span: figure.span })); } },
        { ALT: () => { const cell = this.SUBRULE(this.bounded); cells.push(cell); } },
        { ALT: () => { const blank = this.CONSUME(Blank); this.ACTION(() => cells.push({ figure: null, operator: '=', insignificant: false, span: spanOf(blank, blank) })); } },
        { ALT: () => { const ns = this.CONSUME(NotSignificant); this.ACTION(() => cells.push({ figure: null, operator: '=', insignificant: true, span: spanOf(ns, ns) })); } },
      ]);
      this.OPTION(() => this.OR2([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(Semicolon) }]));
    });
    return cells;
  });

  /** `<.001`, `p < .001`, `p = .034`. */
  private bounded = this.RULE('bounded', (): CellNode => {
    let word: IToken | null = null;
    this.OPTION(() => { word = this.CONSUME(PValue); });
    const sign = this.OR([{ ALT: () => this.CONSUME(Compare) }, { ALT: () => this.CONSUME(Equals) }]);
    const figure = this.SUBRULE(this.figure);
    return this.ACTION(() => ({ figure, operator: comparatorOf(sign.image), insignificant: false, span: { start: (word ?? sign).startOffset, end: figure.span.end } }));
  });

  /** What an item is about: an address, a label, both, or `a / b`. */
  subject = this.RULE('subject', (): ItemNode['subject'] => {
    let address: AddressNode | null = null;
    let over: AddressNode | null = null;
    let label: LabelNode | null = null;
    this.OR([
      { ALT: () => { label = this.SUBRULE(this.label); } },
      { ALT: () => {
        address = this.SUBRULE(this.address);
        this.OPTION(() => this.OR2([{ ALT: () => { label = this.SUBRULE2(this.label); } }, { ALT: () => { this.CONSUME(Slash); over = this.SUBRULE2(this.address); } }]));
      } },
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


type RuleName = 'address' | 'head' | 'terms' | 'choices' | 'codes' | 'condition' | 'formula' | 'columns' | 'cells' | 'subject' | 'comparator' | 'label' | 'figure';
type RuleValue<R extends RuleName> = ReturnType<EntryParser[R]>;

export type Outcome<T> = { readonly value: T; readonly wrong: null } | { readonly value: null; /** The token that does not fit; null at the end. */ readonly wrong: Token | null };

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
    if (open + signs > DEEPEST || (at > LONGEST && (token.tokenType === Plus || token.tokenType === Minus || token.tokenType === Times || token.tokenType === Slash))) return token;
  }
  return null;
}
