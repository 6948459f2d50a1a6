// A study as SPSS syntax that PSPP runs, too. Tables are told apart by a line before each (`ECHO`); what PSPP lacks is said there.
import { labelText } from '../../contract/label-text.ts';
import { writeCondition } from '../../data/condition.ts';
import { scoreNames } from '../../methods/plan.ts';
import { absence, called, scriptWords } from '../comment.ts';
import { notWritten } from '../reach.ts';
import { inCondition, inOrder, restsOn, restsOnOf, type Definition, type ScriptRequest } from '../request.ts';
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
    declared: new Set([...plan.variables, ...plan.groups].map((one) => one.name).concat(plan.jobs.flatMap(scoreNames))),
    levels: new Map(
      plan.variables.flatMap((one) => (one.kind === 'category' ? [[one.name, one.levels.map((level) => level.name)] as const] : [])),
    ),
  };
  for (const one of plan.variables) names.of(one.name);
  const writing: Writing = { ...request, words, reading };
  const gone = new Map<string, string>();
  const heading = (said: string): string => `\n${comment(`${RULE} ${said} ${RULE}`)}`;
  const lacking = (name: string, on: readonly string[]): string | null => {
    const lost = on.find((one) => gone.has(one));
    return lost === undefined ? null : words.absent(words.rests(name, lost));
  };
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

  const define = (one: Definition): readonly string[] => {
    const isScore = one.kind === 'index' || one.kind === 'composite';
    const unwritten = isScore ? notWritten('spss', one, plan) : null;
    const all = words.scoresOf(one.name, isScore ? scoreNames(one).slice(1) : []);
    const lost = lacking(all, restsOn(one, frame));
    const code =
      lost !== null || unwritten !== null
        ? ''
        : one.kind === 'index'
          ? componentsCode(writing, one)
          : one.kind === 'composite'
            ? answersCode(writing, one)
            : variableCode(writing, one);
    const title = comment(called(one.name, one.label, language));
    if (typeof code !== 'string') return [title, ...code, ''];
    for (const name of isScore ? scoreNames(one) : [one.name]) gone.set(name, one.name);
    return [title, comment(lost ?? (unwritten === null ? words.absent(words.clause(all, code)) : absence(words, all, unwritten))), ''];
  };
  const definitions = inOrder(plan, frame);
  const scored = new Set(plan.jobs.flatMap(scoreNames));
  const late = new Set<string>();
  for (const one of definitions)
    if (scored.has(one.name) || restsOn(one, frame).some((name) => scored.has(name) || late.has(name))) late.add(one.name);
  const describe = (wanted: readonly Definition[]): readonly string[] => {
    const there = wanted.filter((one) => !gone.has(one.name) && one.kind !== 'choices');
    const isMeasured = (one: Definition): boolean =>
      !('members' in one) ||
      one.kind === 'composite' ||
      one.members.every((member) => plan.variables.some((other) => other.name === member && other.kind !== 'category'));
    const numbers = there.flatMap((one) =>
      one.kind === 'category' || !isMeasured(one) ? [] : one.kind === 'index' ? scoreNames(one) : [one.name],
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
      if ((one.kind === 'dimension' || one.kind === 'block') && one.members.length > 1 && isMeasured(one))
        lines.push(
          `ECHO ${quoted(`group ${one.name}`)}.`,
          `RELIABILITY /VARIABLES=\n    ${listed(one.members.map((member) => names.of(member)))}`,
          '  /MODEL=ALPHA /SUMMARY=TOTAL.',
        );
    }
    return lines;
  };
  body.push(...definitions.filter((one) => !late.has(one.name)).flatMap(define));
  const where = plan.data?.where ?? null;
  if (where !== null) {
    const condition = lacking('', inCondition(where)) === null ? conditionText(where, reading) : undefined;
    if (condition === undefined) return [...body, comment(words.absent(words.respondents(writeCondition(where)))), ''].join('\n');
    body.push(comment(words.respondents(writeCondition(where))), `SELECT IF (${condition}).`);
  }
  const drawn = plan.data?.design !== undefined;
  const absent = comment(words.absent(words.drawn(words.descriptives)));
  body.push('EXECUTE.', ...definitions.filter((one) => late.has(one.name)).flatMap(define));
  body.push(heading(words.descriptives), ...(drawn ? [absent] : describe(definitions)));
  body.push(comment(words.absent(words.numbers(words.descriptives, 'count(value), percent(value), mean(level), histogram, omega'))));
  for (const job of plan.jobs) {
    if (job.kind === 'index' || job.kind === 'composite') continue;
    body.push(heading(called(job.name, job.label, language)));
    const why = notWritten('spss', job, plan);
    const lost = why === null ? lacking(job.name, restsOnOf(job)) : null;
    const code =
      why !== null || lost !== null
        ? ''
        : job.kind === 'compare'
          ? compareCode(writing, job)
          : job.kind === 'correlate'
            ? correlateCode(writing, job)
            : job.kind === 'regression'
              ? regressionCode(writing, job)
              : '';
    if (typeof code !== 'string') body.push(...code);
    else body.push(comment(why !== null ? absence(words, job.name, why) : (lost ?? words.absent(words.clause(job.name, code)))));
  }
  const others = [
    ...(plan.quantities ?? []).map((one) => ({ ...one, kind: 'quantity' })),
    ...(plan.robustness ?? []).map((one) => ({ ...one, kind: 'robustness' })),
    ...plan.hypotheses.map((one) => ({ ...one, kind: 'hypothesis' })),
  ];
  body.push('', ...others.map((one) => comment(words.absent(words.kind(called(one.name, one.label, language), one.kind)))), '');
  return body.join('\n');
}
