// What is said of the readings of an index, and of what the tables show of each.
import type { ReadingFact, ReadingLine } from '../../../contract/audit-facts/index.ts';
import { list, showInterval } from '../../../text/digits.ts';
import { number, range } from './phrases.ts';

const WEIGHTED = { explained: 'weighted by explained variance', equal: 'weighted equally', given: 'weighted as given' } as const;

export function readingSentence(fact: ReadingFact): string {
  if (fact.of === 'answers') return `The mean of all ${fact.items} answers, each in percent of its scale.`;
  const which = fact.left.length === 0 ? `all ${fact.parts} components` : `the components without ${list(fact.left)}`;
  const how = WEIGHTED[fact.weights];
  return fact.of === 'composed'
    ? `The standardised scores of ${which}, ${how}, summed; the sum then rescaled by min–max.`
    : `Each of ${which} rescaled by min–max first; then their mean, ${how}.`;
}

export function readingLine(line: ReadingLine): string {
  switch (line.of) {
    case 'means':
      return (
        `${line.name ?? 'all'}: (${line.parts.map((part) => `${number(part.weight)}·${part.printed}`).join(' + ')})/` +
        `${number(line.sum)} = ${number(line.value)}, printed ${line.printed}`
      );
    case 'coefficients': {
      const asked = line.needs.map(
        ({ part, range: needed }) => `${part} ${needed === null ? 'above 0' : needed.high === 0 ? '0' : range(needed)}`,
      );
      const shown = line.left.parts.map((one) => `${one.part} ${showInterval(one.low, one.high, 3)}`);
      return `${line.left.where}: needs ${list(asked)}; its rows leave ${list(shown)}`;
    }
    case 'answers':
      return `all: the items' means give ${range(line.mean)}, printed ${line.printed}`;
  }
}
