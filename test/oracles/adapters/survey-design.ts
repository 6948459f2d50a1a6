// The design that the options of a survey case state, and the domain.
import { surveyDesign, type DesignInput, type LonelyRule, type SurveyDesign } from '@studyspec/core';
import type { OracleData, OracleOptions } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, names, numbers } from './columns.ts';

export function designFor(data: OracleData, options: OracleOptions): SurveyDesign {
  const found = surveyDesign(designInput(data, options));
  if ('problem' in found) throw new Unsupported(`a design that cannot be used: ${found.problem}`);
  return found;
}

export function designInput(data: OracleData, options: OracleOptions): DesignInput {
  const rows = numbers(data, data.columnNames[0]!, options).length;
  const codes = (name: string): Int32Array => category(data, name, { filter: options.filter }).codes;
  return {
    weights: options.weight == null ? new Float64Array(rows).fill(1) : numbers(data, String(options.weight), options),
    strata: options.strata == null ? undefined : codes(String(options.strata)),
    clusters: names(options.cluster).map(codes),
    populations: names(options.fpc).map((name) => numbers(data, name, options)),
    lonely: (options.lonely_psu ?? 'adjust') as LonelyRule,
  };
}

/** Rows of the domain: those whose values are listed. */
export function membersOf(data: OracleData, options: OracleOptions): Uint8Array | undefined {
  const domain = Object.entries((options.domain ?? {}) as Record<string, unknown>);
  if (domain.length === 0) return undefined;
  const tests = domain.map(
    ([name, values]) => category(data, name, { filter: options.filter, categorical: { [name]: { levels: values } } }).codes,
  );
  return Uint8Array.from(tests[0]!, (_, row) => (tests.every((codes) => codes[row]! >= 0) ? 1 : 0));
}

/** Rows of a list of columns where each has a value. */
export const complete = (columns: readonly (Float64Array | Int32Array)[], members?: Uint8Array): Uint8Array =>
  Uint8Array.from(columns[0] ?? [], (_, row) =>
    (members === undefined || members[row] === 1) &&
    columns.every((column) => (column instanceof Int32Array ? column[row]! >= 0 : !Number.isNaN(column[row]!)))
      ? 1
      : 0,
  );
