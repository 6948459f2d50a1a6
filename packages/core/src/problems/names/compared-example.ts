// Two studies on the small survey, for the examples of comparison files.
import { files } from './example.ts';

const study = (title: string): string => `study "${title}"

data "survey.csv" {
  id id
}

scale agreement 1..5

dimension wellbeing on agreement {
  indicator a
  indicator b
}
`;

export const twoStudies = {
  ...files,
  'north.study': study('North'),
  'south.study': study('South'),
};
