// Names that objects of JavaScript have of their own (`__proto__`, `constructor`) are names like any other: whatever plays which part in a
// study, results, reports and what the editor offers are those of the same study with plain names in their place. The kind of fault is that
// of case a18 of the collection "Small inputs that go wrong".
import { tell, auditOf, renderHtml, renderText, reportOf, resultsJson } from '@studyspec/core';
import { completionsAt, createEngine, hintsOf, hoverAt, problemsByFile, semanticTokensOf, symbolsOf } from '@studyspec/dsl';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProject } from '../support/project.ts';

const hostile = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
];
/** As long as the hostile ones, so that columns are as wide. */
const plain = hostile.map((name, at) => `Q${String.fromCharCode(97 + at).repeat(name.length - 2)}Q`);

const wave = (i: number, k: number): number =>
  Math.max(1, Math.min(5, Math.round(3 + Math.sin(i * 1.7) + Math.sin(i * (0.31 * k + 0.4)) * 0.9)));
/** Each of twelve names has several parts: which ones, the order says. */
function project(n: readonly string[]): Record<string, string> {
  const [a, b, c, d, group, low, high, size, block, index, part, other] = n as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const rows = Array.from({ length: 90 }, (_, i) =>
    [
      `${i % 2 === 0 ? a : b}${i}`,
      wave(i, 1),
      wave(i, 2),
      i === 7 ? 9 : wave(i, 3),
      wave(i, 4),
      i % 3 === 0 ? low : high,
      i % 11,
      i % 5 === 0 ? 'constructor' : '__proto__',
    ].join(','),
  );
  return {
    'x.study': `study "${other}"
data "${part}.csv" { id ${other} }
scale ${a} 1..5 "${low}" .. "${high}"
dimension dim "${b}" on ${a} { indicator ${a} "${a}"  indicator ${b}  indicator ${c} }
indicator ${d} on ${a} reversed
category ${group} { ${low} "${low}" = "${low}"  ${high} "${high}" = "${high}" }
number ${size} = column / 2
block ${block} of ${group}, ${size}
index ${index} "${index}" { of dim, ${d}  keep 1  component ${part} "${part}" marked by ${a}  weight given { ${part} = 2 } }
index second { of dim  weight equal }
compare cmp { of ${index}, ${part} by ${group} }
regression ${other} { explain ${index} by ${block} }
regression again like ${other} { where ${group} is ${low} or ${size} > 1 }
hypothesis hyp "${low}" { ${other}.${index}.beta(${group}.${high}) > 0  ${index}.alpha > 0.1 }
published "${c}" {
  ${index}.alpha = 0.5
  table "${group}" ${other}.column.b(row) { columns ${index}
    ${group}.${high} 0.1
    ${size} 0.2 }
}
`,
    [`${part}.csv`]: `${other},${a},${b},${c},${d},${group},column,text\n${rows.join('\n')}\n`,
  };
}

/** With plain names; underscores are escaped in Markdown. */
const back = (text: string): string => hostile.reduce((done, name, at) => done.replaceAll(name, plain[at]!), text.replace(/\\+_/gu, '_'));

/** Pictures and columns are as wide as the letters of a name. */
const wordsOf = (html: string): string =>
  html
    .replaceAll('<wbr>', '')
    .replace(/<div class="picture[^"]*">.*?<\/div>|<style.*?<\/style>/gsu, '')
    .replace(/ class=(?:"[^"]*"|[^ >]*)/gu, '');

function outputs(names: readonly string[]): { readonly [what: string]: string } {
  const files = project(names);
  const { results, problems, compiled, coded } = runProject(files, 'x.study');
  if (results === null || coded === null) throw new Error(problems.map((one) => tell(one, 'en').message).join('\n'));
  const report = reportOf(results, { problems });
  const engine = createEngine();
  engine.setText('x.study', files['x.study']!);
  const snapshot = engine.snapshot('x.study')!;
  const places = [...names, 'by ', 'of ', 'beta('].map((name) => files['x.study']!.indexOf(name) + 1);
  return {
    problems: JSON.stringify(problems.map((problem) => [problem.code, tell(problem, 'en')])),
    json: resultsJson(results, {
      version: 'x',
      language: 'en',
      problems: () => problems,
      stated: () => [],
      placed: (place) => ({ ...place, line: null, column: null, endLine: null, endColumn: null }),
      inputs: new Map(names.map((name) => [name, 'digest'])),
    }),
    text: renderText(report, { width: 120 }),
    html: wordsOf(renderHtml(report)),
    queries: JSON.stringify([...results.quantities].map(([key, one]) => [key, one.address, one.value])),
    audit: JSON.stringify(auditOf(compiled.plan!)),
    editor: JSON.stringify([
      [...problemsByFile(snapshot)],
      hintsOf(snapshot),
      semanticTokensOf(snapshot),
      symbolsOf(snapshot),
      places.map((at) => [
        hoverAt(snapshot, at),
        completionsAt(snapshot, at)
          .map((one) => back(JSON.stringify([one.label, one.detail, one.insert])))
          .sort(),
      ]),
    ]),
  };
}

describe('names of objects', () => {
  it('are names like any other, from the spec to the last output', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          hostile.map((_, at) => at),
          { minLength: hostile.length },
        ),
        (order) => {
          const [ours, theirs] = [outputs(order.map((at) => plain[at]!)), outputs(order.map((at) => hostile[at]!))];
          for (const [what, text] of Object.entries(theirs)) expect(back(text), what).toBe(back(ours[what]!));
        },
      ),
      { seed: 11, numRuns: 12 },
    );
  });
});

describe('words that are none', () => {
  const frame = (line: string): Record<string, string> => ({
    'x.study':
      `study "x"\ndata "d.csv" { id id }\nscale s 1..5\ndimension d on s { indicator a  indicator b  indicator c }\ncategory g { ` +
      `l = 1  m = 2 }\nindex i { of d }\n${line}\n`,
    'd.csv': 'id,a,b,c,g\n1,1,2,3,1\n2,2,3,4,2\n3,4,4,5,1\n4,5,4,3,2\n5,2,2,1,1\n',
  });
  const lines: readonly ((word: string) => string)[] = [
    (word) => `index j { of d  missing ${word} }`,
    (word) => `index j { of d  extract ${word} }`,
    (word) => `index j { of d  rotate ${word} }`,
    (word) => `index j { of d  keep ${word} }`,
    (word) => `index j { of d  weight ${word} }`,
    (word) => `index j { of d  rescale ${word} }`,
    (word) => `compare k { of i by g  post_hoc ${word} }`,
    (word) => `regression r { explain i by g  errors ${word} }`,
    (word) => `regression r { explain i by g  show ${word} }`,
    (word) => `regression r { explain i by g  method ${word} }`,
    (word) => `report { language ${word} }`,
    (word) => `report { tables ${word} }`,
    (word) => `report { stars ${word} }`,
    (word) => `report { accept ${word} "why" }`,
    (word) => `number v = ${word}(a)`,
    (word) => `number v = a + ${word}`,
    (word) => `block b of ${word}`,
    (word) => `indicator q on ${word}`,
    (word) => `indicator q like ${word}`,
    (word) => `category h from g { l = 1 }\ncompare k { of i by h where h is ${word} }`,
    (word) => `category h { l = 1  m = 2  reference ${word} }`,
    (word) => `hypothesis h { i.${word} > 0 }`,
    (word) => `hypothesis h { ${word}.alpha > 0 }`,
    (word) => `hypothesis h { ${word} > 0 }`,
    (word) => `hypothesis h { i.loading(a, ${word}) > 0 }`,
    (word) => `hypothesis h { sample.${word} > 0 }`,
    (word) => `published "p" { i.${word} = 1 }`,
    (word) => `published "p" { table "t" i.${word}(row) { columns x\n a 1 } }`,
    (word) => `${word} x { of d }`,
    (word) => `${word}`,
    (word) => `index j { ${word} d }`,
    (word) => `index j { of d  ${word} 3 }`,
    (word) => `map { ${word} from a }`,
    (word) => `without ${word}`,
    (word) => `compare k { of i by ${word} }`,
    (word) => `compare k { of i by g where ${word} > 1 }`,
  ];

  it.each(hostile)('%s, wherever a word is expected, is an unknown one', (word) => {
    for (const line of lines) {
      const { problems, results } = runProject(frame(line(word)), 'x.study');
      expect(problems.length, line(word)).toBeGreaterThan(0);
      expect(JSON.stringify(problems), line(word)).not.toMatch(/native code|\[object |\bundefined\b/u);
      // As a word that nobody knows is told of, so is this one.
      const unknown = runProject(frame(line('zqzqzqzq')), 'x.study');
      expect(
        problems.map((one) => one.code),
        line(word),
      ).toEqual(unknown.problems.map((one) => one.code));
      expect(results === null, line(word)).toBe(unknown.results === null);
    }
  });
});
