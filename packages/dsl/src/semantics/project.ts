// The files of a study: the one that was asked for, those it replicates, and the texts it still needs.
// Reads nothing itself: it is given texts and says which others it wants.
import { raise, type Problem } from '@studyspec/core';
import {
  cyclicDefinition,
  missingHeader,
  nearest,
  nothingYet,
  otherEncoding,
  severalHeaders,
  unknownFramework,
  unreadableFile,
} from '@studyspec/core';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import type { ClauseNode, DeclarationNode, FileNode, LabelText } from '../syntax/ast.ts';
import { mended, placeOf } from './declared.ts';
import { isComparison } from './lower-comparison.ts';
import { joinPath, plainPath } from './paths.ts';
import { checkPhrases } from './phrases.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: FileNode;
  readonly header: DeclarationNode | null;
}

export interface Project {
  /** From the first original to the file asked for. */
  readonly chain: readonly SourceFile[];
  readonly problems: readonly Problem[];
  readonly needs: readonly string[];
}

export type Texts = Pick<ReadonlyMap<string, string | null>, 'get'>;

/** How a text is read: `parse`, or something that remembers and answers the same. */
export type Reader = (text: string, path: string) => Parsed;

export function openProject(entry: string, texts: Texts, read: Reader = parse): Project {
  const chain: SourceFile[] = [];
  const problems: Problem[] = [];
  const needs: string[] = [];
  const seen = new Set<string>();
  let path: string | null = entry;
  while (path !== null) {
    seen.add(path);
    const text: string | null | undefined = standardFrameworks.get(path) ?? texts.get(path);
    if (text === undefined) {
      needs.push(path);
      break;
    }
    if (text === null) break;
    const lost = text.indexOf('\ufffd');
    if (lost >= 0)
      problems.push(
        raise(otherEncoding, { file: path, encoding: null, guessed: false }, { place: placeOf(path, { start: lost, end: lost + 1 }) }),
      );
    const parsed = read(text, path);
    problems.push(...parsed.problems);
    const tree = parsed.file;
    checkPhrases(tree.declarations, path, problems);
    const headers = tree.declarations.filter((declaration) => declaration.kind === 'study' || declaration.kind === 'framework');
    const header = headers[0] ?? null;
    if (header === null && !(path === entry && isComparison(tree)) && parsed.problems.every((problem) => problem.severity !== 'error')) {
      const empty = path === entry && tree.declarations.length === 0 && parsed.problems.length === 0;
      problems.push(
        empty
          ? raise(nothingYet, {}, { place: placeOf(path, { start: 0, end: 0 }) })
          : raise(missingHeader, {}, { place: placeOf(path, firstSpan(tree)) }),
      );
    }
    for (const extra of headers.slice(1))
      problems.push(raise(severalHeaders, { kind: extra.kind }, { place: placeOf(path, extra.kindSpan) }));
    chain.unshift({ path, text, tree, header });
    path = originalOf(header, path, texts, seen, problems, needs);
  }
  return { chain, problems, needs };
}

function originalOf(
  header: DeclarationNode | null,
  path: string,
  texts: Texts,
  seen: ReadonlySet<string>,
  problems: Problem[],
  needs: string[],
): string | null {
  const clause = header?.clauses.find((candidate) => candidate.word === 'replicates');
  const label = clause === undefined ? null : labelOfClause(clause);
  if (clause === undefined || label === null) return null;
  const place = placeOf(path, label.span);
  const standard = label.text.startsWith('std:');
  if (standard && !standardFrameworks.has(label.text)) {
    const known = [...standardFrameworks.keys()];
    problems.push(
      raise(
        unknownFramework,
        { name: label.text, nearest: nearest(label.text, known), known },
        mended(place, nearest(label.text, known), `"${nearest(label.text, known) ?? ''}"`),
      ),
    );
    return null;
  }
  const original = standard ? label.text : joinPath(path, plainPath(label.text, place, problems));
  if (seen.has(original)) {
    problems.push(raise(cyclicDefinition, { chain: [...seen, original], what: 'replicates' }, { place }));
    return null;
  }
  if (standard) return original;
  const text = texts.get(original);
  if (text === undefined) needs.push(original);
  if (text === null) problems.push(raise(unreadableFile, { file: label.text, role: { is: 'original' } }, { place }));
  return text === null ? null : original;
}

/** The text that a clause such as `replicates "a.study"` holds. */
export function labelOfClause(clause: ClauseNode): LabelText | null {
  if (clause.shape !== 'choices') return null;
  for (const choice of clause.choices) {
    for (const atom of choice.atoms) if (atom.kind === 'label') return atom.texts[0] ?? null;
  }
  return null;
}

function firstSpan(tree: FileNode): { start: number; end: number } {
  return tree.declarations[0]?.kindSpan ?? { start: 0, end: 0 };
}
