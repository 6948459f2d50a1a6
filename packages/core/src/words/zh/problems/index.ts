// Every sentence about a problem, in Chinese: by the name of its kind.
import type { WordsOfProblems } from '../../problem-words.ts';
import { answersProblems } from './answers.ts';
import { auditProblems } from './audit.ts';
import { claimsProblems } from './claims.ts';
import { clausesProblems } from './clauses.ts';
import { colleagueProblems } from './colleague.ts';
import { compositesProblems } from './composites.ts';
import { comparisonProblems } from './comparison.ts';
import { designProblems } from './design.ts';
import { effectsProblems } from './effects.ts';
import { filesProblems } from './files.ts';
import { measurementProblems } from './measurement.ts';
import { namesProblems } from './names.ts';
import { outcomesProblems } from './outcomes.ts';
import { programsProblems } from './programs.ts';
import { replicationProblems } from './replication.ts';
import { robustnessProblems } from './robustness.ts';
import { statisticsProblems } from './statistics.ts';
import { syntaxProblems } from './syntax.ts';
import { tablesProblems } from './tables.ts';

export const problemsChinese: WordsOfProblems = {
  ...syntaxProblems,
  ...namesProblems,
  ...clausesProblems,
  ...comparisonProblems,
  ...compositesProblems,
  ...replicationProblems,
  ...filesProblems,
  ...answersProblems,
  ...programsProblems,
  ...robustnessProblems,
  ...designProblems,
  ...effectsProblems,
  ...statisticsProblems,
  ...measurementProblems,
  ...outcomesProblems,
  ...colleagueProblems,
  ...claimsProblems,
  ...auditProblems,
  ...tablesProblems,
};
