// Not possible with data yet.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const notYetData = defineProblem<{ what: 'sheet' | 'weight' | 'stratum'; detail: string }>({
  code: 'SS390',
  name: 'not-yet-data',
  severity: 'error',
  title: 'Not possible with data yet',
  message: ({ what, detail }) => ({
    sheet: `Reading a sheet ("${detail}") of an Excel workbook is not possible yet.`,
    weight: `Weighting by a column (${detail}) is not possible yet.`,
    stratum: `Strata (${detail}) are not possible yet.`,
  })[what],
  help: ({ what }) => ({
    sheet: 'It comes with a later version. Until then save the sheet as "CSV UTF-8" and name that file.',
    weight: 'It comes with a later version. Take the line out to see unweighted results.',
    stratum: 'It comes with a later version. Take the line out to see results that take the sample as a simple random one.',
  })[what],
  explanation: `The language can already say this, but this version cannot carry it out. It is refused rather than ignored, since results that quietly leave
out a weight would look right and be wrong.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['  missing blank\n', '  missing blank\n  weight village\n']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
