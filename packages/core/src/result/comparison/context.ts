// What every table of a comparison needs: the studies, the language, and the names of things as the first study has them.
import type { ComparedStudy } from '../../comparison/study.ts';
import { contextOf, type ReportContext } from '../context.ts';
import { comparisonWordsIn, type ComparisonWords } from './words.ts';

export interface ComparisonContext {
  readonly studies: readonly ComparedStudy[];
  /** Of each study, in order: for labels of what only it has, and for cells. */
  readonly reports: readonly ReportContext[];
  readonly words: ComparisonWords;
  /** Label of a declared name: the first study's, else the first that has one. */
  readonly labelOf: (name: string) => string;
}

export function comparisonContext(studies: readonly ComparedStudy[], language: string): ComparisonContext {
  const reports = studies.map((study) => contextOf(study.results, { language }));
  return { studies, reports, words: comparisonWordsIn(language), labelOf: (name) => reports.map((report) => report.labelOf(name)).find((label) => label !== name) ?? name };
}
