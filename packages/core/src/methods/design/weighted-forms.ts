// What of a study with a design is computed with its weights: methods, and words of their options. What is not declared as weighted is
// refused there, so that nothing new stands unweighted among weighted numbers.
import { waysOf, type AnyOption } from '../../contract/option.ts';
import type { Job } from '../plan.ts';

/** Methods that take weights. A method that is not here is refused in a study with a design, unless it says `unweighted`. */
const weightedMethods: Readonly<Partial<Record<Job['kind'], true>>> = {
  index: true,
  composite: true,
  compare: true,
  regression: true,
  deprivation: true,
};

export interface WithoutWeights {
  /** Null: the whole method. */
  readonly clause: string | null;
  readonly text: string | null;
}

/** Whatever of a job has no weighted form, of the options that its author stated; null where all of it has one. */
export function withoutWeightedForm(job: Job, stated: readonly AnyOption[]): WithoutWeights | null {
  if (weightedMethods[job.kind] !== true) return { clause: null, text: null };
  if (job.kind === 'compare' && job.with !== undefined) return { clause: 'with', text: 'with' };
  if (job.kind === 'compare' && job.against !== undefined) return { clause: 'against', text: 'against' };
  if (job.kind === 'compare' && job.adjust !== undefined) return { clause: 'adjust', text: 'adjust' };
  if (job.kind === 'compare' && job.factors !== undefined) return { clause: 'by', text: `by ${job.factors.join(' * ')}` };
  if (job.kind === 'regression' && job.center !== undefined) return { clause: 'center', text: 'center' };
  if (job.kind === 'regression' && job.slopes !== undefined) return { clause: 'slopes', text: 'slopes' };
  if (job.kind === 'composite') {
    const parts = job.weight.kind === 'both' ? job.weight.parts : [job.weight];
    const found = parts.find(({ kind }) => kind === 'entropy' || kind === 'critic' || kind === 'cv');
    if (found !== undefined) return { clause: 'weight', text: `weight by ${found.kind}` };
  }
  if (job.kind === 'regression' && job.method.kind === 'logit' && job.method.firth) return { clause: 'method', text: 'method logit firth' };
  for (const option of stated) {
    if (option.weighted === true) continue;
    const chosen = chosenOf(job, option);
    const choice = chosen === null ? undefined : option.choices[chosen];
    if (choice !== undefined && choice.weighted !== true)
      return { clause: option.word, text: `${option.word} ${waysOf(option).find((way) => way.kind === chosen)?.text ?? chosen!}` };
  }
  return null;
}

/** The choice in the job's field; a field that holds the word itself, or `{ kind }`. */
function chosenOf(job: Job, option: AnyOption): string | null {
  const words = new Set(Object.keys(option.choices));
  const fields: Readonly<Record<string, unknown>> = { ...job };
  const camel = option.word.replaceAll(/[ _](\w)/gu, (_, letter: string) => letter.toUpperCase());
  const value = fields[camel] ?? fields[option.word];
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : value;
  return typeof kind === 'string' && words.has(kind) ? kind : null;
}

/** The job with what holds in a study with a design where its author left a clause out: errors of the design, Bonferroni's pairs. */
export function weightedJob(job: Job, stated: ReadonlySet<string>): Job {
  const told = (word: string, text: string): readonly string[] => job.defaults.map((line) => (line.startsWith(`${word} `) ? text : line));
  if (job.kind === 'regression' && !stated.has('errors'))
    return { ...job, errors: { kind: 'survey' }, defaults: told('errors', 'errors survey') };
  if (job.kind === 'compare' && !stated.has('post_hoc'))
    return { ...job, postHoc: 'bonferroni', defaults: told('post_hoc', 'post_hoc bonferroni') };
  return job;
}
