// How respondents were drawn, told to Stata: `svyset`, and the descriptive statistics that need nothing else. Stata's defaults are with
// replacement, so that a population is said as one of units; what a calibration does to weights is not in the script.
import type { DataPlan } from '../../data/survey-plan.ts';
import { columnOf } from '../../data/frame.ts';
import type { Writing } from './read.ts';
import { rawName, rawNumbers } from './text.ts';

/** What a stratum with a single unit adds (Stata 16 Survey Data Reference Manual, svyset). */
const SINGLE = { refused: 'missing', adjust: 'centered', certainty: 'certainty', average: 'scaled' } as const;

/** Null where part of it stands in a column that the script does not have, or is calibrated. */
export function svyset({ reading }: Writing, data: DataPlan): readonly string[] | null {
  const { design, cluster, lonely } = data;
  if (design === undefined || (design.margins?.length ?? 0) > 0) return null;
  const { names } = reading;
  const known = (name: string): boolean => reading.declared.has(name) || isOfFile(name);
  const isOfFile = (name: string): boolean => {
    const column = columnOf(reading.frame, name);
    return column !== undefined && column.joinedFrom === undefined;
  };
  const lines: string[] = [];
  /** A whole number a group. */
  const grouped = (name: string, key: string): string => {
    const own = names.of(key);
    lines.push(`egen double ${own} = group(${reading.declared.has(name) ? names.of(name) : rawName(reading, name)})`);
    return own;
  };
  const number = (name: string, key: string): string => {
    if (reading.declared.has(name)) return names.of(name);
    const own = names.of(key);
    lines.push(`generate double ${own} = ${rawNumbers(reading, columnOf(reading.frame, name)!)}`);
    return own;
  };
  const { weight, stratum, population } = design;
  const columns = [weight, stratum, cluster, typeof population === 'string' ? population : undefined];
  if (columns.some((name) => name !== undefined && !known(name))) return null;
  const unit = cluster === undefined ? '_n' : grouped(cluster, 'design cluster');
  const weights = weight === undefined ? '' : ` [pweight = ${number(weight, 'design weight')}]`;
  const options = [
    ...(stratum === undefined ? [] : [`strata(${grouped(stratum, 'design stratum')})`]),
    ...(population === undefined
      ? []
      : [`fpc(${typeof population === 'string' ? number(population, 'design population') : populationOf(population)})`]),
    `singleunit(${SINGLE[lonely ?? 'refused']})`,
  ];
  return [...lines, `svyset ${unit}${weights}, ${options.join(' ')}`];

  function populationOf(units: number): string {
    const own = names.of('design population');
    lines.push(`generate double ${own} = ${units}`);
    return own;
  }
}

/** Means of numbers and shares of levels, with the standard errors of the design. */
export const surveyDescriptives = (numbers: readonly string[], categories: readonly string[]): readonly string[] => [
  ...numbers.map((name) => `svy: mean ${name}`),
  ...categories.map((name) => `svy: tabulate ${name}, count percent se deff`),
];
