// What a careful colleague would say about an index. Thresholds are the problems' own (problems/colleague).
import {
  crossLoadings,
  directionlessComponent,
  endpointByOne,
  itemsNotKept,
  keptByAHair,
  leftOutOfComposite,
  lowAdequacy,
  raise,
  substitutedItems,
  weakLoadings,
} from '../../problems/catalogue.ts';
import { coding } from '../../counts/points.ts';
import { scaleOf } from '../../counts/scaled.ts';
import { wholeSums } from '../../procedures/describe/level-sums.ts';
import type { Texts } from '../../data/texts.ts';
import type { Problem } from '../../problems/problem.ts';
import { linearOf } from '../../rowless/columns.ts';
import type { IndexResult } from '../results.ts';
import { directionOf } from './component-direction.ts';

const SALIENT = 0.4;
const HAIR = 0.05;

/** Adds to `warn`. `ids`: names of the respondents, null where they have none. */
export function warnOfIndex(warn: Problem[], result: IndexResult, ids: Texts | null): void {
  const { job, loadings } = result;
  if (result.factorability !== null && result.factorability.kmo < 0.6)
    warn.push(raise(lowAdequacy, { index: job.name, kmo: result.factorability.kmo }, { at: job.name }));
  const at = (clause: string): string => `${job.name}/${clause}`;
  const last = result.eigenvalues[result.kept - 1];
  const next = result.eigenvalues[result.kept];
  const retained = (): number => result.retention!.parallel.retained;
  if (last !== undefined && Math.abs(last - 1) < HAIR)
    warn.push(
      raise(
        keptByAHair,
        { index: job.name, kept: result.kept, eigenvalue: last, position: result.kept, parallel: retained() },
        { at: at('keep') },
      ),
    );
  else if (next !== undefined && Math.abs(next - 1) < HAIR)
    warn.push(
      raise(
        keptByAHair,
        { index: job.name, kept: result.kept, eigenvalue: next, position: result.kept + 1, parallel: retained() },
        { at: at('keep') },
      ),
    );
  const weak = job.items.filter((_, i) => loadings[i]!.every((value) => Math.abs(value) < SALIENT));
  if (weak.length > 0) warn.push(raise(weakLoadings, { index: job.name, items: weak }, { at: at('of') }));
  const crossed = job.items.filter((_, i) => loadings[i]!.filter((value) => Math.abs(value) >= SALIENT).length > 1);
  if (crossed.length > 0) warn.push(raise(crossLoadings, { index: job.name, items: crossed }, { at: at('of') }));
  const left = job.components.filter((component) => !job.compose.includes(component.name));
  if (left.length > 0 && job.compose.length > 0)
    warn.push(raise(leftOutOfComposite, { index: job.name, components: left.map((component) => component.name) }, { at: at('compose') }));
  if (job.components.length > 0 && job.components.length < result.kept)
    warn.push(raise(itemsNotKept, { index: job.name, kept: result.kept, named: job.components.length }, { at: at('keep') }));
  // Without names every component is composed, each turned as its loadings say.
  if (job.components.length === 0) {
    for (let position = 0; position < result.kept; position += 1) {
      const { bothWays, pivot } = directionOf(job.items.map((item, i) => ({ item, loading: loadings[i]![position]! })));
      if (bothWays) warn.push(raise(directionlessComponent, { index: job.name, component: position + 1, item: pivot }, { at: at('of') }));
    }
  }
  if (job.missing === 'mean' && result.filled > 0)
    warn.push(
      raise(substitutedItems, { name: job.name, filled: result.filled, cells: result.n * job.items.length }, { at: at('missing') }),
    );
  const ownEnds = job.goalposts.kind === 'observed' && (job.rescale.kind === 'range' || job.rescale.kind === 'components');
  if (ownEnds) warnOfEndpoint(warn, result, ids);
}

/** A min–max end that one respondent sets far from everybody else squeezes all others together. */
function warnOfEndpoint(warn: Problem[], result: IndexResult, ids: Texts | null): void {
  for (const [name, values] of result.scores) {
    // Sums do not tell who stands apart.
    if (linearOf(values) !== null) continue;
    const ends = endsOf(values);
    if (ends.n < 20) continue;
    const range = ends.highest - ends.lowest;
    const top = ends.highest - ends.secondHighest;
    const bottom = ends.secondLowest - ends.lowest;
    const gap = Math.max(top, bottom);
    if (gap < 0.3 * range) continue;
    const row = values.indexOf(top >= bottom ? ends.highest : ends.lowest);
    warn.push(
      raise(
        endpointByOne,
        { score: name, row: row + 1, id: ids?.at(row) ?? null, share: gap / range, end: top >= bottom ? 'highest' : 'lowest' },
        { at: name },
      ),
    );
  }
}

/** The two smallest and the two largest numbers; the same twice when two respondents have it. */
function endsOf(values: Float64Array): { n: number; lowest: number; secondLowest: number; highest: number; secondHighest: number } {
  if (values.length >= coding.from) {
    const { base, at } = scaleOf(values);
    const { n: count, ...ends } = wholeSums(base);
    return {
      n: count,
      lowest: at(ends.lowest),
      secondLowest: at(ends.secondLowest),
      highest: at(ends.highest),
      secondHighest: at(ends.secondHighest),
    };
  }
  let n = 0;
  let [lowest, secondLowest, highest, secondHighest] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    n++;
    if (value < lowest) {
      secondLowest = lowest;
      lowest = value;
    } else if (value < secondLowest) secondLowest = value;
    if (value > highest) {
      secondHighest = highest;
      highest = value;
    } else if (value > secondHighest) secondHighest = value;
  }
  return { n, lowest, secondLowest, highest, secondHighest };
}
