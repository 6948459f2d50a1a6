// Measurement models.
import { byStandsAlone, measurementOptions, notUnderstood, raise, unknownName, nearest, type MeasurementJob } from '@studyspec/core';
import type { AtomNode } from '../syntax/ast.ts';
import { leaveOut, loserOf } from './absences.ts';
import { alternativesOf, atomText, clauseOf, declaredLabel, labelOf } from './clauses.ts';
import { findAll, type Context } from './context.ts';
import { mended, placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf } from './lower-models.ts';
import { shortName } from './merge.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

type Factors = MeasurementJob['factors'];
type Freed = Pick<MeasurementJob, 'cross' | 'residuals'>;

export function lowerMeasurement(context: Context, declared: Declared): MeasurementJob | null {
  const of = listOf(context, declared, 'of', 'members');
  const listed =
    of === null ? null : findAll(context, of.terms, of.file, ['dimension'], { is: 'factors', of: declared.name }, loserOf(declared));
  if (listed !== null) reportRepeats(context, listed.found, [], { is: 'measurement', of: declared.name });
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, measurementOptions);
  const by = lowerBy(context, declared);
  if (listed?.complete === true && listed.found.length === 0 && listed.absent.length > 0)
    return leaveOut(context, declared, listed.absent[0]!);
  if (listed === null || !listed.complete) return null;
  const factors = listed.found.map(({ name }) => ({
    name,
    items: (context.groups.get(name)?.members ?? []).filter((member) => context.variables.get(member)?.kind === 'indicator'),
  }));
  const freed = lowerFree(context, declared, factors);
  const second = lowerSecond(context, declared, factors);
  if (where === undefined || chosen === null || by === undefined || freed === null || second === null) return null;
  const job: MeasurementJob = {
    kind: 'measurement',
    name: declared.name,
    label: declaredLabel(declared),
    factors,
    ...freed,
    second,
    by,
    where,
    estimator: chosen.estimator,
    missing: chosen.missing,
    defaults: defaultsOfOptions(declared, measurementOptions),
  };
  const missing = clauseOf(declared, 'missing');
  if (missing !== null && job.estimator.kind === 'wlsmv' && job.missing.kind === 'fiml') {
    context.problems.push(
      raise(
        notUnderstood,
        { found: 'fiml', what: { is: 'listwise with wlsmv' }, example: 'missing listwise' },
        { place: placeOf(missing.file, missing.node.span) },
      ),
    );
    return null;
  }
  return standsAlone(context, declared, job) ? job : null;
}

/** Undefined where something is wrong with it (reported). */
function lowerBy(context: Context, declared: Declared): string | null | undefined {
  const clause = clauseOf(declared, 'by');
  if (clause === null) return null;
  if (clause.node.shape !== 'terms') return undefined;
  const { terms } = clause.node;
  const groups = findAll(context, terms, clause.file, ['category'], { is: 'groups', of: declared.name }, loserOf(declared));
  if (!groups.complete) return undefined;
  const [first, second] = groups.found;
  if (second !== undefined) {
    context.problems.push(
      raise(notUnderstood, { found: second.name, what: { is: 'one category' }, example: `by ${first!.name}` }, { place: second.place }),
    );
    return undefined;
  }
  return first?.name ?? null;
}

/** Invariance is tested of plain models. */
function standsAlone(context: Context, declared: Declared, job: MeasurementJob): boolean {
  const clause = clauseOf(declared, 'by');
  if (job.by === null || clause === null) return true;
  const other =
    job.second.length > 0
      ? 'factor'
      : job.cross.length + job.residuals.length > 0
        ? 'free'
        : job.estimator.kind !== 'ml'
          ? `estimator ${job.estimator.kind}`
          : job.missing.kind !== 'listwise'
            ? `missing ${job.missing.kind}`
            : null;
  if (other === null) return true;
  context.problems.push(
    raise(byStandsAlone, { name: declared.name, category: job.by, other }, { place: placeOf(clause.file, clause.node.span) }),
  );
  return false;
}

/** `item on factor`, `item with item`. */
function lowerFree(context: Context, declared: Declared, factors: Factors): Freed | null {
  const clause = clauseOf(declared, 'free');
  if (clause === null) return { cross: [], residuals: [] };
  const items = factors.flatMap((factor) => factor.items);
  const cross: MeasurementJob['cross'][number][] = [];
  const residuals: MeasurementJob['residuals'][number][] = [];
  const before = context.problems.length;
  /** The name, if it is one of these. */
  const named = (atom: AtomNode, known: readonly string[], is: 'factor of' | 'item'): string | null => {
    const text = atomText(atom);
    if (known.includes(text)) return text;
    const near = nearest(text, known);
    if (!context.merged.broken.has(text))
      context.problems.push(
        raise(
          unknownName,
          { name: text, role: { is, of: declared.name }, nearest: near, known },
          mended(placeOf(clause.file, atom.span), near),
        ),
      );
    return null;
  };
  for (const atoms of alternativesOf(clause.node)) {
    const [first, word, second, more] = atoms;
    const sign = word === undefined ? '' : atomText(word);
    if (first === undefined || second === undefined || more !== undefined || (sign !== 'on' && sign !== 'with')) {
      context.problems.push(
        raise(
          notUnderstood,
          { found: atoms.map(atomText).join(' '), what: { is: 'freed' }, example: 'free a on trust, a with b' },
          {
            place: placeOf(clause.file, first === undefined ? clause.node.span : { start: first.span.start, end: atoms.at(-1)!.span.end }),
          },
        ),
      );
      continue;
    }
    const item = named(first, items, 'item');
    const other =
      sign === 'on'
        ? named(
            second,
            factors.map((factor) => factor.name),
            'factor of',
          )
        : named(second, items, 'item');
    if (item === null || other === null) continue;
    const own = factors.find((factor) => factor.name === other);
    if (own === undefined ? item === other : own.items.includes(item)) {
      context.problems.push(
        raise(
          notUnderstood,
          { found: atoms.map(atomText).join(' '), what: { is: 'freed' }, example: 'free a on trust, a with b' },
          { place: placeOf(clause.file, { start: first.span.start, end: second.span.end }) },
        ),
      );
      continue;
    }
    if (own !== undefined) {
      if (!cross.some((one) => one.item === item && one.factor === other)) cross.push({ item, factor: other });
    } else if (!residuals.some((pair) => pair.includes(item) && pair.includes(other))) residuals.push([item, other]);
  }
  return context.problems.length === before ? { cross, residuals } : null;
}

function lowerSecond(context: Context, declared: Declared, factors: Factors): MeasurementJob['second'] | null {
  const known = factors.map((factor) => factor.name);
  const second: MeasurementJob['second'][number][] = [];
  let complete = true;
  for (const name of declared.members) {
    const factor = context.merged.named.get(name);
    if (factor === undefined) {
      complete = false;
      continue;
    }
    context.origins.set(name, factor.place);
    const of = listOf(context, factor, 'of', 'members');
    if (of === null) {
      complete = false;
      continue;
    }
    const found = findAll(context, of.terms, of.file, ['dimension'], { is: 'factors', of: name }, loserOf(declared));
    const names = found.found.map((one) => one.name);
    for (const one of found.found.filter(({ name: own }) => !known.includes(own))) {
      complete = false;
      context.problems.push(
        raise(unknownName, { name: one.name, role: { is: 'factor of', of: declared.name }, nearest: null, known }, { place: one.place }),
      );
    }
    if (!found.complete) complete = false;
    second.push({ name: shortName(name, declared.name), label: labelOf(factor.label?.node ?? null), factors: names });
  }
  return complete ? second : null;
}
