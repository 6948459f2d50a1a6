// What an address takes in brackets, and what a clause takes, while they are written.
import { signatures as all, type ArgumentKind } from '../semantics/quantities.ts';
import { callAround, cursorAt } from './cursor.ts';
import { entityOf, signaturesOf } from './entities.ts';
import { phrasesOf } from './phrases.ts';
import type { Snapshot } from './snapshot.ts';
import type { SignatureHelp } from './types.ts';

const argumentDocs: Readonly<Record<ArgumentKind, string>> = {
  item: 'An item of the index; a dimension or a block stands for its items, `each` for all.',
  variable: 'A variable of the table, a mediator, a dimension of deprivation, a predictor with all its levels; `each` for all.',
  component: 'A component of the index, by its name.',
  factor: 'A factor of the measurement: a dimension, or one of the second order; `each` for all dimensions.',
  member: 'An item of the measurement, or a factor; `each` for every item.',
  part: 'A component of the index, or an item of it.',
  level: 'A level, `category.level`; a category stands for its levels, `all` is every case.',
  option: 'An option of the question, by its own name; `each` for all.',
  term: 'A predictor: `variable`, `variable.level`, a product `a:b`; a block stands for its members, `each` for all.',
  number: 'A whole number, from 1.',
  hypothesis: 'A hypothesis with a claim about the number.',
  outcome: 'A level or value of what the regression explains; `each` for all.',
  source: 'The column of the groups, `residual`, or a predictor of `random`.',
};

export function signatureAt(s: Snapshot, offset: number): SignatureHelp | null {
  const inComment = s.file.parsed.comments.some(({ span }) => span.start < offset && offset <= span.end);
  const cursor = cursorAt(s.file.text, offset, inComment);
  if (cursor === null || cursor.spot.kind === 'text') return null;
  const call = callAround(cursor.tokens, cursor.at);
  if (call !== null) {
    const entity = entityOf(s, call.path);
    const quantity = entity?.rest.join('.') ?? '';
    const known = entity === null ? [] : entity.kind === 'placeholder' ? Object.values(all).flat() : signaturesOf(s, entity);
    const fitting = [
      ...new Map(known.filter((one) => one.name === quantity && one.args.length > 0).map((one) => [one.args.join(), one])).values(),
    ];
    if (fitting.length === 0) return null;
    return {
      signatures: fitting.map((one) => {
        let at = one.name.length + 1;
        const parameters = one.args.map((arg) => {
          const span = { start: at, end: at + arg.length };
          at = span.end + 2;
          return { span, documentation: argumentDocs[arg] };
        });
        return { label: `${one.name}(${one.args.join(', ')})`, documentation: one.doc, parameters };
      }),
      activeSignature: Math.max(
        0,
        fitting.findIndex((one) => one.args.length > call.argument),
      ),
      activeParameter: call.argument,
    };
  }
  if (cursor.spot.kind !== 'clause') return null;
  const { entry } = cursor.spot.clause;
  const phrases = phrasesOf(cursor.declarations.at(-1)?.entry.kind ?? '', entry.word);
  const label = phrases.length === 0 ? entry.example : `${entry.word} ${phrases.map((one) => one.text).join(' | ')}`;
  return { signatures: [{ label, documentation: entry.doc, parameters: [] }], activeSignature: 0, activeParameter: 0 };
}
