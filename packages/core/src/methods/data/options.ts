// What an author can choose of the answers' coding.
import { option } from '../option.ts';

const outOfRange = option()({
  word: 'out of range', doc: 'What happens to an answer outside its scale; it is dropped (missing) when left out.', example: 'out of range kept', default: 'dropped',
  choices: {
    dropped: { doc: 'An answer outside its scale is reported and treated as missing.' },
    kept: { doc: 'It is reported and used as it stands: to reproduce a paper that did not clean its data.' },
  },
});

export const dataOptions = { outOfRange };
