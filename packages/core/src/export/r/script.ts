// A study as a script of R: reading, variables, descriptives, scores, comparisons, models; each number under its address. What R is not
// asked for is said at its place.
import { labelText } from '../../contract/label-text.ts';
import { writeCondition } from '../../data/condition.ts';
import { scoreNames, type Job } from '../../methods/plan.ts';
import type { ScriptWords } from '../../words/en/scripts.ts';
import { oneLine, scriptWords } from '../comment.ts';
import { declaredIn, isMeasured, type Definition, type ScriptRequest } from '../request.ts';
import { walkOf } from '../walk.ts';
import { helpers, type Helper } from './helpers.ts';
import { componentsCode } from './components.ts';
import { membersCode } from './members.ts';
import { compareCode, correlateCode, regressionCode } from './models.ts';
import { conditionText, numeral, own, text, texts, type Names } from './text.ts';
import { readCode } from './read.ts';
import { variableCode } from './variables.ts';

export interface Writing extends ScriptRequest {
  readonly words: ScriptWords;
  readonly names: Names;
  readonly use: (...helpers: readonly Helper[]) => void;
  readonly comment: (said: string) => string;
}

/** What descriptives have and the script doesn't compute; the last three of an item, without its group. */
const OF_DESCRIPTIVES = [
  ...['rows', 'left_out', 'unknown', 'unusable', 'kept'].map((what) => `sample.${what}`),
  ...['count(value)', 'percent(value)', 'points', 'histogram', 'omega', 'item_total', 'alpha_if_deleted', 'smc'],
].join(', ');
const RULE = '-'.repeat(20);

export function rScript(request: ScriptRequest): string {
  const { plan, frame, language } = request;
  const words = scriptWords(language);
  const used = new Set<Helper>(['say', 'numbers']);
  const names: Names = {
    frame,
    categories: new Set(plan.variables.flatMap((one) => (one.kind === 'category' ? [one.name] : []))),
    declared: declaredIn(plan),
    missing: plan.data?.missing ?? [],
  };
  const comment = (said: string): string => `# ${oneLine(said)}`;
  const heading = (said: string): string => `\n# ${RULE} ${oneLine(said)} ${RULE}\n`;
  const use = (...more: readonly Helper[]): void => {
    for (const one of more) {
      used.add(one);
      use(...(helpers[one].needs ?? []));
    }
  };
  const writing: Writing = { ...request, words, names, use, comment };
  const walk = walkOf(request, words, {
    target: 'r',
    comment,
    heading,
    definition: (one) => definitionCode(writing, one),
    job: (job) => jobCode(writing, job),
    titled: true,
  });
  const { definitions } = walk;
  const drawn = plan.data?.design !== undefined;

  const body: string[] = [heading(words.read(plan.data?.file ?? '')), ...readCode(writing)];
  const condition = plan.data?.where ?? null;
  const describe = (one: Definition): readonly string[] => {
    if (walk.isGone(one.name)) return [];
    if (one.kind === 'index' || one.kind === 'composite') {
      use('levels');
      return scoreNames(one).map(
        (name) => `summary_of(${text(name)}, "", ${own(name)}, TRUE); by_level(${text(name)}, ${own(name)}, TRUE)`,
      );
    }
    if (one.kind === 'choices') return [];
    use('describe', 'levels');
    if (one.kind === 'category') {
      const units = one.population?.map((count, at) => `${text(one.levels[at]!.name)} = ${count === null ? 'NA' : numeral(count)}`);
      return [`frequencies(${text(one.name)}, ${own(one.name)}${units === undefined ? '' : `, c(${units.join(', ')})`})`];
    }
    if (one.kind === 'indicator' || one.kind === 'number')
      return [`describe(${text(one.name)}, ${own(one.name)}); by_level(${text(one.name)}, ${own(one.name)})`];
    if (!isMeasured(one.members, plan)) return [comment(words.absent(words.numbers(one.name, 'items')))];
    use('reliability');
    const items = `as.matrix(d[${texts(one.members)}])`;
    return [
      `describe_group(${text(one.name)}, ${items}, ${own(one.name)})`,
      `reliability(${text(one.name)}, ${items}); by_level(${text(one.name)}, ${own(one.name)})`,
    ];
  };
  body.push(heading(words.variables), ...walk.early.flatMap(walk.define));
  if (condition !== null) {
    body.push(comment(words.respondents(writeCondition(condition))));
    body.push(
      `respondents <- which(${conditionText(condition, names)})`,
      'raw <- raw[respondents, , drop = FALSE]',
      'd <- d[respondents, , drop = FALSE]',
    );
  }
  body.push('say("sample", nrow(d))');
  const categories = plan.variables.filter((one) => one.kind === 'category');
  const categoriesNow = (): string => `categories <- intersect(${texts(categories.map((one) => one.name))}, names(d))`;
  const references = `reference <- list(${categories.map((one) => `${text(one.name)} = ${text(one.reference)}`).join(', ')})`;
  const scoresFirst = walk.late.flatMap(walk.define);
  body.push(...scoresFirst, categoriesNow(), references);
  body.push(heading(words.descriptives));
  if (drawn) body.push(comment(words.absent(words.drawn(words.descriptives))));
  else body.push(...definitions.flatMap(describe), comment(words.absent(words.numbers(words.descriptives, OF_DESCRIPTIVES))));
  body.push(...walk.jobs(), '', ...walk.others());
  const tools = (Object.keys(helpers) as Helper[]).filter((one) => used.has(one));
  return [
    comment(words.heading(labelText(plan.title, language), 'R')),
    comment(words.written(request.version)),
    comment(words.folder),
    heading(words.helpers),
    ...tools.flatMap((one) => [
      ...(helpers[one].comment === null ? [] : [comment(words.help[helpers[one].comment])]),
      helpers[one].code,
      '',
    ]),
    ...body,
    heading(words.last),
    'studyspec <- data.frame(address = said$address, value = said$value, stringsAsFactors = FALSE)',
    'quoted <- gsub("\\"", "\\"\\"", studyspec$address, fixed = TRUE)',
    'cat("address,value\\n", sprintf("\\"%s\\",%.17g\\n", quoted, studyspec$value), sep = "")',
    '',
  ].join('\n');
}

/** A text: the clause that cannot be written. */
function definitionCode(writing: Writing, one: Definition): readonly string[] | string {
  if (one.kind === 'index') return componentsCode(writing, one);
  return one.kind === 'composite' ? membersCode(writing, one) : variableCode(writing, one);
}

function jobCode(writing: Writing, job: Job): readonly string[] | string {
  if (job.kind === 'compare') return compareCode(writing, job);
  if (job.kind === 'correlate') return correlateCode(writing, job);
  return job.kind === 'regression' ? regressionCode(writing, job) : '';
}
