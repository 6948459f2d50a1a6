// Studies with contradictory figures in print, of as many kinds as there are: what tests of facts and of their words walk. No tests.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plan } from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { randomOf } from '../support/random.ts';
import * as across from './across-tables.ts';
import * as elementary from './elementary.ts';

const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const published = readFileSync(`${folder}published.study`, 'utf8');
const tables = [...published.matchAll(/from "(published\/[^"]+)"/gu)].map(
  ([, file]) => [file!, readFileSync(folder + file!, 'utf8')] as const,
);

export const planOf = (spec: string, files: readonly (readonly [string, string])[] = []): Plan =>
  compile({ entry: 's.study', texts: new Map([['s.study', spec], ...files]) }).plan!;

/** Other figures here and there: each of a few of them becomes another of its table, or loses its last digit to a 0. */
function disturbed(plan: Plan, seed: number): Plan {
  const random = randomOf(seed);
  return {
    ...plan,
    published: plan.published.map((block) => ({
      ...block,
      figures: block.figures.map((figure) => {
        if (random() > 0.06) return figure;
        const other = block.figures[Math.floor(random() * block.figures.length)]!.printed;
        return { ...figure, printed: random() < 0.7 ? other : { ...figure.printed, value: -figure.printed.value, text: `-${other.text}` } };
      }),
    })),
  };
}

export const plans: readonly Plan[] = [
  ...elementary.CASES.map(([, check, wrong]) => planOf(elementary.spec(wrong, check))),
  ...across.CASES.map(([, both, wrong]) => planOf(across.spec(both, wrong))),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((seed) => (seed === 0 ? planOf(published, tables) : disturbed(planOf(published, tables), seed))),
];
