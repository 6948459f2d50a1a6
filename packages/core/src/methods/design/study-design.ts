// The design of a study: weights, strata, primary sampling units and populations made of its answers. Whoever estimates asks here; what is
// estimated is procedures/survey's.
import { countRows, type Codes } from '../../counts/points.ts';
import type { CodedStudy } from '../../data/coding.ts';
import { columnOf, missingIn, type Column, type Frame } from '../../data/frame.ts';
import { rowGroups } from '../../data/row-groups.ts';
import type { DesignPlan } from '../../data/survey-plan.ts';
import { numericCells } from '../../data/values.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import type { Memo } from '../../memo/memo.ts';
import type { ValueSet } from '../../contract/variables.ts';
import {
  badMargins,
  badPopulation,
  constantWeights,
  lonelyUnits,
  negativeWeights,
  noWeights,
  oneUnit,
  raise,
  withoutWeight,
  type Problem,
} from '../../problems/catalogue.ts';
import { codesOfNumbers } from '../../procedures/describe/frequencies.ts';
import { calibrate } from '../../procedures/survey/calibrate.ts';
import {
  designSize,
  lonelyStrata,
  surveyDesign,
  type DesignSize,
  type LonelyRule,
  type SurveyDesign,
} from '../../procedures/survey/design.ts';
import { weightSummary, type WeightSummary } from '../../procedures/survey/estimates.ts';
import type { Plan } from '../plan.ts';

export interface StudyDesign {
  readonly survey: SurveyDesign;
  readonly weights: WeightSummary;
  readonly size: DesignSize;
  /** Why there are no standard errors; null where there are. */
  readonly broken: string | null;
  /** What the population has of each level of a category, in order of the levels, where the data block says so. */
  readonly populations: ReadonlyMap<string, readonly number[]>;
  readonly problems: readonly Problem[];
}

/** Null where the plan states none: then every row counts once, and nothing here is asked. */
export function studyDesignOf(plan: Plan, coded: CodedStudy, frame: Frame, memo: Memo): StudyDesign | null {
  const { data } = plan;
  if (data?.design === undefined) return null;
  const { design } = data;
  const column = (name: string | undefined): Column | null => (name === undefined ? null : (columnOf(frame, name) ?? null));
  const numbers = (name: string | undefined): Float64Array | null => {
    if (name === undefined) return null;
    const declared = coded.numbers.get(name);
    if (declared !== undefined) return declared;
    const own = column(name);
    return own === null ? null : cellsOf(memo, { column: own, missing: missingIn(own, coded.missing) });
  };
  const groups = (name: string | undefined): Codes | null => {
    if (name === undefined) return null;
    const declared = coded.categories.get(name);
    if (declared !== undefined) return declared;
    const values = coded.numbers.get(name);
    if (values !== undefined) return valueGroups(memo, { values });
    const own = column(name);
    return own === null ? null : groupsOfColumn(memo, { column: own, missing: missingIn(own, coded.missing) });
  };
  return designed(memo, {
    rows: coded.rows,
    design,
    lonely: data.lonely ?? null,
    cluster: data.cluster,
    weight: numbers(design.weight),
    strata: groups(design.stratum),
    clusters: groups(data.cluster),
    populations: typeof design.population === 'string' ? numbers(design.population) : null,
    levels: design.stratum === undefined ? 0 : (coded.levelNames.get(design.stratum)?.length ?? 0),
    margins: design.margins?.map(({ category }) => coded.categories.get(category) ?? null) ?? [],
  });
}

const cellsOf = derivation(
  'weights',
  { column: same<Column>(), missing: plain<ValueSet>() },
  ({ column, missing }) => numericCells(column, missing).values,
);
/** The clusters that a column's cells make, -1 where one is missing. */
export const groupsOfColumn = derivation('cluster', { column: same<Column>(), missing: plain<ValueSet>() }, ({ column, missing }) =>
  rowGroups(column, missing),
);

const valueGroups = derivation('groups of values', { values: same<Float64Array>() }, ({ values }) => codesOfNumbers(values).codes);

const designed = derivation(
  'design of the sample',
  {
    rows: plain<number>(),
    design: plain<DesignPlan>(),
    lonely: plain<LonelyRule | null>(),
    cluster: plain<string | undefined>(),
    weight: same<Float64Array | null>(),
    strata: same<Codes | null>(),
    clusters: same<Codes | null>(),
    populations: same<Float64Array | null>(),
    levels: plain<number>(),
    margins: each<Codes | null>(),
  },
  ({ rows, design, lonely: rule, cluster, weight, strata, clusters, populations, levels, margins }): StudyDesign => {
    const problems: Problem[] = [];
    const weights = weight ?? new Float64Array(rows).fill(1);
    tellOfWeights(problems, weights, design.weight ?? null);
    const out = (groups: Codes | null): number => (groups === null ? 0 : countRows(groups, (code, row) => code < 0 && weights[row]! > 0));
    for (const [groups, name, role] of [
      [strata, design.stratum, 'stratum'],
      [clusters, cluster, 'cluster'],
    ] as const) {
      const lost = out(groups);
      if (name !== undefined && lost > 0)
        problems.push(raise(withoutWeight, { column: name, role, missing: lost, zero: 0, rows }, { at: `data/${role}` }));
    }
    const one = design.population;
    const given = typeof one === 'number' ? new Float64Array(rows).fill(one) : populations;
    const input = { weights, strata: strata ?? undefined, clusters: clusters === null ? [] : [clusters] };
    const lonely = rule ?? 'certainty';
    let found = surveyDesign({ ...input, populations: given === null ? [] : [given], lonely });
    let broken: string | null = null;
    if ('problem' in found && found.problem !== 'nobody') {
      broken = 'the population does not fit the sample';
      problems.push(
        raise(
          badPopulation,
          found.problem === 'population'
            ? { found: { is: 'fewer', sampled: found.sampled, population: found.population }, units: cluster ?? null, row: found.row + 1 }
            : { found: { is: 'several', first: found.values[1], second: found.values[0] }, units: cluster ?? null, row: found.row + 1 },
          { at: 'data/population' },
        ),
      );
      found = surveyDesign({ ...input, lonely });
    }
    if ('problem' in found) {
      problems.push(
        raise(noWeights, { column: design.weight ?? null, rows }, { at: design.weight === undefined ? 'data' : 'data/weight' }),
      );
      const nobody = { weights: new Float64Array(rows), stages: [noStage(rows)], lonely, calibrated: [] } as const;
      return {
        survey: nobody,
        weights: weightSummary(nobody.weights),
        size: { strata: 0, psus: 0, df: 0 },
        broken: 'no row has a weight',
        populations: new Map(),
        problems,
      };
    }
    let survey = found;
    if (design.margins !== undefined) {
      const calibrated = calibrated1(survey, design.margins, margins);
      if (calibrated.problem !== null) {
        broken ??= 'the weights cannot be brought to the margins';
        problems.push(calibrated.problem);
      }
      survey = calibrated.survey;
    }
    const size = designSize(survey);
    const alone = lonelyStrata(survey);
    if (size.df <= 0) {
      broken ??= 'there are no more sampling units than strata';
      problems.push(
        raise(
          oneUnit,
          { strata: size.strata, psus: size.psus, cluster: cluster ?? null },
          { at: clusters === null ? 'data/stratum' : 'data/cluster' },
        ),
      );
    } else if (alone.length > 0 && rule === null) {
      broken ??= 'a stratum has a single sampling unit';
      problems.push(
        raise(
          lonelyUnits,
          { strata: alone.length, of: size.strata, row: alone[0]!.row + 1, stratum: design.stratum ?? null, cluster: cluster ?? null },
          { at: 'data/stratum' },
        ),
      );
    }
    return {
      survey,
      weights: weightSummary(survey.weights),
      size,
      broken,
      populations: populationsOf(design, clusters === null ? strata : null, given, levels),
      problems,
    };
  },
);

/** By the margins; of a stratum that is a category, where people were drawn and no groups of them. */
function populationsOf(
  { stratum, margins }: DesignPlan,
  strata: Codes | null,
  populations: Float64Array | null,
  levels: number,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  if (stratum !== undefined && strata !== null && populations !== null && levels > 0)
    found.set(
      stratum,
      Array.from({ length: levels }, (_, level) => populations[strata.indexOf(level)] ?? NaN),
    );
  for (const margin of margins ?? [])
    found.set(
      margin.category,
      margin.levels.map((level) => level.population),
    );
  return found;
}

const noStage = (rows: number): SurveyDesign['stages'][number] => ({
  strata: new Int32Array(rows).fill(-1),
  units: new Int32Array(rows).fill(-1),
  sizes: [],
  populations: null,
});

function tellOfWeights(problems: Problem[], weights: Float64Array, column: string | null): void {
  if (column === null) return;
  let [negative, missing, zero, first] = [0, 0, 0, -1];
  let [low, high] = [Infinity, -Infinity];
  for (const [row, weight] of weights.entries()) {
    if (weight < 0) {
      if (negative === 0) first = row;
      negative += 1;
    } else if (weight === 0) zero += 1;
    else if (!(weight < Infinity)) missing += 1;
    else {
      low = Math.min(low, weight);
      high = Math.max(high, weight);
    }
  }
  const at = 'data/weight';
  const rows = weights.length;
  if (negative > 0) problems.push(raise(negativeWeights, { column, negative, rows, row: first + 1, value: weights[first]! }, { at }));
  if (missing + zero > 0 && low <= high) problems.push(raise(withoutWeight, { column, role: 'weight', missing, zero, rows }, { at }));
  if (low === high && rows > 1) problems.push(raise(constantWeights, { column, value: low }, { at }));
}

function calibrated1(
  survey: SurveyDesign,
  margins: NonNullable<DesignPlan['margins']>,
  codes: readonly (Codes | null)[],
): { readonly survey: SurveyDesign; readonly problem: Problem | null } {
  const found = calibrate(
    survey,
    margins.map(({ levels }, at) => ({
      codes: codes[at] ?? new Int32Array(survey.weights.length).fill(-1),
      populations: levels.map((level) => level.population),
    })),
  );
  if (!('problem' in found)) return { survey: found.design, problem: null };
  const at = 'data/calibrate';
  const name = (margin: number): string => margins[margin]!.category;
  const level = (margin: number, one: number): string => margins[margin]!.levels[one]!.name;
  switch (found.problem) {
    case 'empty':
      return {
        survey,
        problem: raise(
          badMargins,
          { found: { is: 'empty', category: name(found.margin), level: level(found.margin, found.level) } },
          { at },
        ),
      };
    case 'unpopulated':
      return {
        survey,
        problem: raise(
          badMargins,
          { found: { is: 'unpopulated', category: name(found.margin), level: level(found.margin, found.level) } },
          { at },
        ),
      };
    case 'missing':
      return { survey, problem: raise(badMargins, { found: { is: 'missing', category: name(found.margin), rows: found.rows } }, { at }) };
    case 'totals':
      return { survey, problem: raise(badMargins, { found: { is: 'totals', first: found.totals[0], second: found.totals[1] } }, { at }) };
    case 'diverges':
      return { survey, problem: raise(badMargins, { found: { is: 'diverges' } }, { at }) };
  }
}
