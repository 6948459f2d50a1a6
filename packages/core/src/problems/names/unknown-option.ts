// A value that the clause does not know.
import type { Refusal } from '../../contract/impossible.ts';
import type { ValueOf } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownOption = defineProblem<{
  value: string;
  clause: ValueOf;
  options: readonly string[];
  nearest: string | null /** Why a word that makes sense elsewhere makes none here. */;
  why?: Refusal;
}>()({
  code: 'SS210',
  name: 'unknown-option',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  missing meen
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  missing mean
}`),
    files,
  },
});
