// What somebody else's program does with the packed libraries; test/heavy/publish.sh compiles it as such a program and runs it.
import { cliWordsIn, type FileRefusal } from '@studyspec/core/words/cli';
import { readData, renderText, type Execution, type Frame } from '@studyspec/core';
import { formatText, openStudy, resultsOf, type World } from '@studyspec/dsl';

const spec = `study "Trust"
data "trust.csv" { id id }
scale agreement 1..5
dimension trust on agreement { indicator t1  indicator t2  indicator t3 }
`;
const rows = [1, 2, 3, 4, 5].map((i) => `${i},${i},${6 - i},${(i % 3) + 1}`);
const bytes = new TextEncoder().encode(`id,t1,t2,t3\n${rows.join('\n')}\n`);
const none: FileRefusal = { is: 'missing' };
const world: World = {
  text: (path) => (path === 'trust.study' ? { content: spec } : { refusal: none }),
  answers: ({ name }, options) => readData(bytes, name, options),
};
const study = openStudy('trust.study', world);
const results: Execution | null = resultsOf(study);
const frame: Frame | null = study.frame;
const words = await cliWordsIn('zh');
console.log(formatText(spec).length > 0, frame?.rows, results?.quantities.get('t1.mean')?.value, typeof words, typeof renderText);
