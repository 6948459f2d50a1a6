// Chinese words say what the English ones say: held mechanically, every text of a report, a comparison and the registry. Each pair has the
// same keys, prints the same of what it is handed, and agrees in numbers, signs, names of methods and the terms of a glossary.
import { describe, expect, it } from 'vitest';
import { errors } from '../methods/regression/errors.ts';
import { rotate } from '../methods/index/rotate.ts';
import { comparisonQuantitiesOf } from '../methods/comparison/quantities.ts';
import { declaredQuantities } from '../methods/quantities.ts';
import { catalogue as english } from './en/index.ts';
import { catalogue as chinese } from './zh/index.ts';

/** What is declared of several studies, under names that say so. */
const comparisons = Object.fromEntries(
  Object.entries(comparisonQuantitiesOf).map(([of, table]): [string, Readonly<Record<string, { readonly label: string }>>] => [
    `studies: ${of}`,
    table,
  ]),
);

interface Pair {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
}

/** What texts with placeholders are filled with: names without a number or a letter. */
const NAMES = ['⟦甲⟧', '⟦乙⟧', '⟦丙⟧', '⟦丁⟧', '⟦戊⟧', '⟦己⟧', '⟦庚⟧', '⟦辛⟧', '⟦壬⟧'];
/** The words that a text branches on, by its place among what it is handed. */
const BRANCHES: Readonly<Record<string, readonly [number, readonly unknown[]]>> = {
  'report.compareFirst': [1, [true, false]],
  'report.starsSummary': [0, [1, 2]],
  'report.warningsBrief': [0, [1, 2]],
  'report.notesBrief': [0, [1, 2]],
  'report.errorsBrief': [0, [1, 2]],
  'comparison.direction': [0, ['reversed', 'as asked']],
  'comparison.subtitle': [1, [2, 3]],
  'first page.comparable': [0, ['means', 'relations']],
  'first page.level': [5, ['higher', 'lower', 'unclear']],
  'first page.levelFails': [1, ['none', 'configural', 'metric']],
  'first page.outcomeLeft': [2, ['too-few', 'own-units']],
  'first page.indexLeft': [2, ['lacking', 'few']],
  'comparison.indexLeft': [2, ['lacking', 'few']],
  'first page.asked': [0, ['1', '2']],
  'first page.guessed': [1, ['1', '2']],
};

/** What stands in them is never empty. */
const WHOLE = new Set(['report.continuedName', 'report.continuedTitle', 'report.levelQuoted']);

/** Every branch, with all placeholders and with each of them empty and, where that may be, without. */
function fillings(name: string, arity: number): unknown[][] {
  if (WHOLE.has(name)) return [NAMES.slice(0, arity)];
  const [at, words] = BRANCHES[name] ?? [-1, [null]];
  return words.flatMap((word) => {
    const plain = NAMES.slice(0, arity).map((own, i): unknown => (i === at ? word : own));
    const without = name === 'report.takingPart' ? ['', null] : [''];
    return [
      plain,
      ...plain.flatMap((_, i) => (i === at ? [] : without.map((nothing) => plain.map((own, j) => (j === i ? nothing : own))))),
    ];
  });
}

/** Every text of two objects of words with the same keys; those with placeholders once a branch. */
function pairsOf(name: string, en: unknown, zh: unknown): Pair[] {
  if (typeof en === 'string') return [{ name, en, zh: zh as string }];
  if (typeof en === 'function')
    return fillings(name, en.length).map((filled) => ({
      name: `${name}(${filled.join(', ')})`,
      en: (en as (...a: unknown[]) => string)(...filled),
      zh: (zh as (...a: unknown[]) => string)(...filled),
    }));
  expect(Object.keys(zh as object), name).toEqual(Object.keys(en as object));
  return Object.entries(en as object).flatMap(([key, value]) =>
    pairsOf(`${name}.${key}`, value, (zh as Readonly<Record<string, unknown>>)[key]),
  );
}
const texts: Readonly<Record<string, string>> = chinese.texts;
const textPair = (name: string, text: string): Pair => ({ name, en: text, zh: texts[text] ?? text });

const words = [
  ...pairsOf('report', english.report, chinese.report),
  ...pairsOf('codebook', english.codebook, chinese.codebook),
  ...pairsOf('comparison', english.comparison, chinese.comparison),
  ...pairsOf('first page', english.firstPage, chinese.firstPage),
  ...pairsOf('robustness', english.robustness, chinese.robustness),
];
const registry = [
  ...Object.entries({ ...declaredQuantities, ...comparisons }).flatMap(([of, table]) =>
    Object.entries(table).map(([name, one]) => textPair(`${of}.${name}`, one.label)),
  ),
  ...Object.entries(errors.choices).map(([name, one]) => textPair(`errors ${name}`, one.note)),
  ...Object.entries(rotate.choices).flatMap(([name, one]) =>
    [true, false].map((kaiser) => textPair(`rotate ${name}`, one.note({ kind: name, kaiser }))),
  ),
];
/** Punctuation and the language's own name belong to the language. */
const own = new Set([
  'report.language',
  'report.listComma',
  'report.colon',
  'report.sentenceGap',
  'report.semicolon',
  'report.stop',
  'comparison.semicolon',
]);
const all = [...words, ...registry].filter(({ name }) => !own.has(name));

const sorted = (found: readonly string[]): string[] => [...found].sort();
const matches = (text: string, pattern: RegExp): string[] => sorted([...text.matchAll(pattern)].map((match) => match[0]));
const differing = (of: (text: string) => readonly string[]): unknown[] =>
  all.filter(({ en, zh }) => of(en).join(' ') !== of(zh).join(' ')).map(({ name, en, zh }) => [name, en, zh]);

/** English terms of the field and what each is in Chinese: where the one stands, the other does. */
const GLOSSARY: readonly (readonly [RegExp, RegExp])[] = [
  [/\blistwise\b/iu, /成列删除/u],
  [/\bpairwise\b/iu, /成对/u],
  [/\bat least\b/iu, /至少|以上|不小于|不少于/u],
  [/\bfewer than\b/iu, /不足|少于/u],
  [/\bmissing\b/iu, /缺失/u],
  [/\bdimensions?\b/iu, /维度/u],
  [/\bblock\b/iu, /变量组|块|数据声明/u],
  [/(?<!modification )\bind(?:ex|ices)\b/iu, /指数/u],
  [/\bmodification ind/iu, /修正指数/u],
  [/\bmeans?\b(?! (?:different|alike))/iu, /均值|平均|含义/u],
  [/\bSDs?\b/u, /标准差/u],
  [/\bintervals?\b/iu, /区间/u],
  [/\bdegrees? of freedom\b/iu, /自由度/u],
  [/\bstandard errors?\b/iu, /标准误/u],
  [/\bvariances?\b/iu, /方差/u],
  [/\bequal variances\b/iu, /方差相等/u],
  [/\bintercepts?\b/iu, /截距/u],
  [/\bslopes?\b/iu, /斜率/u],
  [/\bloadings?\b/iu, /载荷/u],
  [/\bweigh(?:t|ts|ted)\b/iu, /权/u],
  [/\bresiduals?\b/iu, /残差|误差/u],
  [/\bseed\b/iu, /种子/u],
  [/\bclusters?\b/iu, /聚类|群/u],
  [/\bpredictors?\b/iu, /自变量/u],
  [/\bstandardised\b/iu, /标准化/u],
  [/\bunstandardised\b/iu, /非标准化/u],
  [/\bcumulative\b/iu, /累积/u],
  [/\bpercentile\b/iu, /百分位/u],
  [/\bcannot be\b/iu, /不能|不可|无法/u],
  [/\bscale\b/iu, /量表|取值范围|分值/u],
  [/\breversed\b/iu, /反向/u],
  [/\bcomplete cases\b/iu, /完整个案/u],
  [/\bindependent\b/iu, /独立/u],
  [/\beigenvalues?\b/iu, /特征值/u],
  [/\bcommunalit/iu, /共同度/u],
  [/\bsignifican(?:t|ce)\b/iu, /显著|星号/u],
  [/\bopposite signs\b/iu, /符号相反/u],
  [/\bnegative\b/iu, /负/u],
  [/\bnot rotated\b/iu, /未旋转/u],
  [/\bwithout normalisation\b/iu, /未标准化/u],
  [/\btwo\b(?!-sided)/iu, /两/u],
  [/\b(?:three)\b/iu, /三/u],
  [/\bcoefficients?\b/iu, /系数/u],
  [/\bcorrelations?\b/iu, /相关/u],
  [/\brespondents?\b/iu, /受访者/u],
  [/\brandom (?:data|effects)\b/iu, /随机/u],
];
const METHODS = new RegExp(
  String.raw`Feldt|KMO|Welch|Holm|Tukey|Kramer|Games|Howell|Bonferroni|Bartlett|Kaiser|Kruskal|Wallis|Levene|Tucker|Cronbach|McDonald` +
    String.raw`|Durbin|Breusch|Wald|Chow|Chen|Raftery|Lorenzo-Seva|Heywood|REML|SPSS|GRIM(?:MER)?|BIC|AIC|CFI|RMSEA|SRMR|VIF|CR1` +
    String.raw`|HC\d|χ²|R²|η²|I²|ω|α|β|φ|Δ\w+`,
  'gu',
);

describe('the Chinese words', () => {
  it('are looked at: every text, with every branch', () => {
    expect(words.length).toBeGreaterThan(700);
    expect(registry.length).toBeGreaterThan(150);
    expect(all.filter(({ en, zh }) => (en === '') !== (zh === '')).map(({ name }) => name)).toEqual([]);
  });

  it('print what they are handed, as the English ones do', () => {
    expect(differing((text) => [...new Set(matches(text, /⟦.⟧|\{\w+\}/gu))])).toEqual([]);
  });

  it('have the same numbers and limits', () => {
    const number = /(?<![\d.])(?:\d+(?:\.\d+)?|\.\d+)/gu;
    // Chinese has the zero before the point, and `1..5` only where it is typed.
    const plain = (text: string): string => text.replaceAll(/(?<=\d),(?=\d)/gu, '').replaceAll(/(?<![\d.])\.(?=\d)/gu, '0.');
    expect(differing((text) => matches(plain(text), number))).toEqual([]);
    expect(differing((text) => matches(text, /[<>≤≥±✓✗]/gu))).toEqual([]);
  });

  it('name the same methods', () => {
    const written = (text: string): string => text.replaceAll('Kaiser–Meyer–Olkin', 'KMO').replaceAll(/\balpha\b/giu, 'α');
    expect(differing((text) => [...new Set(matches(written(text), METHODS))])).toEqual([]);
  });

  it('have the term of the field wherever the English has it', () => {
    const lost = all.flatMap(({ name, en, zh }) =>
      GLOSSARY.filter(([there, here]) => there.test(en) && !here.test(zh)).map(([, here]) => [name, en, zh, String(here)]),
    );
    expect(lost).toEqual([]);
  });

  it('say of reliability what is computed: dimensions listwise, an index over the answers of its components', () => {
    for (const part of ['维度或变量组', '成列删除', '指数', '各成分的回答', '缺失值规则', 'Feldt', '至少需要三个题项'])
      expect(chinese.report.reliabilityNote).toContain(part);
  });
});
