// English words of a robustness.

export const robustnessEnglish = {
  title: 'Over all specifications',
  option: 'Option',
  interval: 'Interval',
  specifications: 'Specifications',
  computed: 'With the number',
  least: 'Least',
  largest: 'Largest',
  sameSign: 'Share with the stated sign and p < .05',
  holding: (hypothesis: string) => `Share in which it holds: ${hypothesis}`,
  without: (count: string, reason: string) => `${count} specifications without the number: ${reason}.`,
  refused: (code: string) => `they cannot be written (studyspec explain ${code})`,
  alternatives: 'Each alternative by itself',
  alternativesNote: 'One alternative at a time; everything else as the spec states it.',
  more: (count: string) => `${count} more, evenly left out.`,
  sure: 'p < .05',
  unsure: 'p ≥ .05',
  stated: 'as the spec states it',
  curve: 'Specification curve',
  alternative: (number: string, count: string, least: string, largest: string) =>
    `${number} under ${count} specifications, from ${least} to ${largest}.`,
  later: (name: string) => `${name} is computed when the study is run, not while one types.`,
};

export type RobustnessWords = typeof robustnessEnglish;
