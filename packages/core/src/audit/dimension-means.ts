// Means of dimensions and blocks against those of their items.
import type { MeanOption } from '../contract/audit-facts/index.ts';
import { gridOf } from './answers.ts';
import { show, slipsInto } from '../text/digits.ts';
import { pathsOf, report, type CheckResult, type Repair } from './finding.ts';
import { meanOf, meets, subtract, scale, sumOf, add, type Interval } from './interval.ts';
import { answersOf, cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { scaleOf } from './subject.ts';

/**
 * The mean of a dimension is the mean of its items' means, as the field's tables print it. Needs all of them in print. With missing answers
 * the mean of the respondents' own means may differ a little from it: how many would have to have left something out is worked out first.
 */
export function dimensionMeans(study: PrintedStudy): CheckResult {
  const out = report();
  for (const group of study.plan.groups) {
    const whole = cellAt(study, `${group.name}.mean`);
    if (whole === null) continue;
    const parts = group.members.map((name) => cellAt(study, `${name}.mean`));
    const known = parts.filter((part): part is PrintedCell => part !== null);
    if (known.length < parts.length || known.length === 0) {
      out.skip(whole.text, 'item-means-not-printed');
      continue;
    }
    const mean = meanOf(known);
    if (meets(mean, whole)) {
      out.holds([whole, ...known]);
      continue;
    }
    const candidates = candidatesOf(study, whole, known);
    const likely = candidates.filter((one) => one.likely);
    const chosen = likely.length > 0 ? likely : candidates;
    const [only] = chosen;
    const repairs: Repair[] =
      likely.length === 1 && only !== undefined && only.texts.length === 1 ? [{ at: only.cell.at, text: only.texts[0]! }] : [];
    const gap = mean.low > whole.high ? mean.low - whole.high : whole.low - mean.high;
    const left = leftOut(study, group.name, group.members, whole, gap);
    const plausible = left.known ?? (likely.length > 0 ? SURELY : PLAUSIBLY);
    const open = left.known !== 0 && left.needed <= (likely.length > 0 ? Math.min(plausible, SURELY) : plausible);
    out.findings.push({
      check: 'dimension-means',
      certainty: open ? 'worth a look' : 'inconsistent',
      involved: pathsOf([whole, ...known]),
      at: [...new Set([...chosen, ...candidates].map((one) => one.cell.at))].slice(
        0,
        Math.max(1, likely.length === 0 ? known.length + 1 : likely.length),
      ),
      fact: {
        kind: 'mean-of-means',
        name: group.name,
        printed: whole.printed,
        parts: known.map((part) => part.printed),
        mean: { ...mean, decimals: whole.decimals + 2 },
        options: chosen.map((one) => one.option),
        missing: left.known === 0 || left.needed > 1 ? null : { needed: left.needed, known: left.known, open },
      },
      repairs: open ? [] : repairs,
    });
  }
  return out;
}

/**
 * Shares of respondents with missing answers that need not surprise: where nothing is printed about them, and where another explanation
 * fits to the digit.
 */
const PLAUSIBLY = 0.1;
const SURELY = 0.02;

/**
 * Which share of the respondents must have left an item out for the mean of their own means (or of those who answered everything) to be
 * `gap` away from the mean of the items' means: one of them moves it by no more than 1/n of the way to the further end of the scale. And
 * which share can have, where valid answers are printed: as many as answers are missing.
 */
function leftOut(
  study: PrintedStudy,
  group: string,
  members: readonly string[],
  whole: PrintedCell,
  gap: number,
): { readonly needed: number; readonly known: number | null } {
  const scaleOfGroup = scaleOf(study, group);
  const reach = scaleOfGroup === null ? null : Math.max(scaleOfGroup.high - whole.value, whole.value - scaleOfGroup.low);
  const counts = members.map((name) => answersOf(study, name));
  const all = study.sample ?? Math.max(...counts.map((count) => count ?? 0));
  const known =
    counts.includes(null) || all === 0 ? null : Math.min(1, counts.reduce((total: number, count) => total + (all - count!), 0) / all);
  return { needed: reach === null || reach <= 0 ? 0 : gap / reach, known };
}

interface Candidate {
  readonly cell: PrintedCell;
  readonly texts: readonly string[];
  readonly likely: boolean;
  readonly option: MeanOption;
}

/** Single cells that could be the wrong one: an item whose direction was not turned, or a figure one slip away from what fits. */
function candidatesOf(study: PrintedStudy, whole: PrintedCell, known: readonly PrintedCell[]): Candidate[] {
  const out: Candidate[] = [];
  const needed = (part: PrintedCell): Interval => subtract(scale(whole, known.length), sumOf(known.filter((one) => one !== part)));
  for (const part of known) {
    const name = part.address.path[0]!;
    const variable = study.variables.get(name);
    const grid = variable?.kind === 'indicator' ? gridOf(variable) : null;
    const wanted = needed(part);
    if (grid !== null) {
      const turned = subtract(
        add({ low: grid.origin, high: grid.origin }, { low: grid.origin + grid.step * grid.top, high: grid.origin + grid.step * grid.top }),
        part,
      );
      if (meets(turned, wanted)) {
        const text = show(2 * grid.origin + grid.step * grid.top - part.value, part.decimals);
        out.push({
          cell: part,
          texts: [text],
          likely: true,
          option: { of: 'turned-round', name, ends: 2 * grid.origin + grid.step * grid.top, printed: part.printed, text },
        });
        continue;
      }
    }
    const slips = slipsInto(part.printed, part.decimals, wanted.low, wanted.high);
    const reachable = grid === null || meets(wanted, { low: grid.origin, high: grid.origin + grid.step * grid.top });
    if (slips.length > 0) out.push({ cell: part, texts: slips, likely: false, option: { of: 'texts', name, texts: slips } });
    else if (reachable)
      out.push({ cell: part, texts: [], likely: false, option: { of: 'range', name, range: { ...wanted, decimals: part.decimals } } });
  }
  const mean = meanOf(known);
  const slips = slipsInto(whole.printed, whole.decimals, mean.low - (whole.high - whole.value), mean.high + (whole.high - whole.value));
  out.push({
    cell: whole,
    texts: slips,
    likely: false,
    option: { of: 'range', name: whole.address.path[0]!, range: { ...mean, decimals: whole.decimals } },
  });
  // With a reversal that fits exactly, slips of other cells are far less likely.
  return out.some((one) => one.likely) ? out.filter((one) => one.likely) : out;
}
