// A survey of as many rows as one likes, written in pieces: items of four dimensions, categories, ratings, and the study that asks of it
// what the peers' job asks (an index of components, one regression). What is measured with it is the benches'.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Marsaglia's xorshift32: the same file everywhere. */
function stream(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

const CATEGORIES = [
  ['sex', ['male', 'female']],
  ['age', ['0-18', '19-45', '46-69', '>69']],
  ['edu', ['none', 'primary', 'middle', 'high', 'college']],
  ['household', ['<4', '4', '>4']],
  ['income', ['down', 'same', 'up']],
  ['movein', ['<0.5', '0.5-1', '>1']],
  ['distance', ['<3', '3-15', '15-40', '>40']],
  ['site', ['s1', 's2', 's3', 's4', 's5']],
];
const DIMENSIONS = ['one', 'two', 'three', 'four'];

/** Writes `answers.csv` and `answers.study` into the folder; gives the study's path. */
export function writeSurvey(folder, { rows, items = 20, levels = 5, seed = 20261130 }) {
  const next = stream(seed);
  const normal = () => next() + next() + next() + next() - 2;
  const file = join(folder, 'answers.csv');
  const to = openSync(file, 'w');
  const names = Array.from({ length: items }, (_, at) => `q${at + 1}`);
  let text = `${[...names, ...CATEGORIES.map(([name]) => name), 'sat'].join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    const factors = DIMENSIONS.map(normal);
    for (let item = 0; item < items; item++) {
      const z = 0.7 * factors[item % 4] + 0.25 * factors[(item + 1) % 4] + 0.7 * normal();
      text += `${Math.max(1, Math.min(levels, Math.round((z / 2.4 + 0.5) * levels + 0.5)))},`;
    }
    for (const [, all] of CATEGORIES) text += `${all[Math.floor(next() * all.length)]},`;
    text += `${1 + Math.floor(next() * 5)}\n`;
    if (text.length > 1 << 20) {
      writeSync(to, text);
      text = '';
    }
  }
  writeSync(to, text);
  closeSync(to);
  const study = join(folder, 'answers.study');
  writeFileSync(
    study,
    [
      'study "A survey of many rows"',
      'data "answers.csv"',
      `scale agreement 1..${levels}`,
      ...DIMENSIONS.map((name, at) =>
        [`dimension ${name} on agreement {`, ...names.filter((_, item) => item % 4 === at).map((item) => `  indicator ${item}`), '}'].join(
          '\n',
        ),
      ),
      ...CATEGORIES.map(([name, all]) => [`category ${name} {`, ...all.map((level, at) => `  l${at + 1} = "${level}"`), '}'].join('\n')),
      'scale satisfaction 1..5',
      'indicator sat on satisfaction',
      `index y {\n  of ${DIMENSIONS.join(', ')}\n  extract components\n  keep 4\n  rotate varimax\n}`,
      `regression r {\n  explain y\n  by ${[...CATEGORIES.map(([name]) => name), 'sat'].join(', ')}\n}`,
      'report { figures none }',
      '',
    ].join('\n'),
  );
  return study;
}
