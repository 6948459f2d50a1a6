// Words of what a reader meets first and last in a report: what was found, what to know before citing it, and how to repeat it. In English.

const s = (count: number): string => (count === 1 ? '' : 's');

export const summaryEnglish = {
  summary: 'Summary',
  appendix: 'Appendix',
  moreOfPrint: 'What is said of printed figures, as it stands below their tables',
  moreOf: 'More tables and figures',
  tileMean: (index: string, sd: string, low: string, high: string) => `mean of ${index} (SD ${sd}; from ${low} to ${high})`,
  tileExplained: (index: string, kept: string) => `% of the variance in the ${kept} components of ${index}`,
  tileFit: (measure: string, model: string, outcome: string, n: string) => `${measure} for ${outcome} in “${model}” (n = ${n})`,
  tileCases: (model: string) => `cases in “${model}”`,
  tileModelFit: (measure: string, model: string, rmsea: string) => `${measure} of “${model}” (RMSEA ${rmsea})`,
  tilePoor: (name: string, headcount: string, intensity: string) =>
    `adjusted headcount ratio M0 of ${name} (H ${headcount}, A ${intensity})`,
  tileHypotheses: (count: number): string => (count === 1 ? 'hypothesis holds' : 'hypotheses hold'),
  tileFigures: (count: number): string => (count === 1 ? 'printed figure comes out' : 'printed figures come out'),
  outOf: (some: string, all: string) => `${some} of ${all}`,
  claimsKept: (verdict: string, kept: string, all: string, count: number) => `${verdict}: ${kept} of ${all} claim${s(count)}`,
  groupsDiffer: (outcome: string, category: string, highest: string, most: string, lowest: string, least: string, test: string) =>
    `${outcome} differs by ${category}: highest in “${highest}” (${most}), lowest in “${lowest}” (${least}); ${test}.`,
  groupsAlike: (outcome: string, category: string, least: string, most: string, test: string) =>
    `${outcome} is not shown to differ by ${category}: the groups’ means lie between ${least} and ${most}; ${test}.`,
  goesThrough: (predictor: string, outcome: string, effect: string, interval: string, ends: string, shown: boolean) =>
    `${shown ? 'An' : 'No'} indirect effect of ${predictor} on ${outcome} is shown: ${effect}, ${interval} ${ends}.`,

  beforeCiting: 'Before you cite this',
  beforeCitingMore: (count: number, text: string) => `${text} more remark${s(count)} of this kind in the appendix.`,
  otherRemarks: (counts: string) => `All remarks stand in the appendix: ${counts}.`,
  printedApart: (off: string, total: string) => `${off} of ${total} figures that the paper printed are not those that come out here.`,
  printedApartHelp:
    'Cite the figures of this report, or say which ones are the paper’s; the appendix shows the paper’s tables cell by cell.',

  // The paper's tables
  ours: 'Here',
  printedHead: 'Printed',
  publishedNote: '✓: what comes out here rounds to the printed figure (and has its stars). ✗, or a number beside it: it does not.',
  publishedCount: (agree: string, all: string) => `${agree} of ${all} figures come out.`,

  // Groups and tests in one table
  lettersNote: (procedure: string, level: string) => `Means of a row that share no letter differ (${procedure}, p < ${level}).`,
  meanSdNote: 'Entries are means, with SD in parentheses.',

  suitsNote: (kmo: string, chi2: string, df: string, p: string) => `KMO ${kmo}; Bartlett’s test χ²(${df}) = ${chi2}, ${p}.`,

  // What is told where one points at a coefficient
  besideCoefficient: (b: string, se: string, p: string, ci: string, low: string, high: string) =>
    `b ${b}, SE ${se}, p${p}, ${ci} ${low} to ${high}`,

  // How to repeat it
  repeat: 'How to repeat this',
  repeatNote: 'The same inputs, program and options give the same bytes; `studyspec verify FOLDER` repeats a run and tells what moved.',
  program: 'Program',
  command: 'Command',
  inputHash: (file: string) => `SHA-256 of ${file}`,
  optionsInForce: 'Options in force',
};
