// Rules of conditions and formulas.
import type { Comparator, ConditionNode, FigureNode, FormulaNode } from './ast.ts';
import { And, Comma, Compare, Equals, Is, LParen, Minus, Name, Not, Or, Plus, Range, RParen, Slash, Times } from './tokens.ts';
import { comparatorOf, nameText } from './values.ts';
import { between, fractionOf, spanOf, WordRules } from './word-rules.ts';

export class FormulaRules extends WordRules {
  condition = this.RULE('condition', (): ConditionNode => {
    const parts = [this.SUBRULE(this.test)];
    let joint: 'and' | 'or' | 'mixed' | null = null;
    this.MANY(() => {
      const token = this.OR([{ ALT: () => this.CONSUME(And) }, { ALT: () => this.CONSUME(Or) }]);
      const kind = token.tokenType === And ? 'and' : 'or';
      joint = joint === null || joint === kind ? kind : 'mixed';
      parts.push(this.SUBRULE2(this.test));
    });
    return this.ACTION(() =>
      joint === null
        ? parts[0]!
        : {
            kind: (joint as string) === 'or' ? 'or' : 'and',
            parts,
            span: between(parts[0]!, parts.at(-1)!),
            ...(joint === 'mixed' ? { mixed: true } : {}),
          },
    );
  });

  protected test = this.RULE(
    'test',
    (): ConditionNode =>
      this.OR<ConditionNode>([
        {
          ALT: () => {
            const open = this.CONSUME(LParen);
            const inner = this.SUBRULE(this.condition);
            const close = this.CONSUME(RParen);
            return this.ACTION(() => ({ ...inner, span: spanOf(open, close) }));
          },
        },
        {
          ALT: () => {
            const variable = this.SUBRULE(this.address);
            return this.OR2<ConditionNode>([
              {
                ALT: () => {
                  this.CONSUME(Is);
                  let not = false;
                  this.OPTION(() => {
                    this.CONSUME(Not);
                    not = true;
                  });
                  const codes = this.SUBRULE(this.codes);
                  return this.ACTION(() => ({ kind: 'is' as const, variable, not, codes, span: between(variable, codes.at(-1)!) }));
                },
              },
              {
                ALT: () => {
                  const operator = this.SUBRULE(this.comparator);
                  const figure = this.SUBRULE(this.figure);
                  let divisor: FigureNode | null = null;
                  this.OPTION2(() => {
                    this.CONSUME(Slash);
                    divisor = this.SUBRULE2(this.figure);
                  });
                  return this.ACTION(() => {
                    const value = fractionOf(figure, divisor);
                    return { kind: 'compare' as const, variable, operator, value, span: between(variable, value) };
                  });
                },
              },
            ]);
          },
        },
      ]),
  );

  comparator = this.RULE('comparator', (): Comparator => {
    const token = this.OR([{ ALT: () => this.CONSUME(Equals) }, { ALT: () => this.CONSUME(Compare) }]);
    return this.ACTION(() => comparatorOf(token.image));
  });

  formula = this.RULE('formula', (): FormulaNode => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([
        {
          ALT: () => {
            this.CONSUME(Plus);
            return '+' as const;
          },
        },
        {
          ALT: () => {
            this.CONSUME(Minus);
            return '-' as const;
          },
        },
      ]);
      const right = this.SUBRULE2(this.product);
      left = this.ACTION(() => ({ kind: 'binary', operator, left, right, span: between(left, right) }));
    });
    return left;
  });

  protected product = this.RULE('product', (): FormulaNode => {
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const operator = this.OR([
        {
          ALT: () => {
            this.CONSUME(Times);
            return '*' as const;
          },
        },
        {
          ALT: () => {
            this.CONSUME(Slash);
            return '/' as const;
          },
        },
      ]);
      const right = this.SUBRULE2(this.factor);
      left = this.ACTION(() => ({ kind: 'binary', operator, left, right, span: between(left, right) }));
    });
    return left;
  });

  /** `log(x + 1)`: a function takes any formula. */
  protected call = this.RULE('call', (): FormulaNode => {
    const token = this.CONSUME(Name);
    this.CONSUME(LParen);
    const args: FormulaNode[] = [];
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        const one = this.SUBRULE(this.formulaArgument);
        args.push(one);
      },
    });
    const close = this.CONSUME(RParen);
    return this.ACTION(() => ({
      kind: 'call' as const,
      name: { text: nameText(token.image), span: spanOf(token, token), quoted: false },
      args,
      span: spanOf(token, close),
    }));
  });

  protected formulaArgument = this.RULE(
    'formulaArgument',
    (): FormulaNode =>
      this.OR<FormulaNode>([
        {
          GATE: () => this.LA(2).tokenType === Range,
          ALT: () => {
            const first = this.SUBRULE(this.name);
            this.CONSUME(Range);
            const last = this.SUBRULE2(this.name);
            return this.ACTION(() => ({ kind: 'run' as const, first, last, span: between(first, last) }));
          },
        },
        { ALT: () => this.SUBRULE(this.formula) },
      ]),
  );

  protected factor = this.RULE(
    'factor',
    (): FormulaNode =>
      this.OR<FormulaNode>([
        { GATE: () => this.LA(1).tokenType === Name && this.LA(2).tokenType === LParen, ALT: () => this.SUBRULE(this.call) },
        {
          ALT: () => {
            const figure = this.SUBRULE(this.figure);
            return this.ACTION(() => ({
              kind: 'number' as const,
              value: figure.percent ? figure.value / 100 : figure.value,
              span: figure.span,
            }));
          },
        },
        {
          ALT: () => {
            const address = this.SUBRULE(this.address);
            return this.ACTION(() => ({ kind: 'address' as const, address, span: address.span }));
          },
        },
        {
          ALT: () => {
            const minus = this.CONSUME(Minus);
            const operand = this.SUBRULE(this.factor);
            return this.ACTION(() => ({ kind: 'negate' as const, operand, span: { start: minus.startOffset, end: operand.span.end } }));
          },
        },
        {
          ALT: () => {
            const open = this.CONSUME(LParen);
            const inner = this.SUBRULE(this.formula);
            const close = this.CONSUME(RParen);
            return this.ACTION(() => ({ ...inner, span: spanOf(open, close) }));
          },
        },
      ]),
  );
}
