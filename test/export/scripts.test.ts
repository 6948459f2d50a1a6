// Exported scripts as text: their parts in order, the same bytes twice, other people's words inert, and every choice of every procedure
// either written or said not to be. That they compute our numbers is test/heavy/scripts.sh, which runs them.
import { describe, expect, it } from 'vitest';
import {
  codeStudy,
  learn,
  optionsOf,
  readCsv,
  scriptTargets,
  waysOf,
  type AnyOption,
  type Frame,
  type Label,
  type Plan,
  type ScriptRequest,
} from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { everyClauseData, everyClauseSpec } from '../support/every-clause.ts';
import { besideClause, weightBody } from '../support/index-clauses.ts';
import { stataCode } from './stata-code.ts';
import { hostileData, hostileName, hostileSpec } from './hostile.ts';

type Name = keyof typeof scriptTargets;
const targets = Object.keys(scriptTargets) as Name[];

function read(spec: string, data: string, name = 'd.csv'): { readonly plan: Plan; readonly frame: Frame } {
  const { plan, problems } = compile({ entry: 'x.study', texts: new Map([['x.study', spec]]) });
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  const { frame } = readCsv(new TextEncoder().encode(data), name, { text: ['id'] });
  expect(codeStudy(plan!, frame!).problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return { plan: plan!, frame: frame! };
}
const written = (target: Name, given: Pick<ScriptRequest, 'plan' | 'frame'>, language = 'en'): string =>
  scriptTargets[target].write({
    ...given,
    language,
    path: (file) => file,
    version: '0.0.0',
  });

/** What is left of a script without its texts and comments; null: a text never ends. */
function codeOf(target: Name, script: string): string | null {
  if (target === 'stata') return stataCode(script);
  const lines = script.split('\n').map((line): string | null => {
    if (target !== 'r' && line.startsWith('*')) return '';
    const pieces = target === 'r' ? /^(?:[^"#]|"(?:[^"\\]|\\.)*")*(?:#.*)?$/u : /^(?:[^"']|'(?:[^']|'')*'|"(?:[^"]|"")*")*(?:\/\*.*)?$/u;
    if (!pieces.test(line)) return null;
    return target === 'r'
      ? line.replace(/"(?:[^"\\]|\\.)*"/gu, '""').replace(/#.*/u, '')
      : line.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/gu, "''");
  });
  return lines.includes(null) ? null : lines.join('\n');
}

const every = read(everyClauseSpec, everyClauseData);
const hostile = read(hostileSpec, hostileData, hostileName);

describe.each(targets)('a script of %s', (target) => {
  it('has its parts in the order in which a study is computed', () => {
    const script = written(target, every);
    const places = [
      'd.csv',
      'Variables',
      'i: Index',
      "KMO and Bartlett's test",
      'Descriptives and reliability',
      'm1: By sex and place',
      'r1: Main',
    ].map((part) => script.indexOf(part, script.indexOf('The answers')));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('is the same twice, and says its comments in the language that is spoken', async () => {
    expect(written(target, every)).toBe(written(target, every));
    await learn('zh');
    const chinese = written(target, every, 'zh');
    expect(chinese).toContain('描述统计与信度');
    expect(chinese).toContain('r1: 主模型');
    expect(chinese).not.toContain('not in this script');
    expect(codeOf(target, chinese)).toBe(codeOf(target, written(target, every)));
  });

  it('runs nothing of labels, codes, answers and file names', () => {
    const code = codeOf(target, written(target, hostile));
    expect(code).not.toBeNull();
    expect(code).not.toMatch(/harmed|touch|HOST COMMAND|%macro/u);
    // Labels in a plan can hold what the language cannot write.
    const label: Label = [
      { lang: null, text: 'end"\n); file.create("harmed")\r\u2028file.create(\'harmed\')\u0000.\n*.\nHOST COMMAND=["touch harmed"].' },
    ];
    const worse = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(worse)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'label' || key === 'title' ? label : worse(one)]))
          : value;
    const plan = worse(hostile.plan) as Plan;
    const script = written(target, { plan, frame: hostile.frame });
    expect(codeOf(target, script)).not.toMatch(/harmed|touch|HOST COMMAND/u);
    expect(script).not.toMatch(/[\r\u2028\u2029\u0000]/u);
    expect(written(target, hostile).split('\n').length).toBe(script.split('\n').length);
  });
});

const data = `id,a,b,c,d,sex,age,site\n${Array.from({ length: 40 }, (_, i) =>
  [
    i,
    1 + ((i * 7) % 5),
    1 + ((i * 3 + (i % 4)) % 5),
    1 + ((i * i) % 5),
    1 + ((i * 11 + (i % 3)) % 5),
    1 + (i % 2),
    18 + i,
    'abcd'[i % 4],
  ].join(','),
).join('\n')}\n`;
/** Choices that need another sort of study than the one here, or that change no number of a script. */
const elsewhere = /^(?:show|errors survey)/u;
const clauses = (['index', 'compare', 'correlate', 'regression'] as const).flatMap((kind) =>
  Object.values(optionsOf[kind] as Readonly<Record<string, AnyOption>>).flatMap((option) =>
    waysOf(option).flatMap((way) => (elsewhere.test(`${option.word} ${way.text}`) ? [] : [[kind, `${option.word} ${way.text}`] as const])),
  ),
);
const binary = /^method (?:logit|probit|cloglog|firth)/u;
const studyWith = (kind: string, clause: string): string => `study "S"
data "d.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c  indicator d }
category sex { male = 1  female = 2 }
number age
index i { of p  ${kind === 'index' ? `${besideClause(clause)}  ${clause}` : 'keep 1  component x marked by a'} }
compare k { of a, age  by sex  ${kind === 'compare' ? clause : ''} }
correlate l { of a, b, age  ${kind === 'correlate' ? clause : ''} }
regression r { explain ${binary.test(clause) ? 'sex' : 'a'}  by b, age  ${kind === 'regression' ? clause : ''} }
`;

describe('every choice of every procedure', () => {
  it('is walked', () => expect(clauses.length).toBeGreaterThan(60));

  it.each(targets)('is code or a sentence in %s', (target) => {
    const silent: string[] = [];
    const declared: Readonly<Record<string, string>> = { index: 'i', compare: 'k', correlate: 'l', regression: 'r' };
    const code: Readonly<Record<string, RegExp>> = {
      index: target === 'r' ? /d\[\["i"\]\] <- / : /^VARIABLE LABELS i |^label variable i /mu,
      compare: target === 'r' ? /compare_groups\("k\.a"/u : /^(?:ONEWAY|oneway) /mu,
      correlate: target === 'r' ? /"l\.r\("/u : /^(?:CORRELATIONS|pwcorr|spearman|ktau) /mu,
      regression: target === 'r' ? /(?:ols|logit)\("r\./u : /^(?:REGRESSION|regress|logit) /mu,
    };
    let count = 0;
    for (const [kind, clause] of clauses) {
      const body = /(?:given|ahp)\b/u.test(clause) ? ` ${weightBody(clause)}` : '';
      const spec = studyWith(kind, `${clause.replace(/\s*\{.*/su, '')}${body}`);
      const { plan, problems } = compile({ entry: 'x.study', texts: new Map([['x.study', spec]]) });
      if (problems.some(({ severity }) => severity === 'error')) continue;
      const script = written(target, { plan: plan!, frame: readCsv(new TextEncoder().encode(data), 'd.csv').frame! });
      const isSaid = new RegExp(`not in this script: ${declared[kind]!}(?:,| )`, 'u').test(script);
      const isCode = code[kind]!.test(script);
      if (isSaid === isCode) silent.push(`${kind} ${clause}`);
      count += 1;
    }
    expect(silent).toEqual([]);
    expect(count).toBeGreaterThan(40);
  });
});
