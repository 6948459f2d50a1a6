// Every sentence about a problem, in Chinese: by the name of its kind.
import { answersProblems } from './answers.ts';
import { auditProblems } from './audit.ts';
import { claimsProblems } from './claims.ts';
import { clausesProblems } from './clauses.ts';
import { colleagueProblems } from './colleague.ts';
import { comparisonProblems } from './comparison.ts';
import { compositesProblems } from './composites.ts';
import { designProblems } from './design.ts';
import { filesProblems } from './files.ts';
import { measurementProblems } from './measurement.ts';
import { namesProblems } from './names.ts';
import { outcomesProblems } from './outcomes.ts';
import { programsProblems } from './programs.ts';

export const problemsChinese = {
  ...namesProblems,
  ...clausesProblems,
  ...comparisonProblems,
  ...compositesProblems,
  ...filesProblems,
  ...answersProblems,
  ...programsProblems,
  ...designProblems,
  ...measurementProblems,
  ...outcomesProblems,
  ...colleagueProblems,
  ...claimsProblems,
  ...auditProblems,
};
