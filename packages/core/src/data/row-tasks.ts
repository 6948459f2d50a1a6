// What threads that help are asked to do with rows: each by its name, so that whoever is asked knows it.
import { jointTask } from '../counts/joint.ts';
import { scoresTask } from '../counts/linear-scores.ts';
import { pairsTask, tallyTask } from '../counts/points.ts';
import { codesTask, madeTallyTask, pairsWithTask, walkTask } from '../counts/remade.ts';
import { partBy, type CrewWork, type RowTask } from '../counts/crew.ts';
import { levelSumsTask } from '../procedures/describe/level-sums.ts';
import { alikeTask, hashTask } from './row-hashes.ts';

const tasks = new Map(
  [tallyTask, pairsTask, jointTask, scoresTask, walkTask, codesTask, madeTallyTask, pairsWithTask, hashTask, alikeTask, levelSumsTask].map(
    (task) => [task.name, task as RowTask<never, unknown>],
  ),
);

/** What one part of some work gives; throws where nobody knows the task. */
export const helpWith = (work: CrewWork, part: number): unknown => partBy(tasks.get(work.task)! as RowTask<unknown, unknown>, work, part);
