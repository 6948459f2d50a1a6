// Scales, indicators, numbers and categories: what was asked and how answers are coded.
import { type NumberSubject } from '@studyspec/core';
import {
  categoryOptions,
  impossibleNumber,
  levelWithoutCode,
  missingClause,
  nearest,
  noCodes,
  noScale,
  notUnderstood,
  raise,
  unknownLevel,
  unknownName,
  unknownReference,
  usedNames,
  type CategoryPlan,
  type ChosenOf,
  type IndicatorPlan,
  type LevelPlan,
  type NumberPlan,
  type Place,
  type ScalePlan,
} from '@studyspec/core';
import { leaveOut, type Absence } from './absences.ts';
import type { ClauseNode, FigureNode, ItemNode } from '../syntax/ast.ts';
import { addressesOf, askedClause, clauseOf, codeText, columnName, declaredLabel, labelOf, rangeOf, sourceColumn } from './clauses.ts';
import { giveUp, ofKinds, scalesOf, type Context } from './context.ts';
import { mended, pathText, placeOf, valueSpan, type Declared, type Located } from './declared.ts';
import { clausesFor, listedIn, missingGivers, missingOf, type MissingClauses } from './missing-values.ts';
import { checkCycles } from './lower-formula.ts';
import { lowerNumber, NUMERIC, type Reading } from './lower-number.ts';
import { readPopulation } from './lower-population.ts';
import { placesOf } from './map.ts';
import { readOptions } from './read-option.ts';
import { checkOverlaps, readCodes } from './lower-codes.ts';

export function lowerScales(context: Context): void {
  for (const declared of context.merged.scales.values()) {
    const told = context.problems.length;
    const scale = plainScales.get(declared) ?? lowerScale(context, declared);
    if (scale === null) continue;
    context.scales.set(declared.name, scale);
    if (context.problems.length === told) plainScales.set(declared, scale);
  }
}

/** Scales of declarations that nothing had to be said of: the declaration alone makes the scale. */
const plainScales = new WeakMap<Declared, ScalePlan>();

function lowerScale(context: Context, declared: Declared): ScalePlan | null {
  const range = declared.range;
  if (range === null || range.node.high === null) {
    if (!declared.broken)
      context.problems.push(
        raise(missingClause, { name: declared.name, kind: 'scale', clause: '1..5', says: 'ends' }, { place: declared.place }),
      );
    return null;
  }
  const { low, high } = range.node;
  if (!checkAscending(context, low, high, range.file, { is: 'scale', of: declared.name })) return null;
  const points = [...declared.items.values()].flatMap((item) => pointOf(context, declared.name, item, low.value, high.value) ?? []);
  return {
    name: declared.name,
    low: low.value,
    high: high.value,
    lowLabel: labelOf(range.node.lowLabel),
    highLabel: labelOf(range.node.highLabel),
    points,
  };
}

/** A point with its words: `"Agree" zh "同意" = 4 | "4 - agree"`. Null when it could not be read (reported). */
function pointOf(
  context: Context,
  scale: string,
  { node, file }: Located<ItemNode>,
  low: number,
  high: number,
): ScalePlan['points'][number] | null {
  if (node.broken) return null;
  const text = node.subject.label?.texts[0]?.text ?? (node.subject.address === null ? '' : pathText(node.subject.address));
  const numbers = (node.codes ?? []).filter((code) => code.kind !== 'text');
  const [point, extra] = numbers;
  if (point?.kind !== 'number' || extra !== undefined) {
    const wrong = extra ?? point;
    context.problems.push(
      raise(
        notUnderstood,
        {
          found: wrong === undefined ? text : (context.texts.get(file)?.slice(wrong.span.start, wrong.span.end) ?? ''),
          what: { is: 'point', text },
          example: `"${text}" = ${high}`,
        },
        { place: placeOf(file, wrong?.span ?? node.span) },
      ),
    );
    return null;
  }
  const { value } = point.figure;
  if (value < low || value > high) {
    context.problems.push(
      raise(
        impossibleNumber,
        { found: point.figure.text, expected: { is: 'point within', low, high }, what: { is: 'point', text, of: scale } },
        { place: placeOf(file, point.span) },
      ),
    );
    return null;
  }
  const texts = (node.codes ?? []).flatMap((code) => (code.kind === 'text' ? [code.text] : []));
  return { value, label: labelOf(node.subject.label), ...(texts.length === 0 ? {} : { texts }) };
}

function checkAscending(context: Context, low: FigureNode, high: FigureNode, file: string, what: NumberSubject): boolean {
  if (low.value < high.value) return true;
  context.problems.push(
    raise(
      impossibleNumber,
      { found: `${low.text}..${high.text}`, expected: { is: 'rising' }, what },
      { place: placeOf(file, { start: low.span.start, end: high.span.end }) },
    ),
  );
  return false;
}

/** An `on` clause: a named scale, or a range of its own; `unread` when it is neither (reported), which is then as if it were not there. */
function readOn(
  context: Context,
  on: Located<ClauseNode>,
  owner: string,
): { scale: ScalePlan | null; range: { low: number; high: number } | null; failed: boolean; unread?: true } {
  const range = rangeOf(on.node);
  if (range !== null) {
    const fine = checkAscending(context, range.low, range.high, on.file, { is: 'scale of', of: owner });
    return { scale: null, range: fine ? { low: range.low.value, high: range.high.value } : null, failed: !fine };
  }
  const address = addressesOf(on.node)[0];
  if (address === undefined) return { scale: null, range: null, failed: false, unread: true };
  const name = pathText(address);
  const scale = context.scales.get(name);
  if (scale === undefined && !context.merged.scales.has(name)) {
    const near = nearest(name, scalesOf(context));
    context.problems.push(
      raise(
        unknownName,
        { name, role: { is: 'scale' }, nearest: near, known: scalesOf(context) },
        mended(placeOf(on.file, address.span), near),
      ),
    );
  }
  return { scale: scale ?? null, range: null, failed: scale === undefined };
}

/** The column that a variable is read from. */
function sourceOf(declared: Declared): string {
  const from = askedClause(declared, 'from');
  return sourceColumn(from, declared.name).column;
}

/** The dimension (if any) that gives an indicator its scale: the one it stands in, or the one that lists it. */
function scaleGivers(context: Context): ReadonlyMap<string, Declared> {
  const givers = new Map<string, Declared>();
  for (const declared of context.merged.named.values()) {
    if (declared.kind === 'dimension' && declared.clauses.has('on'))
      for (const name of listedIn(context, declared, ['indicator'])) givers.set(name, declared);
  }
  return givers;
}

/**
 * What was made of a declaration of which nothing had to be said, with all that it was made of. Its places hold the spans of nodes, which
 * move with the text.
 */
interface Lowered {
  readonly giver: Declared | null;
  readonly clauses: MissingClauses;
  readonly scales: readonly ScalePlan[];
  readonly source: string;
  readonly sourceKind: string | null;
  readonly origins: readonly (readonly [string, Place])[];
  readonly plan: IndicatorPlan | NumberPlan | CategoryPlan;
}

const lowered = new WeakMap<Declared, Lowered>();

/** Whether making it again would give the same. */
function holds(
  context: Context,
  { giver, clauses, scales, source, sourceKind }: Lowered,
  now: Declared | null,
  missing: MissingClauses,
): boolean {
  return (
    giver === now &&
    clauses.giver === missing.giver &&
    clauses.data === missing.data &&
    !context.brokenColumns.has(source) &&
    sourceKind === (context.merged.named.get(source)?.kind ?? null) &&
    scales.every((scale) => context.scales.get(scale.name!) === scale)
  );
}

/** Its condition names levels of categories: what is made of it depends on more than the declaration. */
const isConditional = (declared: Declared): boolean => declared.kind === 'number' && declared.clauses.has('when');

/** Every indicator, number and category; those with conditions last, when the levels of all categories are known. */
function inOrderOfReading(context: Context): readonly Declared[] {
  const variables = ofKinds(context, ['indicator', 'number', 'category']).found;
  return [...variables.filter((one) => !isConditional(one)), ...variables.filter(isConditional)];
}

export function lowerVariables(context: Context): void {
  const givers = scaleGivers(context);
  const missing = missingGivers(context);
  const failedGivers = new Set<Declared>();
  for (const declared of inOrderOfReading(context)) {
    const giver = givers.get(declared.name) ?? null;
    const before = lowered.get(declared);
    const clauses = clausesFor(context, declared, missing);
    if (before !== undefined && holds(context, before, giver, clauses)) {
      for (const [path, place] of before.origins) context.origins.set(path, place);
      context.variables.set(declared.name, before.plan);
      continue;
    }
    const origins: (readonly [string, Place])[] = [];
    const mark = (path: string, place: Place): void => {
      context.origins.set(path, place);
      origins.push([path, place]);
    };
    mark(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) for (const [path, place] of placesOf(declared.name, word, clause)) mark(path, place);
    // What the data say of a mapped variable is a matter of the map line.
    if (declared.asking !== null) mark(declared.name, declared.asking.place);
    for (const [word, clause] of declared.asking?.clauses ?? [])
      for (const [path, place] of placesOf(declared.name, word, clause)) mark(path, place);
    const absent = askedClause(declared, 'absent');
    if (absent !== null) {
      context.absences.set(declared.name, { name: declared.name, place: placeOf(absent.file, absent.node.wordSpan), lost: new Map() });
      continue;
    }
    if (context.brokenColumns.has(sourceOf(declared))) {
      giveUp(context, declared.name);
      continue;
    }
    const told = context.problems.length;
    const scales: ScalePlan[] = [];
    const read: Reading['read'] = (own, cells) => {
      const { values, dropped, place } = missingOf(context, declared, own, cells ? missing : new Map());
      if (place !== null) mark(`${declared.name}/missing`, place);
      return { missing: values, ...(dropped === null || !cells ? {} : { dropped }) };
    };
    const plan =
      declared.kind === 'indicator'
        ? lowerIndicator(context, declared, giver, failedGivers, scales, read)
        : declared.kind === 'number'
          ? lowerNumber(context, declared, { mark, read })
          : lowerCategory(context, declared, mark, read);
    if (plan === null) {
      giveUp(context, declared.name);
      continue;
    }
    context.variables.set(declared.name, plan);
    const source = sourceOf(declared);
    if (context.problems.length === told && !isConditional(declared))
      lowered.set(declared, { giver, clauses, scales, source, sourceKind: context.merged.named.get(source)?.kind ?? null, origins, plan });
  }
  leaveOutDependents(context);
  checkCycles(context);
}

/** A number computed from what was not asked, or a category that bins it, was not asked either. */
function leaveOutDependents(context: Context): void {
  if (context.absences.size === 0) return;
  for (let before = -1; before !== context.absences.size; ) {
    before = context.absences.size;
    for (const [name, plan] of [...context.variables]) {
      const absence = usedNames(plan)
        .filter((used) => used !== name)
        .map((used) => context.absences.get(used))
        .find((one): one is Absence => one !== undefined);
      if (absence === undefined) continue;
      context.variables.delete(name);
      leaveOut(context, context.merged.named.get(name)!, absence);
    }
  }
}

/** `scales` takes the scales that it read. */
function lowerIndicator(
  context: Context,
  declared: Declared,
  giver: Declared | null,
  failedGivers: Set<Declared>,
  scales: ScalePlan[],
  read: Reading['read'],
): IndicatorPlan | null {
  const from = askedClause(declared, 'from');
  const own = clauseOf(declared, 'on');
  const ownScale = own === null ? null : readOn(context, own, declared.name);
  if (ownScale?.failed === true) return null;
  let given: ReturnType<typeof readOn> | null = null;
  if (giver !== null && (ownScale === null || ownScale.range !== null || ownScale.unread === true)) {
    // A scale that the dimension fails to name is reported once, at the dimension.
    if (failedGivers.has(giver)) return null;
    const before = context.problems.length;
    given = readOn(context, clauseOf(giver, 'on')!, giver.name);
    if (given.failed) {
      failedGivers.add(giver);
      if (context.problems.length > before + 1) context.problems.length = before + 1;
      return null;
    }
  }
  const anonymous = ({ low, high }: { low: number; high: number }): ScalePlan => ({
    name: null,
    low,
    high,
    lowLabel: [],
    highLabel: [],
    points: [],
  });
  const target = given === null ? null : (given.scale ?? (given.range === null ? null : anonymous(given.range)));
  const mapped = declared.asking === null ? null : (declared.asking.clauses.get('on') ?? null);
  const mappedScale = mapped === null ? null : readOn(context, mapped, declared.name);
  if (mappedScale?.failed === true) return null;
  for (const read of [ownScale, given, mappedScale]) if (read?.scale != null) scales.push(read.scale);
  const mappedRange = mappedScale?.range ?? mappedScale?.scale ?? null;
  const scale =
    ownScale?.scale ??
    target ??
    (ownScale?.range != null ? anonymous(ownScale.range) : mappedRange === null ? null : anonymous(mappedRange));
  const asked = declared.asking !== null ? mappedRange : target === null ? null : (ownScale?.range ?? null);
  const askedOn =
    asked !== null && scale !== null && (asked.low !== scale.low || asked.high !== scale.high)
      ? { low: asked.low, high: asked.high, ...(mappedScale?.scale != null ? { scale: mappedScale.scale } : {}) }
      : null;
  const reversed = askedClause(declared, 'reversed');
  if (reversed !== null && scale === null) {
    if ([ownScale, given, mappedScale].some((read) => read?.unread === true)) return null;
    context.problems.push(
      raise(noScale, { name: declared.name, number: false }, { place: placeOf(reversed.file, reversed.node.wordSpan) }),
    );
    return null;
  }
  return {
    kind: 'indicator',
    name: declared.name,
    label: declaredLabel(declared),
    ...sourceColumn(from, declared.name),
    scale,
    askedOn,
    reversed: reversed !== null,
    ...read(askedClause(declared, 'missing'), true),
  };
}

function lowerCategory(
  context: Context,
  declared: Declared,
  mark: (path: string, place: Place) => void,
  read: Reading['read'],
): CategoryPlan | null {
  const { asking } = declared;
  const from = askedClause(declared, 'from');
  const { column: source, either } = sourceColumn(from, declared.name);
  const sourceKind = source === declared.name ? null : (context.merged.named.get(source)?.kind ?? null);
  const levels: LevelPlan[] = [];
  if (declared.items.size === 0 || asking?.items === null || asking?.items.size === 0) {
    if (!declared.broken && asking?.broken !== true)
      context.problems.push(raise(noCodes, { name: declared.name, category: null }, { place: asking?.place ?? declared.place }));
    return null;
  }
  let complete = asking === null || checkMappedLevels(context, declared, asking.items);
  const coders: (Located<ItemNode> | null)[] = [];
  for (const [name, own] of declared.items) {
    const coder = asking === null ? own : (asking.items.get(name) ?? null);
    const label = labelOf(coder?.node.subject.label ?? own.node.subject.label);
    mark(`${declared.name}/level/${name}`, coder === null ? asking!.place : placeOf(coder.file, coder.node.subject.span));
    if (coder === null) {
      levels.push({ name, label, codes: [] });
      coders.push(null);
      continue;
    }
    const codes = readCodes(context, coder, name, declared.name);
    if (codes === null) {
      complete = false;
      continue;
    }
    levels.push({ name, label, codes });
    coders.push(coder);
  }
  complete = checkOverlaps(context, declared.name, levels, coders) && complete;
  const reference = clauseOf(declared, 'reference');
  const names = [...declared.items.keys()];
  let referenceName = names[0]!;
  if (reference !== null) {
    const asked = columnName(reference.node);
    if (asked !== null && !names.includes(asked)) {
      const address = addressesOf(reference.node)[0];
      context.problems.push(
        raise(
          unknownReference,
          { level: asked, category: declared.name, levels: names, nearest: nearest(asked, names) },
          mended(placeOf(reference.file, address?.span ?? valueSpan(reference.node)), nearest(asked, names)),
        ),
      );
      return null;
    }
    referenceName = asked ?? referenceName;
  }
  if (!complete) return null;
  const variable = sourceKind !== null && NUMERIC.includes(sourceKind) ? source : null;
  const chosen = readOptions(context, declared, categoryOptions);
  if (chosen === null || !fitsQuantiles(context, declared, levels, coders, chosen.quantiles)) return null;
  const population = readPopulation(context, declared, names, chosen.population);
  return {
    kind: 'category',
    name: declared.name,
    label: declaredLabel(declared),
    column: variable === null ? source : null,
    ...(either === undefined ? {} : { either }),
    variable,
    ...read(askedClause(declared, 'missing'), variable === null),
    ...(chosen.quantiles.kind === 'none' ? {} : { quantiles: chosen.quantiles.count }),
    levels,
    ...(population === null ? {} : { population }),
    reference: referenceName,
  };
}

/** With `quantiles k` the codes are the groups 1 to k. */
function fitsQuantiles(
  context: Context,
  declared: Declared,
  levels: readonly LevelPlan[],
  coders: readonly (Located<ItemNode> | null)[],
  quantiles: ChosenOf<typeof categoryOptions>['quantiles'],
): boolean {
  if (quantiles.kind === 'none' || declared.asking !== null) return true;
  let fine = true;
  for (const [index, level] of levels.entries())
    for (const [at, code] of level.codes.entries()) {
      const ends = code.kind === 'number' ? [code.value] : code.kind === 'range' ? [code.low?.value ?? 1, code.high?.value ?? 1] : [0];
      if (ends.every((end) => Number.isInteger(end) && end >= 1 && end <= quantiles.count)) continue;
      const coder = coders[index];
      const node = coder?.node.codes?.[at];
      context.problems.push(
        raise(
          impossibleNumber,
          {
            found: codeText(code),
            expected: { is: 'whole within', low: 1, high: quantiles.count },
            what: { is: 'value of', of: level.name },
          },
          coder == null || node === undefined ? { place: declared.place } : { place: placeOf(coder.file, node.span) },
        ),
      );
      fine = false;
    }
  return fine;
}

/** Levels that a map line codes must be the category's; those that it leaves without a code have nobody in them. */
function checkMappedLevels(context: Context, declared: Declared, mapped: ReadonlyMap<string, Located<ItemNode>>): boolean {
  let complete = true;
  const names = [...declared.items.keys()];
  for (const [name, { node, file }] of mapped) {
    if (declared.items.has(name)) continue;
    context.problems.push(
      raise(
        unknownLevel,
        { level: name, category: declared.name, levels: names, nearest: nearest(name, names) },
        mended(placeOf(file, node.subject.address?.span ?? node.subject.span), nearest(name, names)),
      ),
    );
    complete = false;
  }
  // What seems missing may stand in what could not be read.
  if (declared.asking!.broken) return false;
  const silent = names.filter((name) => !mapped.has(name));
  const stated = clauseOf(declared, 'reference');
  const reference = (stated === null ? null : columnName(stated.node)) ?? names[0]!;
  // With a misspelt level, the silent one is most likely what was meant: told once.
  if (complete && silent.length > 0)
    context.problems.push(
      raise(
        levelWithoutCode,
        { category: declared.name, levels: silent, reference: silent.includes(reference) ? reference : null },
        { place: declared.asking!.place },
      ),
    );
  return complete;
}
