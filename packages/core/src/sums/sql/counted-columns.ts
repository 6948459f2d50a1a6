// The columns of sums as expressions of SQL: a whole number a level, 0 where there is no answer.
import type { CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import type { Plan } from '../../methods/plan.ts';
import { groupsIn, groupsNeeded } from '../groups.ts';
import { crossedOf, MOST_CROSSED } from '../../rowless/products.ts';
import { countsNeeded, meansNeeded } from '../needed.ts';
import { meanName, type SumsColumn } from '../sums.ts';
import type { MeasureNames } from './dialects.ts';
import { measureIn, type MeasureColumn } from './measures.ts';
import { among, MOST_TEXTS, type Asked, type Dictionary } from './dictionary.ts';

/** Keys pack which table, and two levels of 12 bits. */
export const LEVELS = 4096;

export interface Column {
  readonly alias: string;
  /** 0: no answer. */
  readonly expression: string;
  /** Of what was counted: levels by key. */
  readonly column: (keys: ReadonlyMap<number, number>) => SumsColumn;
  /** The value of a key. */
  readonly valueOf: (key: number) => number;
  readonly fixed: number | null;
  /** Of what is added up: what it is called, and how it is read. */
  readonly measure?: Pick<MeasureColumn, 'places' | 'outside'> & MeasureNames & { readonly read: string };
}

export function columnsOf(plan: Plan, coded: CodedStudy, frame: Frame, dictionary: Dictionary, asked: Asked): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  const { columns } = dictionary;
  const codeOf = (name: string, levelOf: (row: number) => number | null): string | null => {
    const root = asked.roots.get(name);
    const known = root === undefined ? undefined : columns.get(root);
    if (root === undefined || known === undefined || known.texts.length > MOST_TEXTS) return null;
    const by = new Map<number, (string | null)[]>();
    for (const [row, text] of known.texts.entries()) {
      const level = levelOf(row);
      if (level !== null) by.set(level, [...(by.get(level) ?? []), text]);
    }
    const cases = [...by]
      .sort(([a], [b]) => a - b)
      .map(([level, texts]) => `WHEN ${among(texts, asked.texts.get(root)!, asked.dialect)} THEN ${level}`);
    return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
  };
  /** Values that a number can have, ascending; null where it is not counted. */
  const valuesOf = new Map<string, readonly number[]>();
  for (const variable of plan.variables) {
    const { name } = variable;
    const alias = `k${found.size}`;
    if (variable.kind === 'category') {
      const codes = coded.categories.get(name)!;
      const expression = codeOf(name, (row) => (codes[row]! < 0 ? null : codes[row]! + 1));
      const levels = variable.levels.map((level) => level.name);
      if (expression !== null)
        found.set(name, {
          alias,
          expression,
          fixed: levels.length,
          valueOf: (key) => key - 1,
          column: () => ({ kind: 'category', name, levels }),
        });
      continue;
    }
    const measure = measureIn(variable, plan, dictionary, asked.texts, asked.dialect);
    if (measure !== null) {
      found.set(name, {
        alias,
        expression: measure.there,
        fixed: 1,
        valueOf: (key) => key - 1,
        column: () => ({ kind: 'measure', name }),
        measure: { ...measure, units: `x${found.size}`, there: alias, read: measure.units },
      });
      continue;
    }
    const numbers = coded.numbers.get(name)!;
    const root = asked.roots.get(name);
    const many = columns.get(root ?? '')?.texts.length ?? 0;
    const values = [...new Set([...numbers].slice(0, many).filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
    const expression = codeOf(name, (row) => (Number.isNaN(numbers[row]!) ? null : values.indexOf(numbers[row]!) + 1));
    if (expression === null) continue;
    valuesOf.set(name, values);
    found.set(name, {
      alias,
      expression,
      fixed: values.length,
      valueOf: (key) => values[key - 1]!,
      column: () => ({ kind: 'number', name, values }),
    });
  }
  for (const name of groupsNeeded(plan)) {
    const groups = groupsIn(frame, name, coded.missing);
    const many = columns.get(asked.roots.get(name) ?? '')?.texts.length ?? 0;
    const expression =
      groups === null ? null : codeOf(name, (row) => (groups.codes[row]! < 0 || row >= many ? null : groups.codes[row]! + 1));
    if (groups !== null && expression !== null)
      found.set(name, {
        alias: `k${found.size}`,
        expression,
        fixed: groups.levels.length,
        valueOf: (key) => key - 1,
        column: () => ({ kind: 'groups', name, levels: groups.levels }),
      });
  }
  for (const of of meansNeeded(plan)) {
    const name = meanName(of);
    const all = of.flatMap((one) => valuesOf.get(one) ?? [NaN]);
    const least = Math.min(0, ...all);
    const most = (Math.max(0, ...all) - least) * of.length;
    const wide = of.length + 1;
    // Sums are told apart as whole numbers, which every engine adds up alike.
    if (!all.every(Number.isInteger) || of.some((one) => !valuesOf.has(one)) || (most + 1) * wide > LEVELS) continue;
    const parts = of.map((one) => {
      const { alias: _, expression } = found.get(one)!;
      const cases = valuesOf.get(one)!.map((value, at) => `WHEN ${at + 1} THEN ${(value - least) * wide + 1}`);
      return cases.length === 0 ? '0' : `CASE ${expression} ${cases.join(' ')} ELSE 0 END`;
    });
    const valueOf = (key: number): number => {
      const count = key % wide;
      return ((key - count) / wide + count * least) / count;
    };
    found.set(name, {
      alias: `k${found.size}`,
      expression: parts.join(' + '),
      fixed: null,
      valueOf,
      column: (keys) => ({ kind: 'mean', name, of, values: [...new Set([...keys.keys()].map(valueOf))].sort((a, b) => a - b) }),
    });
  }
  for (const name of new Set(countsNeeded(plan).flatMap((rule) => rule.columns))) {
    const of = crossedOf(name);
    const factors = of.map((one) => found.get(one));
    // Means are told apart by keys that are no levels.
    if (of.length < 2 || factors.some((one) => one === undefined || one.fixed === null || one.measure !== undefined)) continue;
    const sizes = factors.map((one) => one!.fixed!);
    const size = sizes.reduce((product, one) => product * one, 1);
    if (size > MOST_CROSSED) continue;
    const place = factors.reduce((before, one, i) => `(${before} * ${sizes[i]!} + (${one!.expression}) - 1)`, '0');
    found.set(name, {
      alias: `k${found.size}`,
      expression: `CASE WHEN ${factors.map((one) => `(${one!.expression}) > 0`).join(' AND ')} THEN ${place} + 1 ELSE 0 END`,
      fixed: size,
      valueOf: (key) => key - 1,
      column: () => ({ kind: 'cross', name, of, sizes }),
    });
  }
  return found;
}
