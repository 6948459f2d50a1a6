// English words of the reference pages, which are written from the registry (scripts/generate.mjs).

export const referenceEnglish = {
  language: 'The words of the language',
  languageOpening:
    'A declaration begins with its kind; what belongs to it stands on its line or between its braces. No word is reserved: each is ' +
    'a keyword only where a declaration or a clause may begin.',
  declarations: 'Declarations',
  clausesOf: (list: string) => `Clauses: ${list}.`,
  declarationsInside: (list: string) => `Declarations inside: ${list}.`,
  clauses: 'Clauses',
  clauseHeads: ['Clause', 'Stands in', 'What it says', 'Example'],
  options: 'Options',
  optionHeads: ['In', 'Written', 'What it means'],
  isDefault: (doc: string) => `${doc} The default.`,
  frameworks: 'Built-in frameworks',
  frameworksOpening: '`replicates "std:…"` names one of these. They are written in the language itself, in `packages/dsl/src/stdlib`.',
  frameworkHeads: ['Name', 'What it is'],
  quantities: 'Quantities',
  quantitiesOpening:
    'Every number that a study computes has an address: the name of its declaration, a dot, the name of the quantity, and what it ' +
    'takes in parentheses.\nAddresses stand in hypotheses, in published figures, on the command line (`studyspec query`) and behind ' +
    'the `#` of a report.',
  ofKind: (kind: string) => `Of ${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind}`,
  quantityHeads: ['Quantity', 'What it is', 'English', '中文', 'Formula', 'Source'],
  problems: 'Problems',
  problemsOpening: 'What StudySpec can find wrong, by code. `studyspec explain CODE` shows the same in a terminal.',
  severity: { error: 'error', warning: 'warning', info: 'info' },
  titled: (title: string, severity: string) => `**${title}** (${severity})`,
  wrong: 'Wrong:',
  right: 'Right:',
};

export type ReferenceWords = typeof referenceEnglish;
