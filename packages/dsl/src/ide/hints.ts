// The numbers beside the words: a short note behind each name that has a number, where a narrow editor still shows it; the long form is its
// tooltip. How notes are placed and put together is place-hints.ts'.
import type { CheckedFigure, EditorWords, Place, Quantities, ShownNumber, Span, StudyResults } from '@studyspec/core';
import { addressFor, claimsBriefly, figuresBriefly, formatAddress, formatName, formatQuantity, methodHas } from '@studyspec/core';
import type { DeclarationNode, ItemNode } from '../syntax/ast.ts';
import { checkTable, comparisonTable, correlationsTable, regressionTable } from './describe-models.ts';
import { linesOf } from './lines.ts';
import { placed, type Note } from './place-hints.ts';
import type { Snapshot } from './snapshot.ts';
import { nameOf, overlaps, walk } from './tree.ts';
import type { Hint } from './types.ts';
import { checksOf, computedText, figureKey, pText, quantityAt, quantityOf, textOfQuantity } from './values.ts';
import { wordsOf } from './words.ts';

/** What numbers are taken from, and how they are worded. */
interface Source {
  readonly s: Snapshot;
  readonly results: StudyResults | null;
  readonly words: EditorWords;
}

const plain = (at: Span, name: string, text: string | null, ...long: readonly (string | null)[]): Note[] =>
  text === null || text === ''
    ? []
    : [{ at, name, text, tooltip: long.filter((part): part is string => part !== null && part !== '').join('\n\n'), tone: 'plain' }];
const joined = (...parts: readonly (string | null)[]): string => parts.filter((part): part is string => part !== null).join(' · ');

export function hintsOf(s: Snapshot, span?: Span): Hint[] {
  const results = s.numbers?.results ?? null;
  const source: Source = { s, results, words: wordsOf(s) };
  const notes: Note[] = [];
  walk(s.file.parsed.file, (entry, owner) => {
    if (span !== undefined && !overlaps(entry.span, span)) return;
    if (entry.type === 'declaration') notes.push(...declarationNotes(source, entry));
    else if (entry.type === 'item' && owner?.kind === 'category' && owner.body?.includes(entry) === true && results !== null)
      notes.push(...levelNote(source.words, entry, nameOf(owner), results.quantities));
    else if (entry.type === 'item' && owner?.kind === 'map' && owner.body?.includes(entry) === true && results !== null)
      notes.push(...mapNote(source, entry, results.quantities));
  });
  if (results !== null) notes.push(...checkNotes(source, results, span));
  return placed(s, notes, source.words.hints.stale).filter(
    (hint) => span === undefined || (span.start <= hint.offset && hint.offset <= span.end),
  );
}

function declarationNotes(source: Source, node: DeclarationNode): Note[] {
  if (node.kind === 'data') return dataNote(source, node);
  const { results, words } = source;
  if (results === null || node.names.length !== 1) return [];
  const name = nameOf(node);
  const at = node.names[0]!.span;
  const { quantities } = results;
  switch (node.kind) {
    case 'indicator':
    case 'number':
      return variableNote(words, quantities, at, name);
    case 'category': {
      const n = textOfQuantity(words, quantityAt(quantities, name, 'n'));
      return plain(at, name, n === null ? null : words.number('n', n));
    }
    case 'dimension':
    case 'block': {
      const alpha = textOfQuantity(words, quantityAt(quantities, name, 'alpha'));
      return plain(at, name, alpha === null ? null : words.number('alpha', alpha));
    }
    case 'index':
      return indexNote(source, results, name, at);
    case 'component': {
      const index = results.indices.find((one) => one.job.components.some((component) => component.name === name));
      return plain(
        at,
        name,
        index === undefined ? null : textOfQuantity(words, quantityOf(quantities, [index.job.name, 'explained'], [name])),
      );
    }
    case 'compare':
      return compareNote(words, results, name, at);
    case 'correlate':
      return correlateNote(words, results, name, at);
    case 'regression':
      return regressionNote(words, results, name, at);
    case 'deprivation':
      return deprivationNote(words, quantities, name, at);
    case 'mediation':
      return mediationNote(words, quantities, name, at);
    case 'measurement':
      return measurementNote(words, quantities, name, at);
    case 'quantity':
      return plain(at, name, textOfQuantity(words, quantities.get(formatName(name)) ?? null));
    default:
      return [];
  }
}

function dataNote({ s, results, words }: Source, node: DeclarationNode): Note[] {
  const own = s.study.compiled.context?.merged.data;
  if (node.label === null || own?.file !== s.file.path) return [];
  const rows = s.schema?.rows ?? results?.sample;
  if (rows === undefined) return [];
  return plain(
    node.label.span,
    'data',
    words.hints.rows(rows, formatQuantity(rows, 'count')),
    s.schema === null ? '' : words.hints.columns(formatQuantity(s.schema.columns.length, 'count')),
  );
}

/** The mean behind the name; its spread and what is missing in the long form. */
function variableNote(words: EditorWords, quantities: Quantities, at: Span, name: string): Note[] {
  const mean = textOfQuantity(words, quantityAt(quantities, name, 'mean'), 2);
  const sd = textOfQuantity(words, quantityAt(quantities, name, 'sd'), 2);
  const n = textOfQuantity(words, quantityAt(quantities, name, 'n'));
  const missing = quantityAt(quantities, name, 'missing')?.value ?? 0;
  if (mean === null) return plain(at, name, missing > 0 && n !== null ? words.number('n', n) : null);
  return plain(
    at,
    name,
    words.number('mean', mean),
    joined(
      sd === null ? words.number('mean', mean) : words.meanAndSd(mean, sd),
      n === null ? null : words.number('n', n),
      missing > 0 ? words.number('missing', formatQuantity(missing, 'count')) : null,
    ),
  );
}

function indexNote({ words }: Source, results: StudyResults, name: string, at: Span): Note[] {
  if (results.composites.some((one) => one.job.name === name)) {
    const mean = textOfQuantity(words, quantityAt(results.quantities, name, 'mean'), 2);
    const sd = textOfQuantity(words, quantityAt(results.quantities, name, 'sd'), 2);
    return plain(
      at,
      name,
      mean === null ? null : words.number('mean', mean),
      mean === null || sd === null ? '' : words.meanAndSd(mean, sd),
    );
  }
  const index = results.indices.find((one) => one.job.name === name);
  if (index === undefined) return [];
  const kmo = textOfQuantity(words, quantityAt(results.quantities, name, 'kmo'));
  const total = textOfQuantity(words, quantityAt(results.quantities, name, 'explained', 'total'));
  return plain(
    at,
    name,
    joined(kmo === null ? null : words.number('kmo', kmo), total),
    total === null ? '' : words.hints.explained(index.kept, formatQuantity(index.kept, 'count'), total),
  );
}

/** So many outcomes stand beside a name; the tooltip has them all. */
const FEW = 2;
const few = (words: EditorWords, of: ShownNumber | 'p', texts: readonly string[]): string =>
  words.numbers(of, texts.slice(0, texts.length > FEW + 1 ? FEW : FEW + 1), texts.length > FEW + 1);

function compareNote(words: EditorWords, results: StudyResults, name: string, at: Span): Note[] {
  const found = results.comparisons.find((one) => one.job.name === name);
  if (found === undefined) return [];
  const several = found.job.by.length > 1;
  const tests = found.cells.flatMap(({ outcome, category, comparison }) => {
    if (comparison === null) return [];
    const path = several ? [name, outcome, category.name] : [name, outcome];
    const f = textOfQuantity(words, quantityAt(results.quantities, ...path, 'f'), 2);
    return f === null ? [] : [{ f, p: pText(quantityAt(results.quantities, ...path, 'p')) }];
  });
  const text =
    tests.length === 0
      ? null
      : tests.length === 1
        ? words.hints.test(tests[0]!.f, tests[0]!.p)
        : few(
            words,
            'p',
            tests.map(({ p }) => p),
          );
  return plain(at, name, text, comparisonTable(words, results, found));
}

function correlateNote(words: EditorWords, results: StudyResults, name: string, at: Span): Note[] {
  const found = results.correlations.find((one) => one.job.name === name);
  if (found === undefined) return [];
  const [first, second] = found.job.variables;
  const address = found.job.variables.length === 2 ? addressFor([name], 'r(variable, variable)', [first!, second!]) : null;
  const r = address === null ? null : textOfQuantity(words, results.quantities.get(address) ?? null);
  return plain(
    at,
    name,
    joined(r === null ? null : words.number('r', r), words.number('n', formatQuantity(found.n, 'count'))),
    correlationsTable(words, results, found),
  );
}

function regressionNote(words: EditorWords, results: StudyResults, name: string, at: Span): Note[] {
  const found = results.regressions.find((one) => one.job.name === name);
  if (found === undefined) return [];
  const fit = (['adjusted_r2', 'mcfadden', 'icc'] as const).find((one) => methodHas(found.job.method.kind, one)) ?? 'loglik';
  const values = found.outcomes.flatMap(({ outcome }) => textOfQuantity(words, quantityAt(results.quantities, name, outcome, fit)) ?? []);
  if (values.length === 0) return [];
  const n = values.length > 1 ? null : textOfQuantity(words, quantityAt(results.quantities, name, found.outcomes[0]!.outcome, 'n'));
  return plain(at, name, joined(few(words, fit, values), n === null ? null : words.number('n', n)), regressionTable(words, results, found));
}

function deprivationNote(words: EditorWords, quantities: Quantities, name: string, at: Span): Note[] {
  const text = (quantity: string): string | null => textOfQuantity(words, quantityAt(quantities, name, quantity));
  const [h, m0, n] = [text('h'), text('m0'), text('n')];
  return h === null || m0 === null ? [] : plain(at, name, joined(`H ${h}`, `M0 ${m0}`, n === null ? null : words.number('n', n)));
}

function measurementNote(words: EditorWords, quantities: Quantities, name: string, at: Span): Note[] {
  const text = (quantity: string): string | null => textOfQuantity(words, quantityAt(quantities, name, quantity));
  const [cfi, rmsea, n] = [text('cfi'), text('rmsea'), text('n')];
  return cfi === null || rmsea === null
    ? []
    : plain(at, name, joined(words.number('cfi', cfi), words.number('rmsea', rmsea), n === null ? null : words.number('n', n)));
}

function mediationNote(words: EditorWords, quantities: Quantities, name: string, at: Span): Note[] {
  const text = (...quantity: string[]): string | null => textOfQuantity(words, quantityAt(quantities, name, ...quantity));
  const [sum, direct, n] = [text('indirect', 'total'), text('direct'), text('n')];
  return sum === null || direct === null
    ? []
    : plain(at, name, joined(words.number('indirect', sum), words.number('direct', direct), n === null ? null : words.number('n', n)));
}

/** A map line says how a thing was asked here: its numbers stand behind it, and behind its levels. */
function mapNote({ words }: Source, node: ItemNode, quantities: Quantities): Note[] {
  const name = node.subject.address?.path[0]?.text;
  if (name === undefined) return [];
  const levels = (node.body ?? []).flatMap((entry) => (entry.type === 'item' ? levelNote(words, entry, name, quantities) : []));
  return [...variableNote(words, quantities, nameSpan(node), name), ...levels];
}

/** Of the name alone, without a label behind it. */
const nameSpan = ({ subject }: ItemNode): Span => subject.address?.span ?? subject.span;

function levelNote(words: EditorWords, node: ItemNode, category: string, quantities: Quantities): Note[] {
  const level = node.subject.address?.path[0]?.text;
  if (level === undefined) return [];
  const count = textOfQuantity(words, quantityAt(quantities, category, level, 'count'));
  const percent = textOfQuantity(words, quantityAt(quantities, category, level, 'percent'));
  return plain(nameSpan(node), level, count === null ? null : words.completion.levelCount(count, percent));
}

/** `marks`: the number agrees, its stars do not. */
interface Check {
  readonly claim: boolean;
  readonly ok: boolean | null;
  readonly marks: boolean;
  readonly text: string;
  readonly row: readonly [string, string, string];
}

/**
 * Claims and printed figures: one mark a line, with the number where there is one, with how many where there are more; a hypothesis and a
 * printed table have the sum of theirs. Only those of which something stands in `span` are written: a paper prints hundreds of figures.
 */
function checkNotes(source: Source, results: StudyResults, span: Span | undefined): Note[] {
  const { s, words } = source;
  const { plan, origins } = s.study.compiled;
  if (plan === null) return [];
  const lines = linesOf(s.file);
  const checks = checksOf(results);
  const anchors = anchorsOf(s);
  const groups = new Map<Anchor, Check[]>();
  const shown = (anchor: Anchor): boolean => span === undefined || overlaps(anchor.within, span);
  const add = (planPath: string, checkOf: () => Check): void => {
    // Figures of a table that stands in a file of its own are summed up at the table's head.
    const stated = origins.get(planPath);
    const place = stated?.file === s.file.path ? stated : tableOf(s, planPath);
    const anchor = place?.file === s.file.path ? anchors.get(lines.at(place.span.start)) : undefined;
    const wanted = anchor === undefined ? [] : (anchor.head === null ? [anchor] : [anchor, anchor.head]).filter(shown);
    if (wanted.length === 0) return;
    const check = checkOf();
    for (const one of wanted) {
      const own = groups.get(one);
      if (own === undefined) groups.set(one, [check]);
      else own.push(check);
    }
  };
  for (const figure of plan.published.flatMap((one) => one.figures)) {
    const checked = checks.figures.get(figureKey(figure));
    if (checked === undefined) continue;
    add(figure.at, () => {
      const computed = computedText(words, checked, results.quantities);
      return {
        claim: false,
        ok: figureHolds(checked),
        marks: checked.agrees === true && checked.starsAgree === false,
        text: computed,
        row: [formatAddress(figure.address), figure.printed.text, checked.agrees === null ? words.reason(checked.reason ?? '') : computed],
      };
    });
  }
  for (const claim of plan.hypotheses.flatMap((one) => one.claims)) {
    const checked = checks.claims.get(claim.text);
    if (checked === undefined) continue;
    add(claim.at, () => {
      const left = textOfQuantity(words, results.quantities.get(formatAddress(claim.left)) ?? null);
      const right =
        claim.right.kind === 'address' ? textOfQuantity(words, results.quantities.get(formatAddress(claim.right.address)) ?? null) : null;
      return {
        claim: true,
        ok: checked.holds,
        marks: false,
        text: right === null ? (left ?? '.') : words.hints.against(left ?? '.', right),
        row: [claim.text, '', checked.holds === null ? words.reason(checked.reason ?? '') : (left ?? '.')],
      };
    });
  }
  return [...groups].map(([anchor, list]): Note => {
    const tone = list.some((one) => one.ok === false) ? 'bad' : list.some((one) => one.ok === null) ? 'plain' : 'good';
    const text = anchor.sum || list.length > 1 || list[0]!.ok === null ? countsText(source, list) : list[0]!.text;
    return {
      at: anchor.at,
      name: '',
      text: `${{ bad: '✗', plain: '?', good: '✓' }[tone]} ${text}`,
      tooltip: checkTable(words, list),
      tone,
      ...(anchor.table === null ? {} : { column: anchor.table }),
    };
  });
}

/** `all 4 agree`, `2 of 4 differ`, `1 of 2 fails`: as the report has it. */
function countsText({ s: { language } }: Source, list: readonly Check[]): string {
  const counts = {
    total: list.length,
    off: list.filter((one) => one.ok === false && !one.marks).length,
    marks: list.filter((one) => one.marks).length,
    open: list.filter((one) => one.ok === null).length,
  };
  return list[0]!.claim ? claimsBriefly(language, counts) : figuresBriefly(language, counts);
}

/** Where the mark of a line stands; rows of one table in one column of their own. `head`: what sums them up. `within`: its table, or it. */
interface Anchor {
  readonly at: Span;
  readonly within: Span;
  readonly table: number | null;
  readonly head: Anchor | null;
  readonly sum: boolean;
}

function anchorsOf(s: Snapshot): ReadonlyMap<number, Anchor> {
  const lines = linesOf(s.file);
  const anchors = new Map<number, Anchor>();
  const heads = new Map<DeclarationNode, Anchor>();
  const add = (offset: number, anchor: Anchor): void => {
    if (!anchors.has(lines.at(offset))) anchors.set(lines.at(offset), anchor);
  };
  walk(s.file.parsed.file, (entry, owner) => {
    if (entry.type === 'declaration' && entry.kind === 'table')
      add(entry.span.start, { at: entry.kindSpan, within: entry.kindSpan, table: null, head: null, sum: true });
    if (entry.type === 'declaration' && entry.kind === 'hypothesis' && entry.names.length === 1)
      heads.set(entry, { at: entry.names[0]!.span, within: entry.names[0]!.span, table: null, head: null, sum: true });
    if (owner?.kind === 'table' && entry.type === 'clause' && entry.shape === 'columns' && entry.columns.length > 0) {
      heads.set(owner, {
        at: { start: entry.wordSpan.start, end: entry.columns[0]!.span.start },
        within: owner.span,
        table: owner.span.start,
        head: null,
        sum: true,
      });
    }
    if (entry.type !== 'item') return;
    const { span } = entry.subject;
    const cells = owner?.kind === 'table' ? (entry.cells ?? []) : [];
    const head = owner === null ? null : (heads.get(owner) ?? null);
    add(
      entry.span.start,
      cells.length === 0
        ? { at: span, within: span, table: null, head, sum: false }
        : { at: { start: span.start, end: cells[0]!.span.start }, within: owner!.span, table: owner!.span.start, head, sum: false },
    );
  });
  return anchors;
}

/** The printed table of a figure, by its plan path `published/block/entry/row/column`. */
function tableOf(s: Snapshot, planPath: string): Place | undefined {
  const [, block, entry] = planPath.split('/');
  const published = s.study.compiled.context?.merged.published[Number(block)];
  const table = published?.node.body?.[Number(entry)];
  return published === undefined || table?.type !== 'declaration' ? undefined : { file: published.file, span: table.kindSpan };
}

/** Null: not computed. Stars are part of what was printed. */
export function figureHolds(checked: CheckedFigure): boolean | null {
  return checked.agrees === null ? null : checked.agrees && checked.starsAgree !== false;
}
