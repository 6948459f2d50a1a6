// Percentages of levels against their counts, and counts against the sample: frequency tables and sampling tables.
import { either, list, show, slipBetween } from './digits.ts';
import { report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { divided, exactly, meets, scale, sumOf } from './interval.ts';
import { categoriesOf, cellAt, countAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

interface Level { readonly name: string; readonly count: PrintedCell | null; readonly percent: PrintedCell | null }

/** Valid percent = 100 · count / Σ counts. Where all percents fit the whole sample instead, they are shares of all cases, which is a question of definition only. */
export function shares(study: PrintedStudy): CheckResult {
  const out = report();
  for (const category of categoriesOf(study)) {
    const levels = category.levels.map((level): Level => ({ name: `${category.name}.${level.name}`, count: cellAt(study, `${category.name}.${level.name}.count`), percent: cellAt(study, `${category.name}.${level.name}.percent`) }));
    percentsOf(study, category.name, levels, out);
    sampledOf(study, category.name, levels, out);
  }
  return out;
}

function percentsOf(study: PrintedStudy, name: string, levels: readonly Level[], out: ReturnType<typeof report>): void {
  const percents = levels.flatMap((level) => (level.percent === null ? [] : [level.percent]));
  if (percents.length === 0) return;
  const valid = levels.every((level) => level.count !== null) ? levels.reduce((total, level) => total + level.count!.value, 0) : countAt(study, `${name}.n`);
  if (valid === null || valid <= 0) {
    if (percents.length < levels.length) { out.skipped.push({ what: `percentages of ${name}`, why: 'not all counts of its levels are printed' }); return; }
    const total = sumOf(percents);
    if (meets(total, exactly(100))) { out.right += 1; return; }
    out.findings.push({ check: 'shares', certainty: 'inconsistent', at: percents.map((cell) => cell.at), message: `The percentages of ${name} do not sum to 100.`, arithmetic: `${percents.map((cell) => cell.printed).join(' + ')} = ${show(percents.reduce((sum, cell) => sum + cell.value, 0), percents[0]!.decimals)}.`, consistent: '' });
    return;
  }
  const wrong = (counts: readonly (number | null)[], base: number): Level[] => levels.filter((level, i) => level.percent !== null && counts[i] !== null && !meets(exactly((100 * counts[i]!) / base), level.percent));
  const counts = levels.map((level) => level.count?.value ?? null);
  const off = wrong(counts, valid);
  const checked = levels.filter((level) => level.percent !== null && level.count !== null).length;
  if (off.length === 0) { out.right += checked; return; }
  const all = study.sample;
  if (all !== null && all !== valid && wrong(counts, all).length === 0) {
    out.findings.push({ check: 'shares', certainty: 'worth a look', at: off.map((level) => level.percent!.at), message: `The percentages of ${name} are shares of the whole sample, not of the ${valid} valid answers.`,
      arithmetic: `${off[0]!.count!.printed}/${all} = ${show((100 * off[0]!.count!.value) / all, off[0]!.percent!.decimals)} %, ${off[0]!.count!.printed}/${valid} = ${show((100 * off[0]!.count!.value) / valid, off[0]!.percent!.decimals)} %.`, consistent: 'Say in the table what the percentages are shares of.' });
    return;
  }
  out.right += checked - off.length;
  out.findings.push(percentFinding(study, name, levels, valid, off));
}

function percentFinding(study: PrintedStudy, name: string, levels: readonly Level[], valid: number, off: readonly Level[]): NewFinding {
  const first = off[0]!;
  const arithmetic = off.map((level) => `${level.count!.printed}/${valid} = ${show((100 * level.count!.value) / valid, level.percent!.decimals + 1)} %, printed ${level.percent!.printed}`).join('; ') + '.';
  // A wrong count changes the total, so it puts most percentages out; a wrong percentage stands alone.
  const counts = levels.flatMap((level) => {
    if (level.count === null || level.percent === null || levels.some((one) => one.count === null)) return [];
    const rest = valid - level.count.value;
    const share = scale(level.percent, 0.01);
    const needed = divided(scale(share, rest), { low: 1 - share.high, high: 1 - share.low });
    const fits: number[] = [];
    for (let count = Math.max(0, Math.ceil(needed.low - 1e-9)); count <= needed.high + 1e-9 && fits.length < 50; count++) {
      if (study.sample !== null && rest + count > study.sample) break;
      if (levels.every((one) => one.percent === null || meets(exactly((100 * (one === level ? count : one.count!.value)) / (rest + count)), one.percent))) fits.push(count);
    }
    const near = fits.filter((count) => slipBetween(level.count!.printed, String(count)) !== 'other');
    const kept = near.length > 0 ? near : fits;
    return kept.length === 0 ? [] : [{ level, fits: kept }];
  });
  const percentFits = off.length === 1 && first.percent !== null;
  const wanted = show((100 * first.count!.value) / valid, first.percent!.decimals);
  const options = [...(percentFits ? [`${first.name} ${wanted} %`] : []), ...counts.map((one) => `a count of ${list(one.fits, 4)} at ${one.level.name}`)];
  const repairs: Repair[] = percentFits && counts.length === 0 ? [{ at: first.percent!.at, text: wanted }] : !percentFits && counts.length === 1 && counts[0]!.fits.length === 1 ? [{ at: counts[0]!.level.count!.at, text: String(counts[0]!.fits[0]!) }] : [];
  return {
    check: 'shares', certainty: 'inconsistent', at: [...(percentFits ? [first.percent!.at] : counts.map((one) => one.level.count!.at)), ...off.map((level) => level.percent!.at)].filter((at, i, all) => all.indexOf(at) === i),
    message: percentFits ? `${first.name}: ${first.percent!.printed} % contradicts its count, ${first.count!.printed} of ${valid}.` : `The percentages of ${name} contradict their counts.`,
    arithmetic, consistent: options.length === 0 ? `With ${valid} valid answers: ${off.map((level) => `${level.name} ${show((100 * level.count!.value) / valid, level.percent!.decimals)} %`).join(', ')}.` : `${either(options)} would do.`, repairs,
  };
}

/** Sampling rates: `sampled` = 100 · count / `population`, level by level and for the category as a whole. */
function sampledOf(study: PrintedStudy, name: string, levels: readonly Level[], out: ReturnType<typeof report>): void {
  const total = { name, count: cellAt(study, `${name}.n`) ?? cellAt(study, 'sample') };
  for (const one of [...levels, total]) {
    const population = cellAt(study, `${one.name}.population`);
    const rate = cellAt(study, `${one.name}.sampled`);
    if (population === null || rate === null) continue;
    const count = one.count;
    if (count === null) { out.skipped.push({ what: rate.text, why: 'its count is not printed' }); continue; }
    const exact = (100 * count.value) / population.value;
    if (meets(exactly(exact), rate)) { out.right += 1; continue; }
    out.findings.push({
      check: 'shares', certainty: 'inconsistent', at: [rate.at, count.at, population.at], message: `${one.name}: ${rate.printed} % contradicts its counts, ${count.printed} of ${population.printed}.`,
      arithmetic: `${count.printed}/${population.printed} = ${show(exact, rate.decimals)} %.`,
      consistent: `${show(exact, rate.decimals)} % would do; or ${show((rate.value * population.value) / 100, 0)} of ${population.printed}; or ${count.printed} of ${show((100 * count.value) / rate.value, 0)}.`,
    });
  }
}
