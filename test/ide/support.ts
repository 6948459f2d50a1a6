// Snapshots out of texts in memory, and the notation of the editor tests: `$0` is the caret, `«…»` a span.
import { schemaOf, type Problem, type Schema } from '@studyspec/core';
import { openStudy, parse, resultsOf, type Numbers, type Snapshot, type SourceFile, type Study, type StudyFiles } from '@studyspec/dsl';
import { worldOf } from '../support/project.ts';

export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text. */
export function unmark(given: string): Marked {
  let text = '';
  let offset = -1;
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (let at = 0; at < given.length; at += 1) {
    if (given.startsWith('$0', at)) {
      offset = text.length;
      at += 1;
    } else if (given.charAt(at) === '«') open.push(text.length);
    else if (given.charAt(at) === '»') spans.push({ start: open.pop()!, end: text.length });
    else text += given.charAt(at);
  }
  return { text, offset, spans: spans.sort((a, b) => a.start - b.start) };
}

/** Puts marks around spans; the inverse of `unmark`. */
export function mark(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let out = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start))
    out = `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`;
  return out;
}

export function applyEdits(
  text: string,
  edits: readonly { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[],
): string {
  let out = text;
  for (const { span, text: by } of [...edits].sort((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + by + out.slice(span.end);
  return out;
}

export interface Options {
  /** Read the data and compute; false: neither, as in an untrusted workspace. */
  readonly data?: boolean;
  /** The numbers are those of an earlier text. */
  readonly staleFrom?: Readonly<Record<string, string>>;
}

interface Known {
  readonly schema: Schema | null;
  readonly problems: readonly Problem[];
  readonly numbers: Numbers | null;
}

/** What is known of a study beside its text. */
function knownOf(study: Study): Known {
  const { frame, compiled, problems } = study;
  const results = resultsOf(study);
  return {
    schema: frame === null ? null : schemaOf(frame),
    problems: problems.filter((problem) => !compiled.problems.includes(problem)),
    numbers: results === null ? null : { results, stale: false },
  };
}

/** The snapshot of one file of a project; every `.study` file of it is a study that is known. */
export function snapshotOf(files: Readonly<Record<string, string>>, path: string, { data = true, staleFrom }: Options = {}): Snapshot {
  const specs = Object.keys(files).filter((name) => name.endsWith('.study'));
  const sources = new Map(
    specs.map((name): [string, SourceFile] => [name, { path: name, text: files[name]!, parsed: parse(files[name]!, name) }]),
  );
  const world = worldOf(files);
  const opened = new Map(specs.map((entry) => [entry, openStudy(entry, world)]));
  const studies = [...opened.values()].map(({ entry, compiled }): StudyFiles => ({ entry, chain: compiled.chain, compiled }));
  const study = studies.find((one) => one.entry === path)!;
  const known: Known = data ? knownOf(opened.get(path)!) : { schema: null, problems: [], numbers: null };
  const stale = staleFrom === undefined ? null : knownOf(openStudy(path, worldOf({ ...files, ...staleFrom }))).numbers;
  return {
    language: 'en',
    file: sources.get(path)!,
    study,
    studies,
    sources,
    schema: known.schema,
    dataProblems: known.problems,
    numbers: stale === null ? known.numbers : { results: stale.results, stale: true },
  };
}

/** A small study with everything in it; tests replace a part of it by their own. */
export const base = `study "Settling in" zh "融入"
source "Somebody (2024)" doi "10.1/x"
data "survey.csv" {
  id      id
  missing 99
}
scale agreement 1..5 "no" zh "否" .. "yes" zh "是"
dimension ties "Ties" zh "联系" on agreement {
  indicator friends "Has friends" zh "有朋友"
  indicator visits  "Is visited"
  indicator alone   "Is alone" reversed
}
indicator happy "Happy" on agreement
indicator safe  "Safe"  on agreement
category sex "Sex" zh "性别" {
  male   "Male"   zh "男" = 1
  female "Female" zh "女" = 2
}
category region from site {
  north = "A"
  south = "B" | "C"
}
number income "Income" from inc
block welfare "Welfare" of happy, safe
index score "Score" {
  of ties, welfare
  keep 2
  component social "Social" marked by friends
  component calm marked by safe
}
compare by_region "By region" { of score, social  by region }
regression model "Model" {
  explain score, social
  by      sex, region, income
}
hypothesis helps { model.score.b(income) > -100 }
published "Somebody (2024)" {
  sample = 40
  ties.alpha = 0.5
  table "Table 1" row.mean {
    columns mean
  }
}
`;

/** 40 answers that hang together a little; deterministic. */
export function answers(rows = 40): string {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const clamp = (value: number): number => Math.min(5, Math.max(1, value));
  const lines = ['id,friends,visits,alone,happy,safe,sex,site,inc'];
  for (let row = 1; row <= rows; row += 1) {
    const social = next(5) + 1;
    const calm = next(5) + 1;
    lines.push(
      [
        row,
        clamp(social + next(2)),
        clamp(social - next(2)),
        clamp(6 - social + next(3) - 1),
        clamp(calm + next(2)),
        row % 13 === 0 ? '' : clamp(calm - next(2)),
        next(2) + 1,
        'ABC'.charAt(next(3)),
        1000 + next(500) + 20 * social,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

export const project = (spec: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'main.study': spec,
  'survey.csv': answers(),
  ...more,
});
