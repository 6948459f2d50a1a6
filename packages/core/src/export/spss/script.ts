// A study as SPSS syntax that PSPP runs, too. Tables are told apart by a line before each (`ECHO`); what PSPP lacks is said there.
import { labelText } from '../../contract/label-text.ts';
import { writeCondition } from '../../data/condition.ts';
import { scoreNames, type Job } from '../../methods/plan.ts';
import { scriptWords } from '../comment.ts';
import { declaredIn, inCondition, isMeasured, levelsIn, type Definition, type ScriptRequest } from '../request.ts';
import { walkOf } from '../walk.ts';
import { compareCode, correlateCode, regressionCode } from './models.ts';
import { answersCode, componentsCode } from './scores.ts';
import { comment, conditionText, listed, quoted, SpssNames, type Reading } from './text.ts';
import { readCode, variableCode, type Writing } from './variables.ts';

const RULE = '-'.repeat(12);

export function spssScript(request: ScriptRequest): string {
  const { plan, frame, language } = request;
  const words = scriptWords(language);
  const names = new SpssNames();
  for (const own of ['case_', 'inside_', 'all_']) names.of(own);
  const reading: Reading = {
    names,
    frame,
    missing: plan.data?.missing ?? [],
    declared: declaredIn(plan),
    levels: levelsIn(plan),
  };
  for (const one of plan.variables) names.of(one.name);
  const writing: Writing = { ...request, words, reading };
  const heading = (said: string): string => `\n${comment(`${RULE} ${said} ${RULE}`)}`;
  const walk = walkOf(request, words, {
    target: 'spss',
    comment,
    heading,
    definition: (one) =>
      one.kind === 'index'
        ? componentsCode(writing, one)
        : one.kind === 'composite'
          ? answersCode(writing, one)
          : variableCode(writing, one),
    job: (job) => jobCode(writing, job),
  });
  const head = [
    comment(words.heading(labelText(plan.title, language), 'SPSS')),
    comment(words.written(request.version)),
    comment(words.folder),
    'SET FORMAT=F24.16 /TVARS=NAMES.',
    heading(words.read(plan.data?.file ?? '')),
  ];
  const mapped = new Set((plan.data?.columns ?? []).map((one) => one.name));
  const own = frame.columns.filter((column) => column.joinedFrom === undefined && !mapped.has(column.name));
  const header = frame.about?.names ?? own.map((column) => column.name);
  const read = readCode(writing, header);
  if (read === null) return [...head, comment(words.absent(words.read(plan.data?.file ?? ''))), ''].join('\n');
  const body: string[] = [...head, ...read, heading(words.variables)];

  const describe = (wanted: readonly Definition[]): readonly string[] => {
    const there = wanted.filter((one) => !walk.isGone(one.name) && one.kind !== 'choices');
    const isNumber = (one: Definition): boolean => !('members' in one) || one.kind === 'composite' || isMeasured(one.members, plan);
    const numbers = there.flatMap((one) =>
      one.kind === 'category' || !isNumber(one) ? [] : one.kind === 'index' ? scoreNames(one) : [one.name],
    );
    const lines: string[] = [];
    if (numbers.length > 0)
      lines.push(
        `ECHO 'descriptives'.`,
        `DESCRIPTIVES /VARIABLES=\n    ${listed(numbers.map((name) => names.of(name)))}`,
        '  /STATISTICS=MEAN STDDEV SEMEAN MIN MAX SKEWNESS KURTOSIS.',
      );
    for (const one of there) {
      if (one.kind === 'category' && one.population !== undefined)
        lines.push(comment(words.absent(words.numbers(one.name, 'population, sampled'))));
      if (one.kind === 'category') lines.push(`ECHO ${quoted(`category ${one.name}`)}.`, `FREQUENCIES /VARIABLES=${names.of(one.name)}.`);
      if ((one.kind === 'dimension' || one.kind === 'block') && one.members.length > 1 && isNumber(one))
        lines.push(
          `ECHO ${quoted(`group ${one.name}`)}.`,
          `RELIABILITY /VARIABLES=\n    ${listed(one.members.map((member) => names.of(member)))}`,
          '  /MODEL=ALPHA /SUMMARY=TOTAL.',
        );
    }
    return lines;
  };
  body.push(...walk.early.flatMap(walk.define));
  const where = plan.data?.where ?? null;
  if (where !== null) {
    const condition = walk.lacking('', inCondition(where)) === null ? conditionText(where, reading) : undefined;
    if (condition === undefined) return [...body, comment(words.absent(words.respondents(writeCondition(where)))), ''].join('\n');
    body.push(comment(words.respondents(writeCondition(where))), `SELECT IF (${condition}).`);
  }
  const drawn = plan.data?.design !== undefined;
  const absent = comment(words.absent(words.drawn(words.descriptives)));
  body.push('EXECUTE.', ...walk.late.flatMap(walk.define));
  body.push(heading(words.descriptives), ...(drawn ? [absent] : describe(walk.definitions)));
  body.push(comment(words.absent(words.numbers(words.descriptives, 'count(value), percent(value), mean(level), histogram, omega'))));
  body.push(...walk.jobs(), '', ...walk.others(), '');
  return body.join('\n');
}

function jobCode(writing: Writing, job: Job): readonly string[] | string {
  if (job.kind === 'compare') return compareCode(writing, job);
  if (job.kind === 'correlate') return correlateCode(writing, job);
  return job.kind === 'regression' ? regressionCode(writing, job) : '';
}
