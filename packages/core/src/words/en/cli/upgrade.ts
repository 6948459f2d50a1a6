// What `fmt --upgrade` tells, in English.

export const upgrade = {
  changes: (file: string) => `${file}:`,
  stated: (from: number | null, to: number) => (from === null ? `  states language ${to} now` : `  language ${from} → ${to}`),
  formatted: '  formatted',
  rewritten: (line: number, before: string, after: string) => `  line ${line}: ${before} → ${after}`,
  left: (line: number, text: string) =>
    `  line ${line}: the table ${text} is left as it is: what it says of n may be another number now. Look at it.`,
  noneMoved: 'No number moved.',
  isNow: (address: string) => ` (the number that it was: ${address})`,
  notKnown: (file: string) =>
    `Which numbers moved is not known: nothing can be computed of ${file}. studyspec check ${file} says why once it is written.`,
  nothing: (files: number) =>
    `${files === 1 ? 'The file is in the present language, and states it.' : 'All files are in the present language, and state it.'}`,
  mistakes: (file: string, count: string) => `${file} has ${count}, so nobody knows what it says; nothing was written.`,
};
