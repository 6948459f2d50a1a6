// What a help says in backquotes is what to write: put into the problem's own example, it makes the problem go, and brings no other error.
// Helps that quote nothing are listed: whoever adds a problem decides whether there is a clause that mends it.
import { tell, problemCatalogue, type Problem } from '@studyspec/core';
import { parse } from '@studyspec/dsl';
import { expect, it } from 'vitest';
import { runProject } from '../support/project.ts';

/** Their helps say in words what to do: look at the data, ask the authors, decide what is meant. */
const SILENT = `
SS101 SS102 SS103 SS104 SS105 SS106 SS107 SS108 SS109 SS110 SS111 SS112 SS113 SS114 SS115 SS116 SS117 SS118 SS119 SS120 SS121 SS122
SS123 SS124 SS125 SS126 SS201 SS202 SS203 SS204 SS205 SS206 SS207 SS208 SS209 SS210 SS211 SS212 SS213 SS214 SS215 SS216 SS217 SS218
SS219 SS220 SS221 SS222 SS223 SS224 SS225 SS226 SS227 SS228 SS229 SS240 SS242 SS244 SS247 SS260 SS261 SS262 SS269 SS270
SS271 SS272 SS273 SS280 SS281 SS282 SS283
SS301
SS302 SS303 SS304 SS307 SS308 SS309 SS310 SS311 SS312 SS314 SS316 SS318 SS319 SS321 SS325 SS327 SS330 SS331 SS332 SS333 SS335 SS336
SS337 SS339 SS341 SS370 SS373 SS376 SS378 SS383 SS395 SS410 SS413 SS415 SS419 SS425 SS426 SS428 SS431 SS433 SS434 SS436 SS437 SS440
SS441 SS455 SS456 SS457 SS458 SS485 SS486 SS487 SS489 SS494
SS501 SS503 SS504 SS505 SS506 SS508 SS509 SS510 SS511 SS513 SS514 SS527 SS540 SS541 SS542 SS601 SS602 SS603 SS604
SS605 SS606 SS607 SS608 SS609 SS610 SS611 SS612 SS613
SS701 SS702 SS703 SS704 SS801 SS802 SS803 SS804 SS805 SS806 SS807 SS808 SS809 SS810 SS811 SS812
SS813 SS814 SS815 SS816 SS817 SS818 SS819 SS820 SS821 SS822 SS823
`
  .trim()
  .split(/\s+/u);

/** Words that a help mentions by name, not clauses to be written: by code. */
const MENTIONED: ReadonlyMap<string, readonly string[]> = new Map([
  ['SS245', ['keep']],
  ['SS248', ['absent']],
  ['SS249', ['replicates "framework.study"']],
  ['SS250', ['framework']],
  ['SS313', ['header 2']],
  ['SS320', ['from']],
  ['SS323', ['missing']],
  ['SS328', ['missing']],
  ['SS385', ['id']],
  ['SS386', ["COPY households TO 'households.parquet'"]],
  ['SS387', ['table']],
  ['SS411', ['control']],
  ['SS412', ['missing pairwise']],
  ['SS416', ['fisher.p']],
  ['SS417', ['of', 'by']],
  ['SS418', ['adjust']],
  ['SS488', ['through a then b']],
  ['SS490', ['show importance']],
  ['SS492', ['cutoff']],
  ['SS495', ['score mean', 'needs']],
  ['SS496', ['by … then …']],
  ['SS502', ['where']],
  ['SS507', ['and', 'or']],
  ['SS520', ['missing']],
  ['SS521', ['where']],
  ['SS522', ['weight wt']],
  ['SS523', ['weight wt']],
  ['SS524', ['population']],
  ['SS525', ['stratum']],
  ['SS526', ['cluster']],
  ['SS528', ['category, level, population']],
  ['SS531', ['population given { … }']],
  ['SS530', ['weight', 'stratum', 'population']],
]);

/** Where a clause goes that no rule places: what of the example it stands for, and what then stands there. `…` of a help is filled in. */
const BY_HAND: readonly (readonly [code: string, clause: string, from: string, to: string])[] = [
  ['SS231', 'missing listwise', 'missing pairwise', 'missing listwise'],
  ['SS231', 'missing mean', 'missing pairwise', 'missing mean'],
  ['SS232', 'missing …', 'indicator a', 'indicator a missing 9'],
  ['SS241', 'study "…" replicates "original.study"', 'study "Alone"', 'study "Alone" replicates "original.study"'],
  ['SS241', 'category sex from q4 { male = 1  female = 2 }', 'map { q1 from q1 }', 'category sex from q4 { male = 1  female = 2 }'],
  ['SS243', 'old = …', 'young = ..40', 'young = ..40, old = 41..'],
  ['SS250', 'study', 'framework ', 'study '],
  ['SS251', 'guess', ' guess', ''],
  ['SS305', 'encoding gb18030', 'encoding gb18030', ''],
  ['SS306', 'gb18030', 'gb1803', 'gb18030'],
  ['SS323', '= 1 | 9', '= 1', '= 1 | 9'],
  ['SS326', '..<1', '= "1"', '= ..<1'],
  ['SS326', '1..', '= 1..2', '= 2..'],
  ['SS334', '= "A"', 'young = ..40, old = 41..', 'young = "A", old = "B"'],
  ['SS345', 'missing … | 5', 'happy "Hours of sun" missing 9', 'happy "Hours of sun" missing 9 | 5'],
  ['SS396', 'a / c = 3', 'b / c = 1', 'b / c = 1, a / c = 3'],
  ['SS398', 'within 0..24', 'number age', 'number age within 0..100'],
  ['SS399', 'within 0..24', 'number age', 'number age within 0..100'],
  ['SS394', 'a / b = 1/9', 'a / b = 3', 'a / b = 1/9'],
  ['SS493', 'health { first, second }', 'health }', 'health { young } }'],
  ['SS512', 'reference middle', 'category b {', 'category b { reference middle '],
  ['SS614', 'errors cluster place', 'by b }', 'by b  errors cluster place }'],
  ['SS616', 'component NAME marked by ITEM', 'keep 1 }', 'keep 1  component one marked by a }'],
];

/**
 * Every way of putting a clause where the problem points: in its place, beside it, on its line, in the braces of its declaration, as a
 * declaration of its own.
 */
function* placed(text: string, problem: Problem, clause: string): Generator<string> {
  const put = (start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);
  const span = problem.place?.file === 'example.study' ? problem.place.span : null;
  if (span !== null) {
    yield put(span.start, span.end, clause);
    yield put(span.end, span.end, ` ${clause}`);
    yield put(span.start, span.start, `${clause} `);
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    const end = `${text}\n`.indexOf('\n', span.start);
    yield put(start, end, clause);
    yield put(end, end, ` ${clause}`);
    yield put(end, end, ` { ${clause} }`);
    const brace = text.indexOf('}', span.end);
    if (brace >= 0) yield put(brace, brace, `\n${clause}\n`);
    const word = clause.split(/[ "]/u)[0]!;
    const at = text.indexOf(word, start);
    if (at >= 0) yield put(at, `${text.slice(at)}\n`.search(/[\n{}]/u) + at, `${clause} `);
    if (at >= 0 && at < end) yield put(at, end, clause);
  }
  const named = /^(\w+) (\w+)/u.exec(clause);
  for (const node of parse(text, '').file.declarations) {
    if (
      node.kind === named?.[1] &&
      (node.names.length === 0 || node.names.some((name) => name.path.map((part) => part.text).join('.') === named[2]))
    )
      yield put(node.span.start, node.span.end, clause);
    const last = node.span.end - 1;
    if (span !== null && node.span.start <= span.start && span.end <= node.span.end)
      yield text.charAt(last) === '}' ? put(last, last, `\n${clause}\n`) : put(last + 1, last + 1, ` { ${clause} }`);
    if ((node.kind === 'data' || node.kind === 'map') && text.charAt(last) === '}') yield put(last, last, `\n${clause}\n`);
  }
  yield `${text}\n${clause}\n`;
}

const examples = problemCatalogue.map((kind) => {
  const { wrong, files = {}, command } = kind.example;
  const found = (text: string): readonly Problem[] => runProject({ ...files, 'example.study': text }, 'example.study', command).problems;
  const before = found(wrong);
  const own = before.filter((problem) => problem.code === kind.code);
  const quoted = [...new Set(own.flatMap((problem) => [...tell(problem, 'en').help.matchAll(/`([^`]+)`/gu)].map(([, clause]) => clause!)))];
  return { code: kind.code, wrong, found, before, own, quoted };
});

it('helps that quote no clause are listed', () => {
  expect(examples.filter((one) => one.quoted.length === 0).map((one) => one.code)).toEqual(SILENT);
});

it('words that are only mentioned, and clauses that are placed by hand, are those of helps', () => {
  const all = new Set(examples.flatMap((one) => one.quoted.map((clause) => `${one.code} ${clause}`)));
  const listed = [
    ...[...MENTIONED].flatMap(([code, words]) => words.map((word) => `${code} ${word}`)),
    ...BY_HAND.map(([code, clause]) => `${code} ${clause}`),
  ];
  expect(listed.filter((one) => !all.has(one))).toEqual([]);
});

const clauses = examples.flatMap(({ quoted, ...one }) =>
  quoted.filter((clause) => MENTIONED.get(one.code)?.includes(clause) !== true).map((clause) => ({ ...one, clause })),
);
it.each(clauses)('$code: `$clause` makes it go', ({ code, clause, wrong, found, before, own }) => {
  const errors = (problems: readonly Problem[]): number =>
    problems.filter((problem) => problem.severity === 'error' && problem.code !== code).length;
  const mends = (text: string): boolean => {
    const after = found(text);
    return after.filter((problem) => problem.code === code).length < own.length && errors(after) <= errors(before);
  };
  const hand = BY_HAND.filter((one) => one[0] === code && one[1] === clause);
  for (const [, , from] of hand) expect(wrong).toContain(from);
  const texts =
    hand.length > 0
      ? hand.map(([, , from, to]) => wrong.replace(from, () => to))
      : own.flatMap((problem) => [...placed(wrong, problem, clause)]);
  expect(texts.some(mends)).toBe(true);
});
