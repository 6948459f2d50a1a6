// What brings a spec of an older version of the language up to the present one: one step a version, each of which rewrites what means
// something else from then on. Text in, text out; files, and the numbers that a run gives, are the command line's.
import type { Plan, Span } from '@studyspec/core';
import type { AddressNode, DeclarationNode, FileNode } from '../syntax/ast.ts';
import { LANGUAGE } from '../syntax/language-version.ts';
import { parse } from '../syntax/parse.ts';

/** `text` in the place of `span`. */
interface Rewriting {
  readonly span: Span;
  readonly text: string;
}

/** An address that is another number from now on; the number that it was is at `now`. */
export interface Renamed {
  readonly address: string;
  readonly now: string;
}

interface Step {
  /** The version that it starts from; it ends at the next. */
  readonly from: number;
  /** `left`: what stands for both meanings at once, and is its author's to tell apart. */
  readonly rewrite: (file: FileNode, plan: Plan) => { readonly edits: readonly Rewriting[]; readonly left: readonly Span[] };
  readonly renamed: (plan: Plan) => readonly Renamed[];
}

const pairwiseIndices = (plan: Plan): ReadonlySet<string> =>
  new Set(plan.jobs.flatMap((job) => (job.kind === 'index' && 'missing' in job && job.missing === 'pairwise' ? [job.name] : [])));

/** By version: every version before the present one has its step. */
const steps: readonly Step[] = [
  {
    // `integration.n` with `missing pairwise` was the smallest number of cases of a pair; it is the number of scores.
    from: 0,
    rewrite: (file, plan) => withNumberOfPairs(file, pairwiseIndices(plan)),
    renamed: (plan) => [...pairwiseIndices(plan)].map((name) => ({ address: `${name}.n`, now: `${name}.n.pairwise` })),
  },
];

export interface Upgraded {
  /** Null where the file states none: it is in the present one. */
  readonly from: number | null;
  readonly to: number;
  readonly text: string;
  /** What was rewritten, by its line, which no step moves. */
  readonly rewritten: readonly { readonly line: number; readonly before: string; readonly after: string }[];
  readonly left: readonly { readonly line: number; readonly text: string }[];
  readonly renamed: readonly Renamed[];
}

/** The version that a file states. */
const versionOf = (file: FileNode): number | null => entryOf(file)?.range?.low.value ?? null;
const entryOf = (file: FileNode): DeclarationNode | undefined => file.declarations.find((one) => one.kind === 'studyspec');

/**
 * A spec in the present language, which it states then. `plan`: of the study as the file has it; null of a file that compares studies,
 * which has no numbers of its own that a step renames. Null for a file of a newer language: nobody knows what it means.
 */
export function upgraded(text: string, plan: Plan | null): Upgraded | null {
  const from = versionOf(parse(text, '').file);
  if (from !== null && from > LANGUAGE) return null;
  const rewritten: Upgraded['rewritten'][number][] = [];
  const left: Upgraded['left'][number][] = [];
  const renamed: Renamed[] = [];
  let now = text;
  for (const step of plan === null ? [] : steps.slice(from ?? LANGUAGE)) {
    const before = now;
    const found = step.rewrite(parse(before, '').file, plan!);
    rewritten.push(
      ...found.edits.map(({ span, text: after }) => ({
        line: lineAt(before, span.start),
        before: before.slice(span.start, span.end),
        after,
      })),
    );
    left.push(...found.left.map(({ start, end }) => ({ line: lineAt(before, start), text: before.slice(start, end) })));
    renamed.push(...step.renamed(plan!));
    now = edited(before, found.edits);
  }
  return { from, to: LANGUAGE, text: stating(now), rewritten, left, renamed };
}

/** With the present version in it: in its entry, or in a line of its own above the first declaration. */
function stating(text: string): string {
  const { file } = parse(text, '');
  const stated = entryOf(file)?.range?.low.span;
  const at = file.declarations[0]?.span.start ?? text.length;
  return edited(text, [
    stated === undefined ? { span: { start: at, end: at }, text: `studyspec ${LANGUAGE}\n` } : { span: stated, text: String(LANGUAGE) },
  ]);
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function edited(text: string, edits: readonly Rewriting[]): string {
  let out = text;
  for (const { span, text: put } of [...edits].sort((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + put + out.slice(span.end);
  return out;
}

const HEADS: ReadonlySet<string> = new Set(['row', 'column']);

/** `integration.n` is `integration.n.pairwise`, wherever an address stands, and in the heads of printed tables. */
function withNumberOfPairs(file: FileNode, indices: ReadonlySet<string>): ReturnType<Step['rewrite']> {
  const edits: Rewriting[] = [];
  const left: Span[] = [];
  const meant = ({ path, args }: AddressNode): boolean =>
    args === null && path.length === 2 && indices.has(path[0]!.text) && path[1]!.text === 'n';
  const rewrite = ({ path, span }: AddressNode): void => {
    edits.push({ span, text: `${path.map(({ text, quoted }) => (quoted ? `\`${text}\`` : text)).join('.')}.pairwise` });
  };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isTable(node)) tableIn(node);
    else if (isAddress(node) && meant(node)) rewrite(node);
    else for (const part of Object.values(node)) visit(part);
  };
  const tableIn = (table: DeclarationNode): void => {
    const template = table.template;
    const columns = table.clauses.flatMap((clause) => (clause.shape === 'columns' ? clause.columns : []));
    for (const { means } of columns) if (means !== null) visit(means);
    if (template === null || template.args !== null || template.path.length !== 2) return visit(template);
    const [of, what] = template.path as [AddressNode['path'][number], AddressNode['path'][number]];
    const heads: Readonly<Record<string, readonly AddressNode[]>> = {
      row: (table.body ?? []).flatMap((entry) => (entry.type === 'item' && entry.subject.address !== null ? [entry.subject.address] : [])),
      column: columns.flatMap(({ name, means }) => (means === null ? [name] : [])),
    };
    const named = (slot: string): readonly AddressNode[] =>
      (heads[slot] ?? []).filter(({ path, args }) => args === null && path.length === 1);
    const headsOf = named(of.text).filter(({ path }) => indices.has(path[0]!.text));
    const headsOfN = named(what.text).filter(({ path }) => path[0]!.text === 'n');
    if (!HEADS.has(of.text)) {
      if (!HEADS.has(what.text)) return visit(template);
      // Heads in a file of its own are not this text's.
      if (!indices.has(of.text)) return;
      for (const head of headsOfN) rewrite(head);
      if (what.text === 'row' && fromFile(table)) left.push(template.span);
    } else if (what.text === 'n' && heads[of.text]!.length > 0 && headsOf.length === heads[of.text]!.length) rewrite(template);
    else if (what.text === 'n' ? headsOf.length > 0 || fromFile(table) : headsOf.length > 0 && (headsOfN.length > 0 || fromFile(table)))
      left.push(template.span);
  };
  visit(file.declarations);
  return { edits, left };
}

const isAddress = (node: object): node is AddressNode => 'kind' in node && node.kind === 'address' && 'path' in node;
const isTable = (node: object): node is DeclarationNode => 'kind' in node && node.kind === 'table' && 'template' in node;
const fromFile = (table: DeclarationNode): boolean => table.clauses.some(({ word }) => word === 'from');
