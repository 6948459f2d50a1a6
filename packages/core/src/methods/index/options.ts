// What an author can choose of an index.
import type { ChosenOf } from '../option.ts';
import { rotate } from './rotate.ts';

export const indexOptions = { rotate };
export type IndexOptions = ChosenOf<typeof indexOptions>;
