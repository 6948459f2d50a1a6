// Parts against totals: counts of levels against the category's n and the sample, groups against all, populations against their sum.
import { show } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { categoriesOf, cellAt, indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** Exact sums of printed whole numbers; a valid n may fall short of the sample, never exceed it. */
export function totals(study: PrintedStudy): CheckResult {
  const out = report();
  const whole = (text: string): PrintedCell | null => { const cell = cellAt(study, text); return cell !== null && cell.decimals === 0 ? cell : null; };
  const sample = whole('sample');
  for (const category of categoriesOf(study)) {
    const of = (quantity: string): (PrintedCell | null)[] => category.levels.map((level) => whole(`${category.name}.${level.name}.${quantity}`));
    compare(out, category.name, of('count'), whole(`${category.name}.n`), 'equal');
    if (whole(`${category.name}.n`) === null) compare(out, category.name, of('count'), sample, 'at most');
    compare(out, category.name, of('population'), whole(`${category.name}.population`), 'equal');
    for (const job of indicesOf(study)) {
      for (const name of [job.name, ...job.components.map((component) => component.name)]) {
        const parts = category.levels.map((level) => whole(`${name}.n(${category.name}.${level.name})`));
        compare(out, name, parts, whole(`${name}.n(all)`) ?? whole(`${name}.n`), 'at most');
      }
    }
  }
  if (sample !== null) {
    for (const cell of study.cells) {
      if (cell.operator !== '=' || cell.decimals !== 0 || cell === sample || !['n', 'count'].includes(cell.address.path.at(-1)!)) continue;
      if (cell.value <= sample.value) { out.right += 1; continue; }
      out.findings.push({ check: 'totals', certainty: 'impossible', at: [cell.at, sample.at], message: `${cell.text} is printed as ${cell.printed}, more than the sample of ${sample.printed}.`, arithmetic: `${cell.printed} > ${sample.printed}.`, consistent: `At most ${sample.printed}.` });
    }
  }
  return out;
}

function compare(out: ReturnType<typeof report>, name: string, parts: readonly (PrintedCell | null)[], total: PrintedCell | null, relation: 'equal' | 'at most'): void {
  const known = parts.filter((part): part is PrintedCell => part !== null);
  if (total === null || known.length < parts.length || known.length < 2) return;
  const sum = known.reduce((so, part) => so + part.value, 0);
  if (sum === total.value || (relation === 'at most' && sum < total.value)) { out.right += 1; return; }
  out.findings.push({
    check: 'totals', certainty: 'inconsistent', at: [...known.map((part) => part.at), total.at],
    message: `The parts of ${name} ${relation === 'equal' ? 'do not sum to' : 'sum to more than'} their total, ${total.printed}.`,
    arithmetic: `${known.map((part) => part.printed).join(' + ')} = ${show(sum, 0)}.`,
    consistent: `A total of ${show(sum, 0)}; or ${known.map((part) => `${part.row ?? part.text} ${show(part.value + total.value - sum, 0)}`).join(', or ')}.`,
  });
}
