// A map: how this survey asked what the original asked. A line states all facts of asking (column, scale, direction, missing codes,
// levels); what it omits is not inherited. Here lines are put to the names they are about; what they say is lower-variables.ts.
import {
  columnMappedTwice,
  duplicateClause,
  duplicateName,
  guessedLines,
  mapMisfit,
  mapWithoutOriginal,
  nearest,
  raise,
  unknownMapName,
  wrongKind,
  type Place,
  type Problem,
  type Span,
} from '@studyspec/core';
import type { ClauseNode, ConditionNode, DeclarationNode, FormulaNode, ItemNode } from '../syntax/ast.ts';
import { addressesOf, alternativesOf, atomText, columnName } from './clauses.ts';
import { mended, pathText, placeOf, type Declared, type Located } from './declared.ts';

/** How a thing was asked, in place of what its declaration says of that. */
export interface Asking {
  /** The name on the map line. */
  readonly place: Place;
  readonly clauses: ReadonlyMap<string, Located<ClauseNode>>;
  /** Codes of levels, by the level's name (of a column: by the text); null without braces. */
  readonly items: ReadonlyMap<string, Located<ItemNode>> | null;
  /** Something on the line was reported already. */
  readonly broken: boolean;
}

/** The clauses that say how a thing was asked: a map line replaces all of them. */
export const ASKING: readonly string[] = ['from', 'on', 'reversed', 'missing', 'absent', 'guess'];
const MAPPED = ['indicator', 'category', 'number'];

export interface MapTarget {
  readonly named: Map<string, Declared>;
  /** Mapped columns, which have no declaration: `site from q1 { … }`. */
  readonly columns: Map<string, Asking>;
  /** Names that anything uses as columns, in the originals or here. */
  readonly known: ReadonlySet<string>;
  /** What this file's own declarations state, before they were merged. */
  readonly stated: ReadonlyMap<string, Declared>;
  readonly problems: Problem[];
}

/** Applies the maps of one file. `original` is the name of what it replicates; null when it replicates nothing. */
export function applyMaps(maps: readonly Located<DeclarationNode>[], target: MapTarget, original: string | null, kind: string): void {
  const { problems } = target;
  const lines = new Map<string, Asking>();
  // What can be asked about does not change with the lines, and every line may be a mistake.
  let askable: readonly string[] | null = null;
  const all = (): readonly string[] =>
    (askable ??= [...[...target.named.values()].filter((one) => MAPPED.includes(one.kind)).map((one) => one.name), ...target.known]);
  const reported = errorsBefore(problems);
  for (const { node, file } of maps) {
    if (original === null) {
      problems.push(raise(mapWithoutOriginal, { kind }, { place: placeOf(file, node.kindSpan) }));
      continue;
    }
    for (const entry of node.body ?? []) {
      if (entry.type !== 'item' || entry.subject.address === null) continue;
      const name = pathText(entry.subject.address);
      const place = placeOf(file, entry.subject.address.span);
      const twin = lines.get(name);
      if (twin !== undefined) {
        problems.push(
          raise(
            duplicateName,
            { name, kind: 'map line', otherKind: 'map line' },
            { place, related: [{ says: { is: 'first mapped' }, place: twin.place }] },
          ),
        );
        continue;
      }
      const asking = askingOf(entry, name, place, file, problems, reported);
      lines.set(name, asking);
      applyLine(name, asking, target, original, all);
    }
  }
  reportSharedColumns(lines, target.named, problems);
  reportGuesses(lines, problems);
}

/** Says of a stretch of a file whether an error was found in it before the maps were looked at. */
function errorsBefore(problems: readonly Problem[]): (file: string, line: Span) => boolean {
  const byFile = new Map<string, Span[]>();
  for (const { severity, place } of problems) {
    if (severity !== 'error' || place === undefined) continue;
    const spans = byFile.get(place.file);
    if (spans === undefined) byFile.set(place.file, [place.span]);
    else spans.push(place.span);
  }
  for (const spans of byFile.values()) spans.sort((a, b) => a.start - b.start);
  return (file, line) => {
    const spans = byFile.get(file) ?? [];
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start < line.start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < spans.length && spans[at]!.start <= line.end; at += 1) if (spans[at]!.end <= line.end) return true;
    return false;
  };
}

function applyLine(name: string, asking: Asking, target: MapTarget, original: string, all: () => readonly string[]): void {
  const { named, columns, known, stated, problems } = target;
  const declared = named.get(name);
  if (declared === undefined) {
    if (!known.has(name)) {
      const near = nearest(name, all());
      problems.push(raise(unknownMapName, { name, original, nearest: near, known: all() }, mended(asking.place, near)));
      return;
    }
    for (const word of ['on', 'reversed', 'absent']) misfit(asking, word, name, 'column', problems);
    columns.set(name, asking);
    return;
  }
  if (!MAPPED.includes(declared.kind)) {
    problems.push(
      raise(
        wrongKind,
        { name, found: declared.kind, expected: MAPPED, role: { is: 'mapped' } },
        { place: asking.place, related: [{ says: { is: 'declared', kind: declared.kind }, place: declared.place }] },
      ),
    );
    return;
  }
  const own = stated.get(name);
  for (const [word, clause] of own?.clauses ?? []) {
    if (!ASKING.includes(word) || (word === 'on' && declared.kind === 'indicator' && own!.parent === null && !asking.clauses.has('on')))
      continue;
    problems.push(
      raise(
        duplicateClause,
        { word, name },
        { place: asking.place, related: [{ says: { is: 'first given' }, place: placeOf(clause.file, clause.node.wordSpan) }] },
      ),
    );
    return;
  }
  if (declared.kind !== 'indicator') for (const word of ['on', 'reversed']) misfit(asking, word, name, declared.kind, problems);
  const first = declared.kind === 'category' ? undefined : [...(asking.items?.values() ?? [])][0];
  if (first !== undefined)
    problems.push(raise(mapMisfit, { word: null, name, kind: declared.kind }, { place: placeOf(first.file, first.node.subject.span) }));
  named.set(name, { ...declared, asking });
}

function misfit(asking: Asking, word: string, name: string, kind: string, problems: Problem[]): void {
  const clause = asking.clauses.get(word);
  if (clause !== undefined) problems.push(raise(mapMisfit, { word, name, kind }, { place: placeOf(clause.file, clause.node.wordSpan) }));
}

function askingOf(
  line: ItemNode,
  name: string,
  place: Place,
  file: string,
  problems: Problem[],
  reported: (file: string, line: Span) => boolean,
): Asking {
  const told = problems.length;
  const clauses = new Map<string, Located<ClauseNode>>();
  for (const clause of line.clauses) {
    const before = clauses.get(clause.word);
    if (before === undefined) clauses.set(clause.word, { node: clause, file });
    else
      problems.push(
        raise(
          duplicateClause,
          { word: clause.word, name },
          { place: placeOf(file, clause.wordSpan), related: [{ says: { is: 'first given' }, place: placeOf(file, before.node.wordSpan) }] },
        ),
      );
  }
  const items = line.body === null ? null : new Map<string, Located<ItemNode>>();
  for (const entry of line.body ?? []) {
    if (entry.type !== 'item') continue;
    const subject = levelName(entry);
    if (subject === null) continue;
    const twin = items!.get(subject);
    if (twin === undefined) items!.set(subject, { node: entry, file });
    else
      problems.push(
        raise(
          duplicateName,
          { name: subject, kind: 'level', otherKind: 'level' },
          {
            place: placeOf(file, entry.subject.span),
            related: [{ says: { is: 'first given' }, place: placeOf(file, twin.node.subject.span) }],
          },
        ),
      );
  }
  return {
    place,
    clauses,
    items,
    broken: line.broken || reported(file, line.span) || problems.slice(told).some((problem) => problem.severity === 'error'),
  };
}

/** A level by its name, or the text of a column's value. */
export function levelName(item: ItemNode): string | null {
  return item.subject.address !== null ? pathText(item.subject.address) : (item.subject.label?.texts[0]?.text ?? null);
}

/** The span of the column's name after `from`: the smallest place that a complaint about the column can point at. */
export function columnSpan(clause: Located<ClauseNode>): Place {
  return placeOf(clause.file, alternativesOf(clause.node)[0]?.[0]?.span ?? clause.node.span);
}

/** Where a clause of a variable stands, by its path; of `from` the column, and of `from a | b` each. */
export function placesOf(name: string, word: string, clause: Located<ClauseNode>): readonly (readonly [path: string, place: Place])[] {
  if (word !== 'from') return [[`${name}/${word}`, placeOf(clause.file, clause.node.span)]];
  const columns = alternativesOf(clause.node).flatMap(([column]) => column ?? []);
  const each = columns.map((column) => [`${name}/from/${atomText(column)}`, placeOf(clause.file, column.span)] as const);
  return [[`${name}/from`, columnSpan(clause)], ...(each.length > 1 ? each : [])];
}

/** One problem a file: how much of its map nobody has checked, at the first such line, with the others beside it. */
function reportGuesses(lines: ReadonlyMap<string, Asking>, problems: Problem[]): void {
  const guessed = [...lines].flatMap(([name, { clauses }]) => {
    const clause = clauses.get('guess');
    return clause === undefined ? [] : [{ name, place: placeOf(clause.file, clause.node.wordSpan) }];
  });
  const [first, ...rest] = guessed;
  if (first === undefined) return;
  problems.push(
    raise(
      guessedLines,
      { names: guessed.map((one) => one.name), lines: lines.size },
      { place: first.place, related: rest.map(({ name, place }) => ({ says: { is: 'guess' as const, name }, place })) },
    ),
  );
}

function reportSharedColumns(lines: ReadonlyMap<string, Asking>, named: ReadonlyMap<string, Declared>, problems: Problem[]): void {
  const originally = (name: string): string | null => {
    const from = named.get(name)?.clauses.get('from');
    return from === undefined ? name : columnName(from.node);
  };
  const readers = new Map<string, { name: string; place: Place }>();
  for (const [name, { clauses }] of lines) {
    const from = clauses.get('from');
    const column = from === undefined ? null : columnName(from.node);
    if (from === undefined || column === null || lines.has(column)) continue;
    const first = readers.get(column);
    if (first === undefined) readers.set(column, { name, place: columnSpan(from) });
    // What the original makes of one column is made of one here.
    else if (originally(first.name) !== originally(name))
      problems.push(
        raise(
          columnMappedTwice,
          { column, first: first.name, second: name },
          { place: columnSpan(from), related: [{ says: { is: 'reads', name: first.name }, place: first.place }] },
        ),
      );
  }
}

/** Names that a declaration uses as columns or that may be columns: what a map line without a declaration may be about. */
export function columnsUsed(node: DeclarationNode): ReadonlySet<string> {
  let columns = usedBy.get(node);
  if (columns === undefined) {
    collectColumns(node, (columns = new Set()));
    usedBy.set(node, columns);
  }
  return columns;
}

/** What a declaration says does not change, so it is read once. */
const usedBy = new WeakMap<DeclarationNode, Set<string>>();

function collectColumns(node: DeclarationNode, into: Set<string>): void {
  for (const clause of node.clauses) {
    if (clause.word === 'from') for (const [column] of alternativesOf(clause)) into.add(column === undefined ? '' : atomText(column));
    else if (
      clause.word === 'per' ||
      (node.kind === 'data' && ['id', 'cluster', 'weight', 'stratum', 'population'].includes(clause.word))
    ) {
      const column = columnName(clause);
      if (column !== null) into.add(column);
    } else if (node.kind === 'data' && clause.word === 'text') {
      for (const [column] of alternativesOf(clause)) if (column !== undefined) into.add(atomText(column));
    } else if (clause.word === 'join') {
      for (const atoms of alternativesOf(clause)) if (atoms[2] !== undefined) into.add(atomText(atoms[2]));
    } else if (clause.shape === 'condition') conditionNames(clause.condition, into);
    else if (clause.word === 'errors') for (const address of addressesOf(clause)) into.add(pathText(address));
  }
  // A quantity is made of addresses, which are no columns.
  if (node.formula !== null && node.kind !== 'quantity') formulaNames(node.formula, into);
  for (const entry of node.body ?? []) {
    if (entry.type === 'declaration') collectColumns(entry, into);
    // What a map line of this or an earlier study reads may itself be a mapped column: `mode from site`.
    else if (entry.type === 'item' && node.kind === 'map')
      for (const clause of entry.clauses) if (clause.word === 'from') into.add(columnName(clause) ?? '');
  }
}

/** Names that a condition tests. */
export function conditionNames(node: ConditionNode, into: Set<string>): void {
  if ('parts' in node) for (const part of node.parts) conditionNames(part, into);
  else into.add(pathText(node.variable));
}

function formulaNames(node: FormulaNode, into: Set<string>): void {
  if (node.kind === 'address') into.add(pathText(node.address));
  else if (node.kind === 'run') {
    into.add(node.first.text);
    into.add(node.last.text);
  } else if (node.kind === 'call') for (const argument of node.args) formulaNames(argument, into);
  else if (node.kind === 'negate') formulaNames(node.operand, into);
  else if (node.kind === 'binary') {
    formulaNames(node.left, into);
    formulaNames(node.right, into);
  }
}
