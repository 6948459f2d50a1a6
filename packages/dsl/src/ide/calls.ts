// Which study replicates which: the call hierarchy of `replicates`.
import { labelOfClause } from '../semantics/project.ts';
import { joinPath } from '../semantics/paths.ts';
import type { DeclarationNode } from '../syntax/ast.ts';
import type { Snapshot, SourceFile, StudyFiles } from './snapshot.ts';
import { clauseNamed } from './tree.ts';
import type { Place, StudyCall } from './types.ts';

type Sources = ReadonlyMap<string, SourceFile>;

function headerOf(source: SourceFile | undefined): DeclarationNode | null {
  return source?.parsed.file.declarations.find((node) => node.kind === 'study' || node.kind === 'framework') ?? null;
}

function describe(path: string, sources: Sources, places: readonly Place[]): StudyCall | null {
  const header = headerOf(sources.get(path));
  if (header === null) return null;
  return { path, title: header.label?.texts[0]?.text ?? path, place: { file: path, span: header.label?.span ?? header.kindSpan }, places };
}

/** Where `path` says what it replicates. */
function linkOf(path: string, sources: Sources): { readonly target: string; readonly place: Place } | null {
  const header = headerOf(sources.get(path));
  const clause = header === null ? undefined : clauseNamed(header, 'replicates');
  const label = clause === undefined ? null : labelOfClause(clause);
  return label === null ? null : { target: joinPath(path, label.text), place: { file: path, span: label.span } };
}

/** The study of the file, whatever the offset: the hierarchy is one of files. */
export function studyAt(s: Snapshot): StudyCall | null {
  return describe(s.file.path, s.sources, []);
}

export function replicatedBy(studies: readonly StudyFiles[], sources: Sources, path: string): StudyCall[] {
  return [...new Set(studies.map((study) => study.entry))].flatMap((entry) => {
    const link = linkOf(entry, sources);
    const call = link?.target === path ? describe(entry, sources, [link.place]) : null;
    return call === null ? [] : [call];
  });
}

export function replicates(sources: Sources, path: string): StudyCall[] {
  const link = linkOf(path, sources);
  const call = link === null ? null : describe(link.target, sources, [link.place]);
  return call === null ? [] : [call];
}
