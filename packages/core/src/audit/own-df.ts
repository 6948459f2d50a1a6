// Standard errors that bring degrees of freedom of their own, which no size of a sample gives: of clusters, of a sample's design.
import type { Errors } from '../methods/regression/errors.ts';

export const OWN_DF: ReadonlySet<Errors['kind']> = new Set(['cluster', 'cr2', 'wild', 'survey']);
