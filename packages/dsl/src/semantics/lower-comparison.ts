// A file that compares studies: which they are, and whether each can be compared, as far as texts tell. How an address of a comparison is
// read is resolve-compared.ts.
import {
  comparedTwice,
  comparisonApart,
  notComparable,
  raise,
  tooFewStudies,
  unreadableFile,
  type Place,
  type PlannedStudy,
  type Plan,
  type Problem,
  type Label,
} from '@studyspec/core';
import type { DeclarationNode, FileNode, ItemNode } from '../syntax/ast.ts';
import { labelOf } from './clauses.ts';
import { giveUp, type Context } from './context.ts';
import { pathText, placeOf, type Declared, type Located } from './declared.ts';
import { joinPath, plainPath } from './paths.ts';

/** What was made of the text of a study that is compared. */
export interface CompiledMember {
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
  readonly needs: readonly string[];
  readonly context: Context | null;
}

export interface ComparedMember extends PlannedStudy {
  /** Beside the file that compares it. */
  readonly path: string;
  /** Of its file's name. */
  readonly place: Place;
  /** Null where its text cannot be read, or not yet. */
  readonly compiled: CompiledMember | null;
}

export interface LoweredComparison {
  readonly name: string;
  readonly label: Label;
  readonly members: readonly ComparedMember[];
  /** Every study can be compared, as far as its text tells. */
  readonly sound: boolean;
}

const HEADERS: readonly string[] = ['study', 'framework'];
const ALLOWED: readonly string[] = ['studyspec', 'comparison', 'quantity', 'hypothesis', 'report'];

export const isComparison = ({ declarations }: FileNode): boolean =>
  declarations.some((one) => one.kind === 'comparison') && !declarations.some((one) => HEADERS.includes(one.kind));

/** What stands in the wrong file: in one that compares studies, what is a study's; in a study, the comparison. Its uses are not told. */
export function checkApart(context: Context, tree: FileNode, file: string): void {
  const comparison = isComparison(tree);
  const first = tree.declarations.find((one) => one.kind === 'comparison');
  const wrong = (one: DeclarationNode): boolean =>
    comparison ? !ALLOWED.includes(one.kind) || (one.kind === 'comparison' && one !== first) : one.kind === 'comparison';
  for (const one of tree.declarations.filter(wrong)) {
    context.problems.push(
      raise(comparisonApart, { kind: one.kind, file: comparison ? 'comparison' : 'study' }, { place: placeOf(file, one.kindSpan) }),
    );
    for (const name of one.names) if (one !== first || !comparison) giveUp(context, pathText(name));
  }
  if (!comparison) return;
  // What is declared inside what does not belong here.
  for (const { name, kind } of context.merged.named.values()) if (!ALLOWED.includes(kind)) giveUp(context, name);
}

/** The study at a path, made of the same texts; `comparison` where it compares studies itself. */
type MemberCompiler = (path: string, text: string) => CompiledMember | 'comparison';

export function lowerComparison(context: Context, compileOf: MemberCompiler): LoweredComparison | null {
  const declared = [...context.merged.named.values()].find((one) => one.kind === 'comparison');
  if (declared === undefined) return null;
  const before = context.problems.length;
  const items = [...declared.items.values()];
  const members = items.flatMap((item) => memberOf(context, declared, item, compileOf) ?? []);
  const known = new Map<string, ComparedMember>();
  for (const member of members) {
    const twin = known.get(member.path);
    if (twin === undefined) known.set(member.path, member);
    else
      context.problems.push(
        raise(
          comparedTwice,
          { name: member.name, other: twin.name, file: member.file },
          { place: member.place, related: [{ says: { is: 'first given' }, place: twin.place }] },
        ),
      );
  }
  // A line that cannot be read may be the one that is missed.
  if (items.length < 2 && !declared.broken)
    context.problems.push(raise(tooFewStudies, { name: declared.name, count: items.length }, { place: declared.place }));
  const waits = members.some(({ compiled }) => compiled === null || compiled.needs.length > 0);
  const sound = context.problems.length === before && !waits && members.length === items.length && !declared.broken;
  if (members.length === 0 || members[0]!.compiled?.plan == null) giveUp(context, declared.name);
  return { name: declared.name, label: labelOf(declared.label?.node ?? null), members, sound };
}

function memberOf(
  context: Context,
  declared: Declared,
  { node, file }: Located<ItemNode>,
  compileOf: MemberCompiler,
): ComparedMember | null {
  if (node.broken || node.subject.address === null) return null;
  const name = pathText(node.subject.address);
  context.origins.set(`${declared.name}/${name}`, placeOf(file, node.span));
  const [code, second] = node.codes ?? [];
  const span = code?.kind === 'text' ? code.span : (code?.span ?? node.span);
  const place = placeOf(file, span);
  if (code?.kind !== 'text' || code.text.trim() === '' || second !== undefined) {
    const why = { is: second === undefined ? ('no file' as const) : ('several files' as const) };
    context.problems.push(
      raise(notComparable, { name, file: '', why }, { place: second === undefined ? place : placeOf(file, second.span) }),
    );
    return null;
  }
  const written = plainPath(code.text, place, context.problems);
  const path = joinPath(file, written);
  const member = { name, label: labelOf(node.subject.label), file: written, path, place };
  const text = context.texts.get(path);
  if (text === undefined) context.needs.add(path);
  if (text === null) context.problems.push(raise(unreadableFile, { file: written, role: { is: 'compared study' } }, { place }));
  if (typeof text !== 'string') return { ...member, compiled: null };
  const compiled = compileOf(path, text);
  if (compiled === 'comparison') {
    context.problems.push(raise(notComparable, { name, file: written, why: { is: 'comparison' } }, { place }));
    return { ...member, compiled: null };
  }
  for (const need of compiled.needs) context.needs.add(need);
  if (compiled.needs.length > 0) return { ...member, compiled };
  const errors = compiled.problems.filter((problem) => problem.severity === 'error');
  const why =
    errors.length > 0
      ? ({ is: 'errors', errors: errors.length } as const)
      : compiled.plan?.data == null
        ? ({ is: 'no data' } as const)
        : null;
  if (why !== null) context.problems.push(raise(notComparable, { name, file: written, why }, { place }));
  if (why?.is === 'errors') for (const error of errors) if (!told(context, error)) context.problems.push(error);
  return { ...member, compiled };
}

/** Two studies may replicate a third that has errors: they are told once. */
function told(context: Context, { code, place, facts }: Problem): boolean {
  const key = JSON.stringify([code, place, facts]);
  return context.problems.some((one) => one.code === code && JSON.stringify([one.code, one.place, one.facts]) === key);
}
