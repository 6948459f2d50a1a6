// What a hover says of mediations and of counts of deprivations.
import { effectsTable } from './describe-models.ts';
import { defaultsText, join } from './describe-parts.ts';
import { escape } from './markdown.ts';
import type { Snapshot } from './snapshot.ts';
import { quantityAt, textOfQuantity } from './values.ts';
import { wordsOf } from './words.ts';

export function deprivationBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.deprivations.get(name);
  const quantities = s.numbers?.results.quantities;
  const words = wordsOf(s);
  const line = (['h', 'a', 'm0', 'n'] as const).flatMap((one) => {
    const text = quantities === undefined ? null : textOfQuantity(words, quantityAt(quantities, name, one));
    return text === null ? [] : [one === 'n' ? words.number('n', text) : `${one.toUpperCase()} ${text}`];
  });
  return job === undefined ? '' : join(line.join(' · '), defaultsText(words, job.defaults));
}

export function mediationBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.mediations.get(name);
  const found = s.numbers?.results.mediations.find((one) => one.job.name === name);
  const words = wordsOf(s);
  return job === undefined
    ? ''
    : join(
        found !== undefined && (effectsTable(words, s.numbers!.results, found) || escape(words.reason(found.reason))),
        defaultsText(words, job.defaults),
      );
}
