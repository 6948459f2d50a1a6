// What holds of every declared option and quantity, walked, so that a new one is held by it too.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  boundedMemo,
  codeStudy,
  defaultOf,
  formatAddress,
  formulaText,
  lookUp,
  methodHas,
  noMemo,
  optionsOf,
  readCsv,
  regressionQuantities,
  reportOf,
  signatureOf,
  inLanguage,
  waysOf,
  type AnyOption,
  type Plan,
} from '@studyspec/core';
import { compile, signatures } from '@studyspec/dsl';
import { executeAll } from '../support/execute-all.ts';
import { besideClause, weightBody } from '../support/index-clauses.ts';

const rows = Array.from({ length: 60 }, (_, i) =>
  [
    `r${i}`,
    1 + ((i * 7) % 5),
    1 + ((i * 3 + (i % 4)) % 5),
    1 + ((i * i) % 5),
    1 + ((i * 11 + (i % 3)) % 5),
    1 + (i % 2),
    18 + ((i * 13) % 50),
    'abcdefgh'[i % 8],
  ].join(','),
);
const frame = readCsv(new TextEncoder().encode(`id,a,b,c,d,sex,age,site\n${rows.join('\n')}\n`), 'd.csv', { text: ['id'] }).frame!;
const study = (clauses: { readonly index?: string; readonly compare?: string; readonly regression?: string } = {}): Plan => {
  const { plan, problems } = compile({
    entry: 'x.study',
    texts: new Map([
      [
        'x.study',
        `study "S"
data "d.csv" { id id  ${clauses.regression === 'errors survey' ? 'weight age' : ''} }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c  indicator d }
category sex { male = 1  female = 2 }
number age
index i { of p  ${besideClause(clauses.index ?? '').replace('keep 1', 'keep 2')}  ${clauses.index ?? ''} }
compare k { of a, i  by sex  ${clauses.compare ?? ''} }
regression r { explain a, i  by b, sex, age  ${/^show (?:odds|margins)/u.test(clauses.regression ?? '') ? 'method logit event 3' : ''}  ${
          clauses.regression ?? ''
        } }
`,
      ],
    ]),
  });
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return plan!;
};
const run = (plan: Plan, memo = noMemo) => executeAll(plan, codeStudy(plan, frame, memo), frame, memo);

const every = (['index', 'compare', 'regression'] as const).flatMap((kind) =>
  Object.values<AnyOption>(optionsOf[kind]).flatMap((option) =>
    waysOf(option).map((way) => ({
      kind,
      option,
      clause: `${option.word} ${way.text}${way.body ? ` ${weightBody(way.text)}` : ''}`.replace(/ 4$/u, ' 2'),
    })),
  ),
);

describe('every option', () => {
  it.each(every.map((one) => [one.clause, one] as const))(
    '%s: a warm memo gives what a cold one gives, from and to the default',
    (_name, { kind, clause }) => {
      const memo = boundedMemo();
      const [plain, changed] = [study(), study({ [kind]: clause })];
      for (const plan of [plain, changed, plain]) expect(isDeepStrictEqual(run(plan, memo).quantities, run(plan).quantities)).toBe(true);
    },
  );

  it.each(
    Object.entries(optionsOf).flatMap(([kind, of]) =>
      Object.values<AnyOption>(of).map((option) => [`${kind} ${option.word}`, option] as const),
    ),
  )('%s: the default is a choice that runs', (_name, option) => {
    expect(Object.keys(option.choices)).toContain(option.default);
    expect(defaultOf(option)).toBeDefined();
  });
});

/** The regression that has such a number. */
const whose = (key: string, args: readonly string[]): string =>
  key.startsWith('importance') ? 't' : args.includes('number') || key === 'samples' || /^(?:slope|region)/u.test(key) ? 's' : 'r';

describe('every quantity of a regression', () => {
  // The second has steps and draws, the third what each predictor accounts for.
  const results = run(
    study({
      regression:
        'errors cluster site }\nregression s like r { by b * age then sex  slopes b at age  errors cluster site wild 999 }\n' +
        'regression t like r { show b, importance',
    }),
  );
  it('is at its address, has a formula, a source and a label in every language', () => {
    for (const [key, entry] of Object.entries(regressionQuantities)) {
      const { name, args } = signatureOf(key);
      const address = {
        path: [whose(key, args), 'a', ...name.split('.')],
        args:
          args.length === 0
            ? null
            : args.map((kind) =>
                kind === 'number'
                  ? { kind: 'number' as const, value: 1 }
                  : { kind: 'term' as const, parts: [[kind === 'level' ? 'mean' : 'b']] },
              ),
      };
      // Those of other methods are walked by test/numbers/outcomes-by-address.test.ts.
      // A slope may be significant everywhere: test/numbers/linear-by-address.test.ts has a region; imputed-by-address.test.ts has copies.
      if (methodHas('linear', key) && !/^(?:region|fmi)/u.test(key))
        expect(lookUp(results.quantities, address)?.value, formatAddress(address)).toEqual(expect.any(Number));
      const { formula, source } = formulaText<never>(entry as never, null);
      expect([formula, source, entry.label, inLanguage('zh', entry.label)].every((text) => text.length > 0)).toBe(true);
    }
    expect(signatures['outcome of regression']!.length).toBe(Object.keys(regressionQuantities).length);
  });

  it('stands in tables as at its address', () => {
    const report = reportOf(results, { details: true });
    let cells = 0;
    const flat = (blocks: typeof report.blocks): typeof report.blocks =>
      blocks.flatMap((block) => (block.kind === 'section' ? flat(block.blocks) : [block]));
    for (const block of flat(report.blocks)) {
      if (block.kind !== 'table' || !block.id.startsWith('r:')) continue;
      for (const cell of block.rows.flat())
        if (cell?.kind === 'number' && cell.value !== null) {
          cells += 1;
          expect(cell.value).toBe(results.quantities.get(cell.address ?? '')?.value);
        }
    }
    expect(cells).toBeGreaterThan(40);
  });
});
