// A study as a Stata do-file. Nobody who wrote this had Stata to run: it says so at its head.
import { labelText } from '../../contract/label-text.ts';
import { writeCondition } from '../../data/condition.ts';
import { scoreNames, type Job } from '../../methods/plan.ts';
import { absence, called, scriptWords } from '../comment.ts';
import { notWritten } from '../reach.ts';
import { inCondition, inOrder, restsOn, restsOnOf, type Definition, type ScriptRequest } from '../request.ts';
import { surveyDescriptives, svyset } from './design.ts';
import { compareCode, correlateCode, regressionCode } from './models.ts';
import { endingOf, readCode, type Writing } from './read.ts';
import { answersCode, componentsCode } from './scores.ts';
import { comment, conditionText, listed, StataNames, type Reading } from './text.ts';
import { isMeasured, variableCode } from './variables.ts';

const RULE = '-'.repeat(12);

export function stataScript(request: ScriptRequest): string {
  const { plan, frame, language } = request;
  const words = scriptWords(language);
  const names = new StataNames();
  for (const own of ['inside_', 'filled_']) names.of(own);
  const reading: Reading = {
    names,
    frame,
    missing: plan.data?.missing ?? [],
    declared: new Set([...plan.variables, ...plan.groups].map((one) => one.name).concat(plan.jobs.flatMap(scoreNames))),
    levels: new Map(
      plan.variables.flatMap((one) => (one.kind === 'category' ? [[one.name, one.levels.map((level) => level.name)] as const] : [])),
    ),
    asText: !['dta', 'sav'].includes(endingOf(plan.data?.file ?? '')),
    decimal: plan.data?.decimal ?? null,
  };
  for (const one of reading.declared) names.of(one);
  const writing: Writing = { ...request, words, reading };
  const gone = new Map<string, string>();
  const heading = (said: string): string => `\n${comment(`${RULE} ${said} ${RULE}`)}`;
  const lacking = (name: string, on: readonly string[]): string | null => {
    const lost = on.find((one) => gone.has(one));
    return lost === undefined ? null : words.absent(words.rests(name, lost));
  };
  const head = [
    comment(words.heading(labelText(plan.title, language), 'Stata')),
    comment(words.untested('Stata')),
    comment(words.written(request.version)),
    comment(words.folder),
    '',
    'version 16',
    'clear all',
    'set more off',
    'set varabbrev off',
    'set type double',
    heading(words.read(plan.data?.file ?? '')),
  ];
  const read = readCode(writing);
  if (read === null) return [...head, comment(words.absent(words.read(plan.data?.file ?? ''))), ''].join('\n');
  const body: string[] = [...head, ...read, heading(words.variables)];

  const define = (one: Definition): readonly string[] => {
    const isScore = one.kind === 'index' || one.kind === 'composite';
    const unwritten = isScore ? notWritten('stata', one, plan) : null;
    const all = words.scoresOf(one.name, isScore ? scoreNames(one).slice(1) : []);
    const lost = lacking(all, restsOn(one, frame));
    const code = lost !== null || unwritten !== null ? '' : definitionCode(writing, one);
    const title = comment(called(one.name, one.label, language));
    if (typeof code !== 'string') return [title, ...code, ''];
    for (const name of isScore ? scoreNames(one) : [one.name]) gone.set(name, one.name);
    return [title, comment(lost ?? (unwritten === null ? words.absent(words.clause(all, code)) : absence(words, all, unwritten))), ''];
  };
  const describe = (one: Definition): readonly string[] => {
    if (gone.has(one.name) || one.kind === 'choices') return [];
    if (one.kind === 'category')
      return [
        ...(one.population === undefined ? [] : [comment(words.absent(words.numbers(one.name, 'population, sampled')))]),
        `tabulate ${names.of(one.name)}`,
      ];
    if ((one.kind !== 'dimension' && one.kind !== 'block') || one.members.length < 2 || !isMeasured(one.members, writing)) return [];
    return [`alpha ${listed(one.members.map((member) => names.of(member)))}, asis casewise item`];
  };
  const definitions = inOrder(plan, frame);
  const scored = new Set(plan.jobs.flatMap(scoreNames));
  const late = new Set<string>();
  for (const one of definitions)
    if (scored.has(one.name) || restsOn(one, frame).some((name) => scored.has(name) || late.has(name))) late.add(one.name);
  body.push(...definitions.filter((one) => !late.has(one.name)).flatMap(define));
  const where = plan.data?.where ?? null;
  if (where !== null) {
    const condition = lacking('', inCondition(where)) === null ? conditionText(where, reading) : undefined;
    const said = words.respondents(writeCondition(where));
    if (condition === undefined) return [...body, comment(words.absent(said)), ''].join('\n');
    body.push(comment(said), `keep if ${condition.holds}`);
  }
  body.push(...definitions.filter((one) => late.has(one.name)).flatMap(define), heading(words.descriptives));
  const measured = definitions.filter(
    (one) =>
      !gone.has(one.name) && one.kind !== 'category' && (!isGroup(one) || (one.kind !== 'choices' && isMeasured(one.members, writing))),
  );
  const numbers = measured.flatMap((one) => (one.kind === 'index' ? scoreNames(one) : [one.name])).map((name) => names.of(name));
  if (plan.data?.design !== undefined) {
    const categories = definitions.filter((one) => one.kind === 'category' && !gone.has(one.name)).map((one) => names.of(one.name));
    const drawn = svyset(writing, plan.data);
    body.push(
      ...(drawn === null
        ? [comment(words.absent(words.drawn(words.descriptives)))]
        : [...drawn, ...surveyDescriptives(numbers, categories)]),
    );
  } else {
    if (numbers.length > 0) body.push(`tabstat ${listed(numbers)}, ///`, '    statistics(n mean sd semean min max) columns(statistics)');
    body.push(...definitions.flatMap(describe));
  }
  const left = 'skewness, kurtosis, mean(level), histogram, omega';
  body.push(comment(words.absent(words.numbers(words.descriptives, left))));
  for (const job of plan.jobs) {
    if (job.kind === 'index' || job.kind === 'composite') continue;
    body.push(heading(called(job.name, job.label, language)));
    const why = notWritten('stata', job, plan);
    const lost = why === null ? lacking(job.name, restsOnOf(job)) : null;
    const code = why !== null || lost !== null ? '' : jobCode(writing, job);
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

type Group = Extract<Definition, { readonly kind: 'dimension' | 'block' | 'choices' }>;
const isGroup = (one: Definition): one is Group => ['dimension', 'block', 'choices'].includes(one.kind);

/** A text: the clause that cannot be written. */
function definitionCode(writing: Writing, one: Definition): readonly string[] | string {
  if (one.kind === 'index') return componentsCode(writing, one);
  return one.kind === 'composite' ? answersCode(writing, one) : variableCode(writing, one);
}

function jobCode(writing: Writing, job: Job): readonly string[] | string {
  if (job.kind === 'compare') return compareCode(writing, job);
  if (job.kind === 'correlate') return correlateCode(writing, job);
  return job.kind === 'regression' ? regressionCode(writing, job) : '';
}
