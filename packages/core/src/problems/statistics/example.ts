// The invented survey that the examples of statistical problems share: sixty respondents, made by a fixed recipe.
// a, b, c measure one thing; d, h another that goes with it a little; x both; g neither.
import { log } from '../../numerics/exponential.ts';
import { once } from '../../numerics/once.ts';
import { cos } from '../../numerics/trigonometry.ts';

const ROWS = 60;

/** Uniform numbers by a linear congruential recipe (Park & Miller 1988): examples must be the same everywhere. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const made = once(make);

/** The survey as a file of an example: made when somebody looks at one, since every call of the program reads the examples' list. */
export const survey: Readonly<Record<'survey.csv', string>> = {
  get 'survey.csv'() {
    return made();
  },
};

function make(): string {
  const next = uniforms(20240914);
  const normal = (): number => Math.sqrt(-2 * log(next())) * cos(2 * Math.PI * next());
  const answer = (value: number): number => Math.max(1, Math.min(6, Math.round(3.5 + 1.2 * value)));
  const lines = ['id,a,b,c,d,h,x,g,e,f,e2,same,against,gap,far,age,sex,place'];
  for (let row = 0; row < ROWS; row++) {
    const first = normal();
    const second = 0.3 * first + 0.95 * normal();
    const a = answer(0.9 * first + 0.5 * normal());
    const b = answer(0.85 * first + 0.5 * normal());
    const c = answer(0.8 * first + 0.6 * normal());
    const d = answer(0.85 * second + 0.5 * normal());
    const h = answer(0.85 * second + 0.5 * normal());
    const x = answer(0.7 * first + 0.7 * second + 0.35 * normal());
    const g = answer(normal());
    const e2 = answer(normal());
    const against = answer(-0.9 * first + 0.5 * normal());
    const gap = row % 9 === 4 ? '' : answer(0.8 * first + 0.6 * normal());
    const far = row === 17 ? 60 : answer(0.8 * first + 0.6 * normal());
    const half = row < ROWS / 2;
    const age = 18 + ((row * 37) % 60);
    lines.push(
      [
        `R${String(row + 1).padStart(2, '0')}`,
        a,
        b,
        c,
        d,
        h,
        x,
        g,
        half ? answer(first) : '',
        half ? '' : answer(first),
        e2,
        3,
        against,
        gap,
        far,
        age,
        1 + (row % 2),
        'ABCDE'[row % 5],
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A spec on that survey; `more` goes into its data block. */
export function study(body: string, more = ''): string {
  return `study "Example"\n\ndata "survey.csv" {\n  id id\n${more === '' ? '' : `  ${more}\n`}}\n\n${body}\n`;
}

/** A study that declares items of the survey, by their names, and what is made of them. */
export function studyOf(items: string, made: string): string {
  return study(
    `${items
      .split(' ')
      .map((item) => `indicator ${item} on 1..6\n`)
      .join('')}\n${made}`,
  );
}
