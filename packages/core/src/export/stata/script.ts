// A study as a Stata do-file. Nobody who wrote this had Stata to run: it says so at its head.
import { labelText } from '../../contract/label-text.ts';
import { writeCondition } from '../../data/condition.ts';
import { scoreNames, type Job } from '../../methods/plan.ts';
import { scriptWords } from '../comment.ts';
import { declaredIn, inCondition, isMeasured, levelsIn, type Definition, type ScriptRequest } from '../request.ts';
import { walkOf } from '../walk.ts';
import { surveyDescriptives, svyset } from './design.ts';
import { compareCode, correlateCode, regressionCode } from './models.ts';
import { endingOf, readCode, type Writing } from './read.ts';
import { answersCode, componentsCode } from './scores.ts';
import { comment, conditionText, listed, StataNames, type Reading } from './text.ts';
import { variableCode } from './variables.ts';

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
    declared: declaredIn(plan),
    levels: levelsIn(plan),
    asText: !['dta', 'sav'].includes(endingOf(plan.data?.file ?? '')),
    decimal: plan.data?.decimal ?? null,
  };
  for (const one of reading.declared) names.of(one);
  const writing: Writing = { ...request, words, reading };
  const heading = (said: string): string => `\n${comment(`${RULE} ${said} ${RULE}`)}`;
  const walk = walkOf(request, words, {
    target: 'stata',
    comment,
    heading,
    definition: (one) => definitionCode(writing, one),
    job: (job) => jobCode(writing, job),
  });
  const { definitions } = walk;
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

  const describe = (one: Definition): readonly string[] => {
    if (walk.isGone(one.name) || one.kind === 'choices') return [];
    if (one.kind === 'category')
      return [
        ...(one.population === undefined ? [] : [comment(words.absent(words.numbers(one.name, 'population, sampled')))]),
        `tabulate ${names.of(one.name)}`,
      ];
    if ((one.kind !== 'dimension' && one.kind !== 'block') || one.members.length < 2 || !isMeasured(one.members, plan)) return [];
    return [`alpha ${listed(one.members.map((member) => names.of(member)))}, asis casewise item`];
  };
  body.push(...walk.early.flatMap(walk.define));
  const where = plan.data?.where ?? null;
  if (where !== null) {
    const condition = walk.lacking('', inCondition(where)) === null ? conditionText(where, reading) : undefined;
    const said = words.respondents(writeCondition(where));
    if (condition === undefined) return [...body, comment(words.absent(said)), ''].join('\n');
    body.push(comment(said), `keep if ${condition.holds}`);
  }
  body.push(...walk.late.flatMap(walk.define), heading(words.descriptives));
  const measured = definitions.filter(
    (one) =>
      !walk.isGone(one.name) && one.kind !== 'category' && (!isGroup(one) || (one.kind !== 'choices' && isMeasured(one.members, plan))),
  );
  const numbers = measured.flatMap((one) => (one.kind === 'index' ? scoreNames(one) : [one.name])).map((name) => names.of(name));
  if (plan.data?.design !== undefined) {
    const categories = definitions.filter((one) => one.kind === 'category' && !walk.isGone(one.name)).map((one) => names.of(one.name));
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
  body.push(...walk.jobs(), '', ...walk.others(), '');
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
