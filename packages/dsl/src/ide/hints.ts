// The numbers beside the words: one note at the end of each line that declares something which has a number.
import type { CheckedFigure, Place, Quantities, Span, StudyResults } from '@studyspec/core';
import { formatAddress, formatQuantity } from '@studyspec/core';
import type { DeclarationNode, ItemNode } from '../syntax/ast.ts';
import { checkTable, comparisonTable, regressionTable } from './describe-models.ts';
import { linesOf } from './lines.ts';
import type { Snapshot } from './snapshot.ts';
import { nameOf, overlaps, walk } from './tree.ts';
import type { Hint } from './types.ts';
import { checksOf, computedText, figureKey, pText, quantityAt, quantityOf, textOfQuantity } from './values.ts';

interface Note { readonly at: number; readonly name: string; readonly text: string; readonly tooltip: string; readonly tone: Hint['tone'] }

const plain = (at: number, name: string, parts: readonly (string | null)[], tooltip = ''): Note[] => {
  const text = parts.filter((part): part is string => part !== null).join(' · ');
  return text === '' ? [] : [{ at, name, text, tooltip, tone: 'plain' }];
};

export function hintsOf(s: Snapshot, span?: Span): Hint[] {
  const notes: Note[] = [];
  const results = s.numbers?.results ?? null;
  walk(s.file.parsed.file, (entry, owner) => {
    if (span !== undefined && !overlaps(entry.span, span)) return;
    if (entry.type === 'declaration') notes.push(...declarationNotes(s, entry, results));
    else if (entry.type === 'item' && owner?.kind === 'category' && results !== null) notes.push(...levelNote(entry, nameOf(owner), results.quantities));
    else if (entry.type === 'item' && owner?.kind === 'map' && owner.body?.includes(entry) === true && results !== null) notes.push(...mapNote(entry, results.quantities));
  });
  if (results !== null) notes.push(...checkNotes(s, results));
  return byLine(s, notes, span);
}

function declarationNotes(s: Snapshot, node: DeclarationNode, results: StudyResults | null): Note[] {
  if (node.kind === 'data') return dataNote(s, node, results);
  if (results === null || node.names.length !== 1) return [];
  const name = nameOf(node);
  const at = node.names[0]!.span.start;
  const { quantities } = results;
  switch (node.kind) {
    case 'indicator': case 'number': return plain(at, name, variableParts(quantities, name));
    case 'category': {
      const missing = quantityAt(quantities, name, 'missing');
      return plain(at, name, missing?.value ? [`n ${textOfQuantity(quantityAt(quantities, name, 'n')) ?? '.'}`] : []);
    }
    case 'dimension': case 'block': {
      const alpha = textOfQuantity(quantityAt(quantities, name, 'alpha'));
      return plain(at, name, [alpha === null ? null : `α ${alpha}`]);
    }
    case 'index': return plain(at, name, indexParts(results, name));
    case 'component': {
      const index = results.indices.find((one) => one.job.components.some((component) => component.name === name));
      return plain(at, name, [index === undefined ? null : textOfQuantity(quantityOf(quantities, [index.job.name, 'explained'], [name]))]);
    }
    case 'compare': return compareNote(results, name, at);
    case 'regression': return regressionNote(results, name, at);
    default: return [];
  }
}

function dataNote(s: Snapshot, node: DeclarationNode, results: StudyResults | null): Note[] {
  const own = s.study.compiled.context?.merged.data;
  if (node.label === null || own?.file !== s.file.path) return [];
  const rows = s.schema?.rows ?? results?.sample;
  if (rows === undefined) return [];
  const columns = s.schema === null ? [] : [`${formatQuantity(s.schema.columns.length, 'count')} columns`];
  return [{ at: node.label.span.start, name: 'data', text: `${formatQuantity(rows, 'count')} ${rows === 1 ? 'row' : 'rows'}`, tooltip: columns.join(''), tone: 'plain' }];
}

export function variableParts(quantities: Quantities, name: string): (string | null)[] {
  const mean = textOfQuantity(quantityAt(quantities, name, 'mean'), 2);
  const sd = textOfQuantity(quantityAt(quantities, name, 'sd'), 2);
  const missing = quantityAt(quantities, name, 'missing')?.value ?? 0;
  return [mean === null ? null : `mean ${mean}${sd === null ? '' : ` ± ${sd}`}`, missing > 0 ? `n ${textOfQuantity(quantityAt(quantities, name, 'n')) ?? '.'}` : null];
}

function indexParts(results: StudyResults, name: string): (string | null)[] {
  const index = results.indices.find((one) => one.job.name === name);
  if (index === undefined) return [];
  const kmo = textOfQuantity(quantityAt(results.quantities, name, 'kmo'));
  const total = textOfQuantity(quantityAt(results.quantities, name, 'explained', 'total'));
  return [kmo === null ? null : `KMO ${kmo}`, total === null ? null : `${index.kept} ${index.kept === 1 ? 'component' : 'components'}, ${total}`];
}

/** So many outcomes stand on a line; the tooltip has them all. */
const FEW = 3;

function compareNote(results: StudyResults, name: string, at: number): Note[] {
  const found = results.comparisons.find((one) => one.job.name === name);
  if (found === undefined) return [];
  const several = found.job.by.length > 1;
  const parts = found.cells.flatMap(({ outcome, category, comparison }): string[] => {
    if (comparison === null) return [];
    const path = several ? [name, outcome, category.name] : [name, outcome];
    const f = textOfQuantity(quantityAt(results.quantities, ...path, 'f'), 2);
    return f === null ? [] : [`${found.cells.length > 1 ? `${outcome}${several ? ` by ${category.name}` : ''} ` : ''}F ${f}, ${pText(quantityAt(results.quantities, ...path, 'p')) ?? 'p .'}`];
  });
  return plain(at, name, [...parts.slice(0, FEW), parts.length > FEW ? `+${parts.length - FEW}` : null], comparisonTable(results, found));
}

function regressionNote(results: StudyResults, name: string, at: number): Note[] {
  const found = results.regressions.find((one) => one.job.name === name);
  if (found === undefined) return [];
  const values = found.outcomes.flatMap(({ outcome }) => textOfQuantity(quantityAt(results.quantities, name, outcome, 'adjusted_r2')) ?? []);
  const cases = [...new Set(found.outcomes.flatMap(({ outcome }) => textOfQuantity(quantityAt(results.quantities, name, outcome, 'n')) ?? []))];
  if (values.length === 0) return [];
  return plain(at, name, [`adj. R² ${values.slice(0, FEW).join(', ')}${values.length > FEW ? ', …' : ''}`, cases.length === 0 ? null : `n ${cases.join(', ')}`], regressionTable(results, found));
}

/** A map line says how a thing was asked here: its numbers stand behind it, and behind its levels. */
function mapNote(node: ItemNode, quantities: Quantities): Note[] {
  const name = node.subject.address?.path[0]?.text;
  if (name === undefined) return [];
  const levels = (node.body ?? []).flatMap((entry) => (entry.type === 'item' ? levelNote(entry, name, quantities) : []));
  return [...plain(node.subject.span.start, name, variableParts(quantities, name)), ...levels];
}

function levelNote(node: ItemNode, category: string, quantities: Quantities): Note[] {
  const level = node.subject.address?.path[0]?.text;
  if (level === undefined) return [];
  const text = levelText(quantities, category, level);
  return text === null ? [] : plain(node.subject.span.start, level, [text]);
}

/** `190 (61.7 %)`. */
export function levelText(quantities: Quantities, category: string, level: string): string | null {
  const count = textOfQuantity(quantityAt(quantities, category, level, 'count'));
  const percent = textOfQuantity(quantityAt(quantities, category, level, 'percent'));
  return count === null ? null : `${count}${percent === null ? '' : ` (${percent})`}`;
}

interface Check { readonly at: number; readonly ok: boolean | null; readonly text: string; readonly row: readonly [string, string, string] }

/** Claims and printed figures: one mark a line, with the number where there is one, with how many where there are more. */
function checkNotes(s: Snapshot, results: StudyResults): Note[] {
  const { plan, origins } = s.study.compiled;
  if (plan === null) return [];
  const lines = linesOf(s.file);
  const checks = checksOf(results);
  const byLineNumber = new Map<number, Check[]>();
  const add = (planPath: string, ok: boolean | null, text: string, row: Check['row']): void => {
    // Figures of a table that stands in a file of its own are summed up at the table's head.
    const stated = origins.get(planPath);
    const place = stated?.file === s.file.path ? stated : tableOf(s, planPath);
    if (place?.file !== s.file.path) return;
    const line = lines.at(place.span.start);
    byLineNumber.set(line, [...(byLineNumber.get(line) ?? []), { at: place.span.start, ok, text, row }]);
  };
  for (const figure of plan.published.flatMap((one) => one.figures)) {
    const checked = checks.figures.get(figureKey(figure));
    if (checked === undefined) continue;
    const ok = figureHolds(checked);
    add(figure.at, ok, computedText(checked, results.quantities), [formatAddress(figure.address), figure.printed.text, ok === null ? checked.reason ?? '' : computedText(checked, results.quantities)]);
  }
  for (const claim of plan.hypotheses.flatMap((one) => one.claims)) {
    const checked = checks.claims.get(claim.text);
    if (checked === undefined) continue;
    const left = textOfQuantity(results.quantities.get(formatAddress(claim.left)) ?? null);
    const right = claim.right.kind === 'address' ? textOfQuantity(results.quantities.get(formatAddress(claim.right.address)) ?? null) : null;
    add(claim.at, checked.holds, `${left ?? '.'}${right === null ? '' : ` against ${right}`}`, [claim.text, '', checked.holds === null ? checked.reason ?? '' : left ?? '.']);
  }
  return [...byLineNumber.values()].map((list): Note => {
    const failed = list.filter((one) => one.ok === false).length;
    const open = list.filter((one) => one.ok === null).length;
    const tone = failed > 0 ? 'bad' : open > 0 ? 'plain' : 'good';
    const sign = failed > 0 ? '✗' : open > 0 ? '?' : '✓';
    const several = failed > 0 ? `${failed} of ${list.length}` : open > 0 ? `${open} of ${list.length} not computed` : String(list.length);
    const text = list.length > 1 ? several : open > 0 ? 'not computed' : list[0]!.text;
    return { at: list[0]!.at, name: '', text: `${sign} ${text}`, tooltip: checkTable(list), tone };
  });
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

/** Notes of one line stand together, each with its name. */
function byLine(s: Snapshot, notes: readonly Note[], span: Span | undefined): Hint[] {
  const lines = linesOf(s.file);
  const grouped = new Map<number, Note[]>();
  for (const note of notes) {
    const line = lines.at(note.at);
    grouped.set(line, [...(grouped.get(line) ?? []), note]);
  }
  const stale = s.numbers?.stale ?? false;
  const hints = [...grouped].map(([line, list]): Hint => {
    const many = list.length > 1;
    const text = many ? list.map((note) => (note.name === '' ? note.text : `${note.name} ${note.text}`)).join(' · ') : list[0]!.text;
    const tone = list.some((note) => note.tone === 'bad') ? 'bad' : list.every((note) => note.tone === 'good') ? 'good' : 'plain';
    const tooltip = [...new Set([...list.map((note) => note.tooltip), stale ? '*Of the text before the last change.*' : ''])].filter((part) => part !== '').join('\n\n');
    return { offset: lines.noteAt(line), text, tooltip, stale, tone };
  });
  return hints.filter((hint) => span === undefined || (span.start <= hint.offset && hint.offset <= span.end)).sort((a, b) => a.offset - b.offset);
}
