// What is being done, for somebody who waits, in English: at a terminal, and in an editor.
import type { PieceKind } from '../../../contract/steps.ts';

type Named = (name: string) => string;

export const progress = {
  reading: (file: string) => `Reading ${file}`,
  coding: 'Coding answers',
  auditing: 'Auditing printed figures',
  asking: (table: string, question: number) => `Waiting for ${table} to count, question ${question}`,
  writing: (file: string) => `Writing ${file}`,
  painting: (done: number, of: number) => `Painting figures: ${done} of ${of}`,
  computing: {
    sample: () => 'Counting the sample',
    variable: (name) => `Describing ${name}`,
    group: (name) => `Computing the reliability of ${name}`,
    index: (name) => `Computing the index ${name}`,
    composite: (name) => `Computing the index ${name}`,
    compare: (name) => `Computing the comparison ${name}`,
    correlate: (name) => `Computing the correlations ${name}`,
    regression: (name) => `Computing the regression ${name}`,
    measurement: (name) => `Computing the measurement model ${name}`,
    mediation: (name) => `Computing the mediation ${name}`,
    deprivation: (name) => `Computing the deprivation ${name}`,
    robustness: (name) => `Computing the specifications of ${name}`,
    published: () => 'Holding printed figures against computed ones',
  } satisfies Readonly<Record<PieceKind, Named>> as Readonly<Record<PieceKind, Named>>,
  /** What, how far in percent, how long still in seconds. */
  line: (what: string, percent: number | null, seconds: number | null) =>
    [
      what,
      ...(percent === null ? [] : [`${percent} %`]),
      ...(seconds === null ? [] : [seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`]),
    ].join(', '),
};
