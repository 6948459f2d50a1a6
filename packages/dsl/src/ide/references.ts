// Where a word is declared and where it is used, in every file that shares the declaration.
import { byCodeUnits, formatName, type Span } from '@studyspec/core';
import { kinds, clauses } from '../syntax/vocabulary.ts';
import { memberAt } from './compared.ts';
import { isStandard, namesOf, namesOfSnapshot, type Declaration, type Names } from './names.ts';
import type { Snapshot, SourceFile, StudyFiles } from './snapshot.ts';
import { clauseNamed } from './tree.ts';
import type { Edit, Place, Rename } from './types.ts';
import { sameSense, useAt, usesOf, type Sense, type Use } from './uses.ts';
import { wordsOf } from './words.ts';

interface Found {
  readonly use: Use;
  readonly names: Names;
  readonly sense: Sense;
}

/** What the word at the offset means, when it is one that can be declared. */
function senseAt(s: Snapshot, offset: number): Found | null {
  const names = namesOfSnapshot(s);
  const use = useAt(usesOf(s.file, names), offset);
  return use === null ? null : { use, names, sense: use.sense };
}

function declarationOf(names: Names, sense: Sense): Declaration | null {
  if (sense.kind === 'declaration') return names.named.get(sense.name) ?? null;
  if (sense.kind === 'scale') return names.scales.get(sense.name) ?? null;
  if (sense.kind === 'level') return names.named.get(sense.category) ?? null;
  return null;
}

/** Declaring places, the file's own refinement first, then from the latest back to the first original. */
function sitesOf(names: Names, sense: Sense): readonly { readonly file: string; readonly span: Span }[] {
  const declaration = declarationOf(names, sense);
  return (sense.kind === 'level' ? declaration?.levels.get(sense.level) : declaration?.sites) ?? [];
}

export function definitionAt(s: Snapshot, offset: number): Place[] {
  const member = memberAt(s, offset);
  if (member !== null) return member.compiled === null ? [] : [{ file: member.path, span: { start: 0, end: 0 } }];
  const found = senseAt(s, offset);
  if (found === null) return [];
  const sense: Sense = found.sense.kind === 'quantity' ? (ownerOf(found) ?? found.sense) : found.sense;
  return [...sitesOf(found.names, sense)]
    .reverse()
    .filter(({ file }) => !isStandard(file))
    .map(({ file, span }) => ({ file, span }));
}

/** A quantity leads to the declaration it is a number of. */
function ownerOf({ sense }: Found): Sense | null {
  const name = sense.kind === 'quantity' ? sense.address.path[0]?.text : undefined;
  return name === undefined ? null : { kind: 'declaration', name };
}

interface Shared {
  readonly source: SourceFile;
  readonly names: Names;
}

/** Every file in which the sense means the same thing: those of all studies that build on the file which first declares it. */
function sharedFiles(s: Snapshot, names: Names, sense: Sense): Shared[] {
  const root = sitesOf(names, sense)[0]?.file;
  const files = new Map<string, Shared>();
  const take = (study: StudyFiles): void => {
    const known = namesOf(study, s.sources);
    for (const source of known.sources) {
      // A file is read with its own study's names; one that states none, with those of a study that includes it.
      if (!files.has(source.path) || study.entry === source.path) files.set(source.path, { source, names: known });
    }
  };
  files.set(s.file.path, { source: s.file, names });
  for (const study of [s.study, ...s.studies])
    if (study.entry === s.study.entry || (root !== undefined && study.chain.includes(root))) take(study);
  files.set(s.file.path, { source: s.file, names });
  return [...files.values()].filter(({ source }) => !isStandard(source.path));
}

function occurrences(s: Snapshot, found: Found): { readonly source: SourceFile; readonly names: Names; readonly use: Use }[] {
  const shared =
    found.sense.kind === 'column' || found.sense.kind === 'function'
      ? [{ source: s.file, names: found.names }]
      : sharedFiles(s, found.names, found.sense);
  return shared.flatMap(({ source, names }) =>
    usesOf(source, names)
      .filter((use) => sameSense(use.sense, found.sense))
      .map((use) => ({ source, names, use })),
  );
}

export function referencesAt(s: Snapshot, offset: number, withDeclaration = true): Place[] {
  const found = senseAt(s, offset);
  if (found === null || found.sense.kind === 'quantity' || found.sense.kind === 'placeholder') return [];
  return occurrences(s, found)
    .filter(({ use }) => withDeclaration || !use.declares)
    .map(({ source, use }) => ({ file: source.path, span: use.span }));
}

export function highlightsAt(s: Snapshot, offset: number): { readonly span: Span; readonly write: boolean }[] {
  const found = senseAt(s, offset);
  if (found === null || found.sense.kind === 'quantity' || found.sense.kind === 'placeholder') return [];
  return usesOf(s.file, found.names)
    .filter((use) => sameSense(use.sense, found.sense))
    .map((use) => ({ span: use.span, write: use.declares }));
}

const renamable = new Set<Sense['kind']>(['declaration', 'scale', 'level']);

export function prepareRenameAt(s: Snapshot, offset: number): { readonly span: Span; readonly name: string } | null {
  const found = senseAt(s, offset);
  if (found === null || !renamable.has(found.sense.kind) || sitesOf(found.names, found.sense).length === 0) return null;
  return { span: found.use.span, name: found.use.text };
}

export function renameAt(s: Snapshot, offset: number, newName: string): Rename {
  const { renaming } = wordsOf(s);
  const found = senseAt(s, offset);
  if (found === null || !renamable.has(found.sense.kind)) return { refused: renaming.onlyDeclared };
  if (sitesOf(found.names, found.sense).length === 0) return { refused: renaming.notDeclared(found.use.text) };
  const standard = sitesOf(found.names, found.sense).find(({ file }) => isStandard(file));
  if (standard !== undefined) return { refused: renaming.standard(found.use.text, standard.file) };
  const name = newName
    .trim()
    .replace(/^`(.*)`$/u, '$1')
    .normalize('NFC');
  const refused = refusal(s, found, name);
  if (refused !== null) return { refused };
  if (name === found.use.text) return [];
  const edits: Edit[] = [];
  for (const { source, use } of occurrences(s, found)) edits.push({ file: source.path, span: use.span, text: written(name) });
  edits.push(...keepsColumn(s, found));
  return edits.sort((a, b) => byCodeUnits(a.file, b.file) || a.span.start - b.span.start);
}

const words = new Set<string>([
  ...Object.keys(kinds),
  ...Object.values(clauses).map((clause) => clause.parts[0] ?? ''),
  'then',
  'is',
  'not',
  'and',
  'or',
  'ns',
  'row',
  'column',
  'each',
  'all',
  'intercept',
  'blank',
  'sample',
]);

/** In backquotes where it is no plain identifier, or a word that the grammar might take for its own. */
function written(name: string): string {
  return words.has(name) ? `\`${name}\`` : formatName(name).includes('`') || !name.includes('.') ? formatName(name) : `\`${name}\``;
}

function refusal(s: Snapshot, found: Found, name: string): string | null {
  const words = wordsOf(s);
  const { renaming } = words;
  if (name === '') return renaming.empty;
  if (/[`\r\n\u2028\u2029]/u.test(name)) return renaming.signs;
  if (name.includes('.')) return renaming.dot;
  if (name === found.use.text) return null;
  const { sense } = found;
  for (const { names } of sharedFiles(s, found.names, sense)) {
    const clash = sense.kind === 'scale' ? names.scales.get(name) : sense.kind === 'declaration' ? names.named.get(name) : undefined;
    if (clash !== undefined)
      return renaming.taken(
        name,
        words.kind(clash.kind),
        clash.sites[0] === undefined || clash.sites[0].file === s.file.path ? null : clash.sites[0].file,
      );
    if (sense.kind === 'level' && names.named.get(sense.category)?.levels.has(name) === true)
      return renaming.levelTaken(sense.category, name);
  }
  return null;
}

/** What was read from the column of its own name is read from there still: where it is declared, and on the map lines of replications. */
function keepsColumn(s: Snapshot, { names, sense }: Found): Edit[] {
  const declaration = sense.kind === 'declaration' ? names.named.get(sense.name) : undefined;
  const first = declaration?.sites[0];
  if (declaration === undefined || first === undefined || !['indicator', 'category', 'number'].includes(declaration.kind)) return [];
  const from = ` from ${columnText(declaration.name)}`;
  const edits: Edit[] = [];
  const settled = declaration.sites.some(
    ({ node }) => node.formula !== null || ['from', 'absent', 'like'].some((word) => clauseNamed(node, word) !== undefined),
  );
  if (!settled) edits.push({ file: first.file, span: behind(first.node.label?.span.end ?? first.span.end), text: from });
  for (const { source } of sharedFiles(s, names, sense)) {
    for (const map of source.parsed.file.declarations) {
      if (map.kind !== 'map') continue;
      for (const line of map.body ?? []) {
        if (line.type !== 'item' || line.subject.address?.path[0]?.text !== declaration.name) continue;
        if (!line.clauses.some((clause) => clause.word === 'from' || clause.word === 'absent'))
          edits.push({ file: source.path, span: behind(line.subject.address.span.end), text: from });
      }
    }
  }
  return edits;
}

const behind = (at: number): Span => ({ start: at, end: at });

/** A column as a clause names it. No word is reserved where a value is wanted. */
export function columnText(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `"${name}"`;
}
