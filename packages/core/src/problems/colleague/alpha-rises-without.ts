// An item that works against the others.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const alphaRisesWithout = defineProblem<{ group: string; item: string; alpha: number; without: number | null; itemTotal: number }>({
  code: 'SS601',
  name: 'alpha-rises-without',
  severity: 'warning',
  title: 'An item that works against the others',
  message: ({ group, item, alpha, without, itemTotal }) =>
    `${item} fits badly into ${group}: its corrected item–total ` +
    `correlation is ${itemTotal.toFixed(3)}` +
    `${without === null ? '' : `, and alpha would be ${without.toFixed(3)} without it instead of ${alpha.toFixed(3)}`}.`,
  help: ({ item, itemTotal }) =>
    itemTotal < 0 ? `Was ${item} asked the other way round? Then declare it reversed.` : `Consider whether ${item} belongs here.`,
  explanation:
    `Alpha usually falls when an item is dropped. If it rises, or if the item correlates ` +
    `negatively with ` +
    `the rest, the ` +
    `item measures something else or was keyed the wrong way. Reported when alpha would ` +
    `rise by more ` +
    `than .01 or ` +
    `the item–total ` +
    `correlation is below 0.`,
  example: {
    command: 'run',
    wrong: study(`dimension k "K" on 1..6 {
  indicator a
  indicator b
  indicator against
}`),
    right: study(`dimension k "K" on 1..6 {
  indicator a
  indicator b
  indicator against reversed
}`),
    files: { 'survey.csv': csv() },
  },
});
