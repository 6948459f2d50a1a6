// How every target goes through a study: what it defines in the order in which it can be computed, before the condition for respondents
// whatever rests on no score, then the jobs; what is not written is said at its place, and so is what rests on it. How a line is written
// is the targets'.
import { scoreNames, type Job } from '../methods/plan.ts';
import type { ScriptWords } from '../words/en/scripts.ts';
import { absence, called } from './comment.ts';
import { notWritten, type Target } from './reach.ts';
import { inOrder, restsOn, restsOnOf, type Definition, type ScriptRequest } from './request.ts';

/** A text instead of lines: the clause that cannot be written. */
type Code = readonly string[] | string;

export interface Tongue {
  readonly target: Target;
  readonly comment: (said: string) => string;
  readonly heading: (said: string) => string;
  readonly definition: (one: Definition) => Code;
  readonly job: (job: Job) => Code;
  /** Its definitions have their titles themselves. */
  readonly titled?: boolean;
}

export interface Walk {
  readonly definitions: readonly Definition[];
  /** Those that are there before scores are. */
  readonly early: readonly Definition[];
  readonly late: readonly Definition[];
  readonly isGone: (name: string) => boolean;
  /** Why something cannot be written for what it rests on. */
  readonly lacking: (name: string, on: readonly string[]) => string | null;
  readonly define: (one: Definition) => readonly string[];
  /** After all definitions. */
  readonly jobs: () => readonly string[];
  /** What no target computes. */
  readonly others: () => readonly string[];
}

export function walkOf({ plan, frame, language }: ScriptRequest, words: ScriptWords, tongue: Tongue): Walk {
  const { comment, heading, target } = tongue;
  const gone = new Map<string, string>();
  const definitions = inOrder(plan, frame);
  const scored = new Set(plan.jobs.flatMap(scoreNames));
  const late = new Set<string>();
  for (const one of definitions)
    if (scored.has(one.name) || restsOn(one, frame).some((name) => scored.has(name) || late.has(name))) late.add(one.name);
  const lacking: Walk['lacking'] = (name, on) => {
    const lost = on.find((one) => gone.has(one));
    return lost === undefined ? null : words.absent(words.rests(name, lost));
  };
  const title = (one: Definition | Job): string => called(one.name, one.label, language);
  const isLate = ({ name }: Definition): boolean => late.has(name);
  return {
    definitions,
    early: definitions.filter((one) => !isLate(one)),
    late: definitions.filter(isLate),
    isGone: (name) => gone.has(name),
    lacking,
    define(one) {
      const made = one.kind === 'index' || one.kind === 'composite' ? scoreNames(one) : [one.name];
      const all = words.scoresOf(one.name, made.slice(1));
      const unwritten = one.kind === 'index' || one.kind === 'composite' ? notWritten(target, one, plan) : null;
      const lost = lacking(all, restsOn(one, frame));
      const code = lost === null && unwritten === null ? tongue.definition(one) : '';
      if (typeof code !== 'string') return tongue.titled === true ? code : [comment(title(one)), ...code, ''];
      for (const name of made) gone.set(name, one.name);
      const why = lost ?? (unwritten === null ? words.absent(words.clause(all, code)) : absence(words, all, unwritten));
      return [comment(title(one)), comment(why), ''];
    },
    jobs: () =>
      plan.jobs.flatMap((job): readonly string[] => {
        if (job.kind === 'index' || job.kind === 'composite') return [];
        const why = notWritten(target, job, plan);
        const lost = why === null ? lacking(job.name, restsOnOf(job)) : null;
        const code = why === null && lost === null ? tongue.job(job) : '';
        const said = why === null ? (lost ?? words.absent(words.clause(job.name, String(code)))) : absence(words, job.name, why);
        return [heading(title(job)), ...(typeof code === 'string' ? [comment(said)] : code)];
      }),
    others: () =>
      [
        ...(plan.quantities ?? []).map((one) => ({ ...one, kind: 'quantity' })),
        ...(plan.robustness ?? []).map((one) => ({ ...one, kind: 'robustness' })),
        ...plan.hypotheses.map((one) => ({ ...one, kind: 'hypothesis' })),
      ].map((one) => comment(words.absent(words.kind(called(one.name, one.label, language), one.kind)))),
  };
}
