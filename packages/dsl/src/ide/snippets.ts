// What completion writes for a declaration: its shape with places to fill in, in the common snippet form. One for each kind.
import type { ClauseWord, Kind } from '../syntax/vocabulary.ts';

export const kindSnippets: Readonly<Record<Kind, string>> = {
  study: 'study "${1:Title}"$0',
  framework: 'framework "${1:Title}"$0',
  source: 'source "${1:Authors (year)}" doi "${2:10.1000/xyz}"$0',
  data: 'data "${1:survey.csv}" {\n  missing ${2:blank}$0\n}',
  scale: 'scale ${1:agreement} ${2:1}..${3:5} "${4:strongly disagree}" .. "${5:strongly agree}"$0',
  dimension: 'dimension ${1:name} "${2:Label}" on ${3:agreement} {\n  indicator $0\n}',
  indicator: 'indicator ${1:name} "${2:Label}"$0',
  category: 'category ${1:name} "${2:Label}" {\n  ${3:level} "${4:Label}" = ${5:1}$0\n}',
  choices: 'choices ${1:name} "${2:Label}" from ${3:q5} split "${4:;}" {\n  ${5:option} "${6:Label}" = ${7:1}$0\n}',
  number: 'number ${1:name} "${2:Label}"$0',
  block: 'block ${1:name} "${2:Label}" of $0',
  index: 'index ${1:name} "${2:Label}" {\n  of $0\n}',
  component: 'component ${1:name} "${2:Label}" marked by $0',
  correlate: 'correlate ${1:name} "${2:Label}" {\n  of $0\n}',
  compare: 'compare ${1:name} "${2:Label}" {\n  of ${3:score}\n  by $0\n}',
  regression: 'regression ${1:name} "${2:Label}" {\n  explain ${3:score}\n  by      $0\n}',
  robustness: 'robustness ${1:name} "${2:Label}" of ${3:full.score.b(x)} {\n  $0\n}',
  measurement: 'measurement ${1:scales} "${2:Measurement model}" {\n  of $0\n}',
  deprivation: 'deprivation ${1:mpi} "${2:Label}" {\n  of     ${3:dimension} { $0 }\n  cutoff ${4:1/3}\n}',
  mediation: 'mediation ${1:path} "${2:Label}" {\n  explain ${3:score}\n  by      ${4:x}\n  through $0\n}',
  factor: 'factor ${1:name} "${2:Label}" of $0',
  quantity: 'quantity ${1:name} "${2:Label}" = $0',
  comparison: 'comparison ${1:name} "${2:Label}" {\n  ${3:first} = "${4:first.study}"\n  ${5:second} = "${6:second.study}"$0\n}',
  hypothesis: 'hypothesis ${1:name} "${2:In words}" {\n  $0\n}',
  published: 'published "${1:Authors (year)}" {\n  $0\n}',
  table: 'table "${1:Table 1}" ${2:row.column} {\n  columns ${3:mean} ${4:sd}\n  $0\n}',
  map: 'map {\n  $0\n}',
  without: 'without $0',
  seed: 'seed ${1:20240914}$0',
  report: 'report {\n  $0\n}',
  accept: 'accept ${1:SS604} "${2:reason}"$0',
};

/** Clauses that are written with more than their word. The others want a value that completion offers next. */
export const clauseSnippets: Readonly<Partial<Record<ClauseWord, string>>> = {
  replicates: 'replicates "$1"$0',
  doi: 'doi "${1:10.1000/xyz}"$0',
  reversed: 'reversed',
  absent: 'absent',
  guess: 'guess',
  within: 'within ${1:0}..${2:100}$0',
  join: 'join "${1:sites.csv}" on ${2:site}$0',
};

/** A text inside a snippet. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, (sign) => `\\${sign}`);
}
