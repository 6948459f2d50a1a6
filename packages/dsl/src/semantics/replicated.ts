// What a replicating study leaves unsaid of its original: questions that it does not map, and constants that another survey's answers gave.
// What its map says is map.ts; what it drops is absences.ts.
import { inheritedWeights, raise, type Place } from '@studyspec/core';
import { clauseOf } from './clauses.ts';
import type { Context } from './context.ts';
import { placeOf } from './declared.ts';
import { shortName } from './merge.ts';
import { labelOfClause, type SourceFile } from './project.ts';

/**
 * A question that the map does not mention is read as the original reads it. What the data then say of it (no such column, answers that do
 * not fit) is a matter of this study's map, and is mended there: the original is right as it stands.
 */
export function placeUnmapped(context: Context, chain: readonly SourceFile[]): void {
  const place = mapPlace(chain);
  if (place === null) return;
  for (const { name } of context.variables.values()) {
    const declared = context.merged.named.get(name);
    if (declared === undefined || declared.asking !== null || declared.place.file === place.file || declared.formula !== null) continue;
    if ([...declared.clauses.values()].some((clause) => clause.file === place.file)) continue;
    context.origins.set(name, place);
    context.origins.set(`${name}/from`, place);
  }
}

/** Estimated constants do not travel without a word: the study that uses them says so itself. */
export function reportInheritedWeights(context: Context, chain: readonly SourceFile[]): void {
  const own = chain.at(-1);
  if (chain.length < 2 || own?.header == null) return;
  const replicates = own.header.clauses.find((clause) => clause.word === 'replicates');
  for (const job of context.indices.values()) {
    const declared = context.merged.named.get(job.name);
    const clause = declared === undefined ? null : clauseOf(declared, 'weight');
    if (declared === undefined || clause === null || job.weight.kind !== 'given' || clause.file === own.path) continue;
    const weights = job.weight.weights.map(([name, weight]) => ({ name: shortName(name, job.name), weight }));
    const original = replicates === undefined ? clause.file : (labelOfClause(replicates)?.text ?? clause.file);
    context.problems.push(
      raise(
        inheritedWeights,
        { index: job.name, weights, original },
        {
          place: placeOf(own.path, replicates?.span ?? own.header.kindSpan),
          related: [{ says: { is: 'given' }, place: placeOf(clause.file, clause.node.span) }],
        },
      ),
    );
  }
}

/** Where this study says how it asked: its map, or else where it names its original. Null where it replicates nothing. */
function mapPlace(chain: readonly SourceFile[]): Place | null {
  const own = chain.at(-1);
  if (chain.length < 2 || own === undefined) return null;
  const map = own.tree.declarations.find((one) => one.kind === 'map');
  if (map !== undefined) return placeOf(own.path, map.kindSpan);
  const replicates = own.header?.clauses.find((clause) => clause.word === 'replicates');
  return own.header === null || own.header === undefined ? null : placeOf(own.path, replicates?.span ?? own.header.kindSpan);
}
