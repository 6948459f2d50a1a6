// Coefficients with standard errors, t, p, stars and intervals: each against the others.
import { tQuantile, tTwoSided } from '../numerics/distributions.ts';
import { termOf } from './composite-identity.ts';
import { show, showInterval, slipsInto } from './digits.ts';
import { report, type CheckResult, type NewFinding } from './finding.ts';
import { absolute, add, divided, meets, multiplied, subtract, type Interval } from './interval.ts';
import { casesOf, modelsOf } from './models.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** t = b/SE; p two-sided of t with n − k − 1 degrees of freedom; stars by p; the 95 % interval b ± t₍.975₎·SE. */
export function coefficientTests(study: PrintedStudy): CheckResult {
  const out = report();
  // In a table without any star the lack of one says nothing.
  const starredTables = new Set(study.cells.filter((cell) => cell.stars !== null && cell.stars !== 'ns').map((cell) => cell.table));
  for (const model of modelsOf(study)) {
    const front = `${model.job.name}.${model.outcome}`;
    const n = casesOf(study, model);
    const df = n === null ? null : n - model.k - 1;
    const terms = new Set(study.cells.filter((cell) => cell.address.args !== null && cell.text.startsWith(`${front}.`) && ['b', 'beta', 'se', 't', 'p'].includes(cell.address.path[2] ?? '')).map(termOf));
    for (const term of terms) {
      const at = (quantity: string): PrintedCell | null => cellAt(study, `${front}.${quantity}(${term})`);
      const [b, se, t] = [at('b'), at('se'), at('t')];
      const p = study.by.get(`${front}.p(${term})`)?.[0] ?? null;
      const name = `${front}, ${term}`;
      const ratio = b !== null && se !== null && se.low > 0 ? divided(b, se) : null;
      if (ratio !== null && t !== null) say(out, meets(ratio, t), () => ratioFinding(name, b!, se!, t, ratio));
      const known: Interval | null = t !== null ? t : ratio;
      // Other than classical errors have other degrees of freedom.
      if (known === null || df === null || df < 1 || model.job.errors.kind !== 'classical') continue;
      const size = absolute(known);
      const range = { low: tTwoSided(size.high, df), high: tTwoSided(size.low, df) };
      const source = t !== null ? `t = ${t.printed}` : `t = ${b!.printed}/${se!.printed} = ${showInterval(ratio!.low, ratio!.high, 2)}`;
      if (p !== null) {
        say(out, meets(range, p), () => ({ check: 'tests', certainty: 'inconsistent', at: [p.at, ...(t === null ? [] : [t.at])], message: `${name}: p, printed ${p.operator === '=' ? '' : `${p.operator} `}${p.printed}, is not that of its t.`, arithmetic: `${source} with ${df} degrees of freedom has p = ${showInterval(range.low, range.high, 4)}.`, consistent: `p = ${showInterval(range.low, range.high, Math.max(3, p.decimals))} would do.` }));
      }
      for (const starred of [at('beta'), b]) {
        if (starred === null || !starredTables.has(starred.table)) continue;
        const passed = starred.stars === null || starred.stars === 'ns' ? 0 : Math.min(starred.stars.length, starred.bands.length);
        const band = { low: passed >= starred.bands.length ? 0 : starred.bands[passed]!, high: passed === 0 ? 1 : starred.bands[passed - 1]! };
        say(out, meets(range, band), () => {
          const right = starred.bands.filter((bound) => (range.low + range.high) / 2 < bound).length;
          return { check: 'tests', certainty: 'inconsistent', at: [starred.at], message: `${name}: ${starred.printed} is printed with ${passed === 0 ? 'no star' : starred.stars!}, but its t says ${right === 0 ? 'none' : '*'.repeat(right)}.`,
            arithmetic: `${source} with ${df} degrees of freedom has p = ${showInterval(range.low, range.high, 4)}.`, consistent: `${starred.printed}${'*'.repeat(right)} would do.`, repairs: [{ at: starred.at, text: `${starred.printed}${'*'.repeat(right)}` }] };
        });
      }
      interval(out, name, b, se, at('low'), at('high'), df, model.job.confidence);
    }
  }
  return out;
}

function say(out: ReturnType<typeof report>, right: boolean, finding: () => NewFinding): void {
  if (right) out.right += 1; else out.findings.push(finding());
}

function ratioFinding(name: string, b: PrintedCell, se: PrintedCell, t: PrintedCell, ratio: Interval): NewFinding {
  const half = (cell: PrintedCell): number => cell.high - cell.value;
  const ofB = multiplied(t, se);
  const options = [['t', t, ratio], ['b', b, ofB]] as const;
  const slips = options.flatMap(([what, cell, wanted]) => { const texts = slipsInto(cell.printed, cell.decimals, wanted.low - half(cell), wanted.high + half(cell)); return texts.length === 0 ? [] : [{ what, cell, texts }]; });
  return { check: 'tests', certainty: 'inconsistent', at: [...slips.map((one) => one.cell.at), t.at, b.at, se.at].filter((at, i, all) => all.indexOf(at) === i), message: `${name}: t, printed ${t.printed}, is not b/SE.`, arithmetic: `${b.printed}/${se.printed} = ${showInterval(ratio.low, ratio.high, t.decimals + 1)}.`,
    consistent: slips.length === 0 ? `t = ${showInterval(ratio.low, ratio.high, t.decimals)} would do.` : `${slips.map((one) => `${one.what} = ${one.texts.slice(0, 3).join(' or ')}`).join(', or ')} would do.` };
}

function interval(out: ReturnType<typeof report>, name: string, b: PrintedCell | null, se: PrintedCell | null, low: PrintedCell | null, high: PrintedCell | null, df: number, confidence: number): void {
  if (low !== null && high !== null && b !== null) {
    // The estimate is the middle of its interval.
    const middle = { low: (low.low + high.low) / 2, high: (low.high + high.high) / 2 };
    say(out, meets(middle, b), () => ({ check: 'tests', certainty: 'inconsistent', at: [b.at, low.at, high.at], message: `${name}: b, printed ${b.printed}, is not the middle of its interval.`, arithmetic: `(${low.printed} + ${high.printed})/2 = ${show((middle.low + middle.high) / 2, b.decimals + 1)}.`, consistent: '' }));
  }
  if (b === null || se === null) return;
  const reach = multiplied({ low: tQuantile((1 + confidence) / 2, df), high: tQuantile((1 + confidence) / 2, df) }, se);
  for (const [cell, wanted] of [[low, subtract(b, reach)], [high, add(b, reach)]] as const) {
    if (cell === null) continue;
    say(out, meets(cell, wanted), () => ({ check: 'tests', certainty: 'inconsistent', at: [cell.at, b.at, se.at], message: `${name}: an end of the interval, printed ${cell.printed}, does not follow from b and SE.`, arithmetic: `${b.printed} ± ${show(tQuantile((1 + confidence) / 2, df), 3)}·${se.printed} gives ${showInterval(wanted.low, wanted.high, cell.decimals)}.`, consistent: `${showInterval(wanted.low, wanted.high, cell.decimals)} would do.` }));
  }
}
