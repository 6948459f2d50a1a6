// English words of a codebook.

export const codebookEnglish = {
  title: (study: string) => `Codebook: ${study}`,
  variables: 'Variables',
  variable: 'Variable',
  label: 'Label',
  kind: { indicator: 'indicator', number: 'number', category: 'category', column: 'not declared' },
  kindTitle: 'Kind',
  computed: 'computed',
  from: (column: string) => `from ${column}`,
  answers: 'Answers',
  code: 'Code',
  distinctValues: (number: string) => `${number} different values`,
  noAnswer: (code: string) => `${code} (missing)`,
  blank: 'blank',
  unusable: 'cannot be used',
  byCodeNote:
    'Valid % leaves missing answers out. Codes stand as in the file; means and SDs are of what is analysed (reversed, on its scale).',
  straight: 'The same answer throughout',
  straightScale: 'Scale',
  straightItems: 'Items',
  straightAnswered: 'Answered all',
  straightCount: 'Same answer',
  straightNote: 'Respondents who gave one answer to all items as they were asked. Scales of three points and items and more.',
  duplicates: 'Respondents who stand twice',
  noDuplicates: 'No id stands twice, and no two rows are equal.',
  sameId: 'Same id',
  sameRow: 'Equal rows',
  rows: 'Rows',
  time: 'Time used',
  timeColumn: 'Column',
  lowerQuarter: 'Lower quarter',
  upperQuarter: 'Upper quarter',
  fast: 'Under a third of the median',
  moreDuplicates: (number: string) => `${number} more are in the JSON.`,
};

export type CodebookWords = typeof codebookEnglish;
