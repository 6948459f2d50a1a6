// Which study replicates which: the call hierarchy of `replicates`.
import { labelOfClause } from '../semantics/project.ts';
import type { DeclarationNode } from '../syntax/ast.ts';
import type { Snapshot, StudyFiles } from './snapshot.ts';
import { clauseNamed } from './tree.ts';
import type { Place, StudyCall } from './types.ts';

const isHeader = (node: DeclarationNode): boolean => node.kind === 'study' || node.kind === 'framework';

function headerOf(study: StudyFiles | undefined): DeclarationNode | null {
  const header = study?.compiled.context?.merged.header ?? null;
  return header === null || header.file !== study?.entry ? null : header.node;
}

function call(path: string, header: DeclarationNode | null, places: readonly Place[]): StudyCall {
  return {
    path,
    title: header?.label?.texts[0]?.text ?? path,
    place: { file: path, span: header?.label?.span ?? header?.kindSpan ?? { start: 0, end: 0 } },
    places,
  };
}

/** Where a study says what it replicates. */
function statedAt(path: string, header: DeclarationNode | null): Place[] {
  const clause = header === null ? undefined : clauseNamed(header, 'replicates');
  const label = clause === undefined ? null : labelOfClause(clause);
  return label === null ? [] : [{ file: path, span: label.span }];
}

/** The study of the file, wherever the caret stands: the hierarchy is one of files. Null without a header. */
export function studyAt(s: Snapshot, _offset = 0): StudyCall | null {
  const header = s.file.parsed.file.declarations.find(isHeader);
  return header === undefined ? null : call(s.file.path, header, []);
}

/** The studies that replicate the one at a path. */
export function replicatedBy(studies: readonly StudyFiles[], path: string): StudyCall[] {
  const entries = new Map(studies.filter((study) => study.chain.at(-2) === path).map((study) => [study.entry, study]));
  return [...entries].map(([entry, study]) => call(entry, headerOf(study), statedAt(entry, headerOf(study))));
}

/** The study that the one at a path replicates; none, or one. */
export function replicates(studies: readonly StudyFiles[], path: string): StudyCall[] {
  const own = studies.find((study) => study.entry === path);
  const original = own?.chain.at(-2);
  if (original === undefined) return [];
  return [call(original, headerOf(studies.find((study) => study.entry === original)), statedAt(path, headerOf(own)))];
}
