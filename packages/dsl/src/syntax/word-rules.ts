// Rules of what entries are made of: names, addresses, figures, labels, heads, terms, choices and codes.
import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type {
  AddressNode,
  ArgumentNode,
  AtomNode,
  ChoiceNode,
  CodeNode,
  FigureNode,
  LabelNode,
  Name as NameNode,
  RangeOperator,
  TermNode,
} from './ast.ts';
import {
  Bar,
  Colon,
  Comma,
  Compare,
  Dot,
  endOf,
  Equals,
  Lang,
  lexed,
  ListClose,
  ListOpen,
  LParen,
  Name,
  NotSignificant,
  NumberToken,
  Percent,
  QuotedName,
  Range,
  roles,
  RParen,
  Stars,
  Text,
  Slash,
  Then,
  Times,
  type Token,
} from './tokens.ts';
import { comparatorOf, figureParts, nameText, rangeOf, starsOf, textOf } from './values.ts';

export interface Head {
  names: AddressNode[];
  label: LabelNode | null;
  template: AddressNode | null;
  range: { low: FigureNode; high: FigureNode | null; lowLabel: LabelNode | null; highLabel: LabelNode | null } | null;
}

export const spanOf = (first: IToken, last: IToken) => ({ start: first.startOffset, end: last.startOffset + last.image.length });
export const between = (first: { span: { start: number } }, last: { span: { end: number } }) => ({
  start: first.span.start,
  end: last.span.end,
});

/** `1/3` as one figure. */
export function fractionOf(figure: FigureNode, divisor: FigureNode | null): FigureNode {
  return divisor === null
    ? figure
    : {
        ...figure,
        value: figure.value / divisor.value,
        text: `${figure.text}/${divisor.text}`,
        percent: figure.percent || divisor.percent,
        stars: figure.stars ?? divisor.stars,
        span: between(figure, divisor),
      };
}

export class WordRules extends EmbeddedActionsParser {
  constructor() {
    super(
      [...lexed, ...roles] as TokenType[],
      { maxLookahead: 2, recoveryEnabled: false, skipValidations: true, nodeLocationTracking: 'none' } as never,
    );
  }

  protected name = this.RULE('name', (): NameNode => {
    const token = this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(QuotedName) }]);
    return this.ACTION(() => ({ text: nameText(token.image), span: spanOf(token, token), quoted: token.tokenType === QuotedName }));
  });

  address = this.RULE('address', (): AddressNode => {
    const path = [this.SUBRULE(this.name)];
    let args: ArgumentNode[] | null = null;
    let end: IToken | null = null;
    this.MANY(() => {
      this.CONSUME(Dot);
      path.push(this.SUBRULE2(this.name));
    });
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(LParen) }, { ALT: () => this.CONSUME(ListOpen) }]);
      args = [];
      this.MANY_SEP({
        SEP: Comma,
        DEF: () => {
          const one = this.SUBRULE(this.argument);
          (args as ArgumentNode[]).push(one);
        },
      });
      end = this.OR2([{ ALT: () => this.CONSUME(RParen) }, { ALT: () => this.CONSUME(ListClose) }]);
    });
    return this.ACTION(() => ({
      kind: 'address',
      path,
      args,
      span: { start: path[0]!.span.start, end: end === null ? path.at(-1)!.span.end : endOf(end as Token) },
    }));
  });

  argument = this.RULE(
    'argument',
    (): ArgumentNode =>
      this.OR([
        {
          ALT: () => {
            const figure = this.SUBRULE(this.figure);
            return this.ACTION(() => ({ kind: 'number' as const, value: figure.value, span: figure.span }));
          },
        },
        {
          ALT: () => {
            const parts = [this.SUBRULE(this.address)];
            let to: AddressNode | null = null;
            this.MANY(() => {
              this.CONSUME(Colon);
              parts.push(this.SUBRULE2(this.address));
            });
            this.OPTION(() => {
              this.CONSUME(Range);
              to = this.SUBRULE3(this.address);
            });
            return this.ACTION(() => ({
              kind: 'term' as const,
              parts,
              to,
              span: between(parts[0]!, (to as AddressNode | null) ?? parts.at(-1)!),
            }));
          },
        },
      ]),
  );

  figure = this.RULE('figure', (): FigureNode => {
    const number = this.CONSUME(NumberToken);
    let last = number;
    let percent = false;
    let stars: FigureNode['stars'] = null;
    this.OPTION(() => {
      last = this.CONSUME(Percent);
      percent = true;
    });
    this.OPTION2(() => {
      last = this.OR([{ ALT: () => this.CONSUME(Stars) }, { ALT: () => this.CONSUME(NotSignificant) }]);
      stars = this.ACTION(() => starsOf(last.image));
    });
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
    this.OPTION(() => {
      this.AT_LEAST_ONE_SEP({
        SEP: Comma,
        DEF: () => {
          const one = this.SUBRULE(this.address);
          head.names.push(one);
        },
      });
    });
    this.OPTION2(() => {
      head.label = this.SUBRULE(this.label);
    });
    this.OPTION3(() =>
      this.OR([
        {
          ALT: () => {
            head.template = this.SUBRULE2(this.address);
          },
        },
        {
          ALT: () => {
            const range: NonNullable<Head['range']> = { low: this.SUBRULE(this.figure), high: null, lowLabel: null, highLabel: null };
            this.OPTION4(() => {
              this.CONSUME(Range);
              range.high = this.SUBRULE2(this.figure);
            });
            this.OPTION5(() => {
              range.lowLabel = this.SUBRULE2(this.label);
              this.CONSUME2(Range);
              range.highLabel = this.SUBRULE3(this.label);
            });
            head.range = range;
          },
        },
      ]),
    );
    return head;
  });

  terms = this.RULE('terms', (): TermNode[] => {
    const terms: TermNode[] = [];
    let step = 0;
    terms.push(this.SUBRULE(this.term, { ARGS: [step] }));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(Comma) },
        {
          ALT: () => {
            this.CONSUME(Then);
            step += 1;
          },
        },
      ]);
      terms.push(this.SUBRULE2(this.term, { ARGS: [step] }));
    });
    return terms;
  });

  protected term = this.RULE('term', (step: number): TermNode => {
    const factors = [this.SUBRULE(this.address)];
    let to: AddressNode | null = null;
    this.OR([
      {
        GATE: () => this.LA(1).tokenType === Range,
        ALT: () => {
          this.CONSUME(Range);
          to = this.SUBRULE2(this.address);
        },
      },
      {
        ALT: () =>
          this.MANY(() => {
            this.CONSUME(Times);
            factors.push(this.SUBRULE3(this.address));
          }),
      },
    ]);
    return this.ACTION(() => ({ factors, to, step, span: between(factors[0]!, (to as AddressNode | null) ?? factors.at(-1)!) }));
  });

  choices = this.RULE('choices', (): { choices: ChoiceNode[]; separator: '|' | ',' | null } => {
    const choices = [this.SUBRULE(this.choice)];
    let separator: '|' | ',' | null = null;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(Bar);
            separator = '|';
          },
        },
        {
          ALT: () => {
            this.CONSUME(Comma);
            separator = ',';
          },
        },
      ]);
      choices.push(this.SUBRULE2(this.choice));
    });
    return { choices, separator };
  });

  protected choice = this.RULE('choice', (): ChoiceNode => {
    const atoms: AtomNode[] = [];
    this.AT_LEAST_ONE(() => {
      const atom = this.SUBRULE(this.atom);
      atoms.push(atom);
    });
    return this.ACTION(() => ({ atoms, span: between(atoms[0]!, atoms.at(-1)!) }));
  });

  protected atom = this.RULE(
    'atom',
    (): AtomNode =>
      this.OR<AtomNode>([
        { ALT: () => this.SUBRULE(this.address) },
        {
          ALT: () => {
            const label = this.SUBRULE(this.label);
            return this.ACTION(() => ({ ...label, kind: 'label' as const }));
          },
        },
        {
          ALT: () => {
            const figure = this.SUBRULE(this.figure);
            let divisor: FigureNode | null = null;
            this.OPTION(() => {
              this.CONSUME(Slash);
              divisor = this.SUBRULE2(this.figure);
            });
            return this.ACTION(() => fractionOf(figure, divisor));
          },
        },
        {
          ALT: () => {
            const token = this.OR2([
              { ALT: () => this.CONSUME(Range) },
              { ALT: () => this.CONSUME(Compare) },
              { ALT: () => this.CONSUME(Equals) },
            ]);
            return this.ACTION(() => ({
              kind: 'operator' as const,
              text: token.tokenType === Range ? token.image : comparatorOf(token.image),
              span: spanOf(token, token),
            }));
          },
        },
      ]),
  );

  codes = this.RULE('codes', (): CodeNode[] => {
    const codes: CodeNode[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: Bar,
      DEF: () => {
        const code = this.SUBRULE(this.code);
        codes.push(code);
      },
    });
    return codes;
  });

  protected code = this.RULE(
    'code',
    (): CodeNode =>
      this.OR<CodeNode>([
        {
          ALT: () => {
            const range = this.CONSUME(Range);
            const high = this.SUBRULE(this.figure);
            return this.ACTION(() => ({
              kind: 'range' as const,
              low: null,
              operator: rangeOf(range.image),
              high,
              span: { start: range.startOffset, end: high.span.end },
            }));
          },
        },
        {
          ALT: () => {
            const figure = this.SUBRULE2(this.figure);
            let operator: RangeOperator | null = null;
            let high: FigureNode | null = null;
            let end = this.ACTION(() => figure.span.end);
            this.OPTION(() => {
              const range = this.CONSUME2(Range);
              operator = this.ACTION(() => rangeOf(range.image));
              end = this.ACTION(() => endOf(range as Token));
              this.OPTION2(() => {
                high = this.SUBRULE3(this.figure);
                end = this.ACTION(() => high!.span.end);
              });
            });
            return this.ACTION(() =>
              operator === null
                ? { kind: 'number' as const, figure, span: figure.span }
                : { kind: 'range' as const, low: figure, operator, high, span: { start: figure.span.start, end } },
            );
          },
        },
        {
          ALT: () => {
            const text = this.CONSUME(Text);
            return this.ACTION(() => ({ kind: 'text' as const, text: textOf(text.image), span: spanOf(text, text) }));
          },
        },
        {
          ALT: () => {
            const address = this.SUBRULE(this.address);
            return this.ACTION(() => ({ kind: 'address' as const, address, span: address.span }));
          },
        },
      ]),
  );
}
