// What completion writes for a declaration: its shape with places to fill in, in the common snippet form. One for each kind.
import type { EditorWords } from '@studyspec/core';
import { LANGUAGE } from '../syntax/language-version.ts';
import type { ClauseWord, Kind } from '../syntax/vocabulary.ts';

export const kindSnippets: Readonly<Record<Kind, (texts: EditorWords['written']) => string>> = {
  study: ({ title }) => `study "\${1:${title}}"$0`,
  framework: ({ title }) => `framework "\${1:${title}}"$0`,
  source: ({ authors }) => `source "\${1:${authors}}" doi "\${2:10.1000/xyz}"$0`,
  data: () => 'data "${1:survey.csv}" {\n  missing ${2:blank}$0\n}',
  scale: ({ low, high }) => `scale \${1:agreement} \${2:1}..\${3:5} "\${4:${low}}" .. "\${5:${high}}"$0`,
  dimension: ({ label }) => `dimension \${1:name} "\${2:${label}}" on \${3:agreement} {\n  indicator $0\n}`,
  indicator: ({ label }) => `indicator \${1:name} "\${2:${label}}"$0`,
  category: ({ label }) => `category \${1:name} "\${2:${label}}" {\n  \${3:level} "\${4:${label}}" = \${5:1}$0\n}`,
  choices: ({ label }) =>
    `choices \${1:name} "\${2:${label}}" from \${3:q5} split "\${4:;}" {\n  \${5:option} "\${6:${label}}" = \${7:1}$0\n}`,
  number: ({ label }) => `number \${1:name} "\${2:${label}}"$0`,
  block: ({ label }) => `block \${1:name} "\${2:${label}}" of $0`,
  index: ({ label }) => `index \${1:name} "\${2:${label}}" {\n  of $0\n}`,
  component: ({ label }) => `component \${1:name} "\${2:${label}}" marked by $0`,
  correlate: ({ label }) => `correlate \${1:name} "\${2:${label}}" {\n  of $0\n}`,
  compare: ({ label }) => `compare \${1:name} "\${2:${label}}" {\n  of \${3:score}\n  by $0\n}`,
  regression: ({ label }) => `regression \${1:name} "\${2:${label}}" {\n  explain \${3:score}\n  by      $0\n}`,
  robustness: ({ label }) => `robustness \${1:name} "\${2:${label}}" of \${3:full.score.b(x)} {\n  $0\n}`,
  measurement: ({ measurement }) => `measurement \${1:scales} "\${2:${measurement}}" {\n  of $0\n}`,
  deprivation: ({ label }) => `deprivation \${1:mpi} "\${2:${label}}" {\n  of     \${3:dimension} { $0 }\n  cutoff \${4:1/3}\n}`,
  mediation: ({ label }) => `mediation \${1:path} "\${2:${label}}" {\n  explain \${3:score}\n  by      \${4:x}\n  through $0\n}`,
  factor: ({ label }) => `factor \${1:name} "\${2:${label}}" of $0`,
  quantity: ({ label }) => `quantity \${1:name} "\${2:${label}}" = $0`,
  comparison: ({ label }) =>
    `comparison \${1:name} "\${2:${label}}" {\n  \${3:first} = "\${4:first.study}"\n  \${5:second} = "\${6:second.study}"$0\n}`,
  hypothesis: ({ inWords }) => `hypothesis \${1:name} "\${2:${inWords}}" {\n  $0\n}`,
  published: ({ authors }) => `published "\${1:${authors}}" {\n  $0\n}`,
  table: ({ table }) => `table "\${1:${table}}" \${2:row.column} {\n  columns \${3:mean} \${4:sd}\n  $0\n}`,
  map: () => 'map {\n  $0\n}',
  without: () => 'without $0',
  studyspec: () => `studyspec \${1:${LANGUAGE}}$0`,
  seed: () => 'seed ${1:20240914}$0',
  report: () => 'report {\n  $0\n}',
  accept: ({ reason }) => `accept \${1:SS604} "\${2:${reason}}"$0`,
};

/** Clauses that are written with more than their word. The others want a value that completion offers next. */
export const clauseSnippets: Readonly<Partial<Record<ClauseWord, string>>> = {
  replicates: 'replicates "$1"$0',
  doi: 'doi "${1:10.1000/xyz}"$0',
  reversed: 'reversed',
  absent: 'absent',
  guess: 'guess',
  within: 'within ${1:0}..${2:100}$0',
  append: 'append "${1:wave2.csv}" as ${2:wave}$0',
  join: 'join "${1:sites.csv}" on ${2:site}$0',
};

/** A text inside a snippet. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, (sign) => `\\${sign}`);
}
