// What an address takes in brackets, and what a clause takes, while they are written.
import { signatures as all } from '../semantics/quantities.ts';
import { callAround, cursorAt } from './cursor.ts';
import { entityOf, signaturesOf } from './entities.ts';
import { phrasesOf } from './phrases.ts';
import type { Snapshot } from './snapshot.ts';
import type { SignatureHelp } from './types.ts';
import { told, wordsOf } from './words.ts';

export function signatureAt(s: Snapshot, offset: number): SignatureHelp | null {
  const inComment = s.file.parsed.comments.some(({ span }) => span.start < offset && offset <= span.end);
  const cursor = cursorAt(s.file.text, offset, inComment);
  if (cursor === null || cursor.spot.kind === 'text') return null;
  const words = wordsOf(s).completion;
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
          const span = { start: at, end: at + words.argument(arg).length };
          at = span.end + 2;
          return { span, documentation: words.argumentDocs[arg] };
        });
        return { label: `${one.name}(${one.args.map(words.argument).join(', ')})`, documentation: told(s, one.doc), parameters };
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
  return { signatures: [{ label, documentation: told(s, entry.doc), parameters: [] }], activeSignature: 0, activeParameter: 0 };
}
