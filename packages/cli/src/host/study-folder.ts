// Everything that a run writes into a folder, and the manifest that says of what it was made and what it holds: made by `run --out`, made
// again by `verify`. Writing is out-folder.ts'.
import { resolve } from 'node:path';
import {
  csvOf,
  figuresIn,
  labelText,
  renderers,
  renderHtml,
  renderText,
  respondentsTable,
  writers,
  type Csv,
  type FigureTheme,
} from '@studyspec/core';
import type { Execution, ReportDocument, ReportStyle, StudyResults } from '@studyspec/core';
import { nameFrom, namesBeside } from '../base/names.ts';
import { language, said } from '../base/speech.ts';
import { version } from '../base/version.ts';
import { terminalJson } from '../render/ink.ts';
import { digestOf } from './files.ts';
import type { FolderFile } from './out-folder.ts';
import { paintedDrawings, paintedOf } from './paint.ts';
import { showDoing } from './progress.ts';
import { formed } from './report-output.ts';
import { answeredBy, type Study } from './session.ts';

/** Options of a call that change what is written. */
export interface FolderOptions {
  readonly only: readonly string[] | null;
  readonly details: boolean;
  readonly allProblems: boolean;
  readonly figures: FigureTheme;
  /** Pictures as points too; left out where they are not, and the look of the study's own report. */
  readonly png?: true;
  readonly style?: ReportStyle;
  /** No report.docx; left out where there is one. */
  readonly word?: false;
}

export const folderOptions = (
  only: readonly string[] | undefined,
  {
    details,
    allProblems,
    figures,
    png,
    style,
    word,
  }: {
    readonly details?: boolean;
    readonly allProblems?: boolean;
    readonly figures?: FigureTheme;
    readonly png?: boolean;
    readonly style?: ReportStyle;
    readonly word?: boolean;
  },
): FolderOptions => ({
  only: only ?? null,
  details: details === true,
  allProblems: allProblems === true,
  figures: figures ?? 'light',
  ...(png === true ? { png } : {}),
  ...(style === undefined ? {} : { style }),
  ...(word === false ? { word } : {}),
});

export interface Manifest {
  readonly manifest: 1;
  readonly studyspec: string;
  /** From the folder. */
  readonly study: string;
  readonly language: string;
  readonly seed: number | null;
  readonly options: FolderOptions;
  /** SHA-256 by name, from the folder of the study. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of everything that was written beside this. */
  readonly files: Readonly<Record<string, string>>;
}

export const MANIFEST = 'manifest.json';

export interface StudyFolder {
  readonly files: readonly FolderFile[];
  readonly figures: number;
  readonly guarded: number;
  readonly scores: readonly ({ readonly name: string } & ReturnType<(typeof writers)['csv']['write']>)[];
}

/** What one report is made of. */
export interface ReportParts {
  readonly document: (figures: boolean, room?: number) => ReportDocument;
  /** `report`: one without details that is made anyway. */
  readonly json: (report?: ReportDocument) => string;
  /** Asked for before the scores of all respondents are made. */
  readonly lists: () => unknown;
}

export async function studyFolder(
  study: Study,
  results: Execution,
  { document, json, lists }: ReportParts,
  { figures, png, word, details }: FolderOptions,
): Promise<StudyFolder> {
  const forWord = word === false ? null : wordReport((room) => document(true, room));
  const report = document(true);
  const drawn = pictureFiles(report, figures, png === true);
  const { csv, guarded } = dataProblemsCsv(results);
  const pages = [
    made('report.html', () => renderHtml(report)),
    // A text holds no pictures, and numbers them apart from its tables: with them it is the same.
    made('report.txt', () => renderText(report, { width: 100 })),
    made('results.json', () => terminalJson(json(details ? undefined : report))),
  ];
  // What a part of the report brought up is told; the scores of all respondents come after.
  lists();
  // A row a respondent would tell every count that is hidden.
  const table = results.plan.report.cells === undefined ? respondentsTable(answeredBy(study, results), language()) : null;
  const scores = (table === null ? [] : Object.entries(writers)).map(([ending, writer]) => {
    const name = `scores.${ending}`;
    showDoing({ is: 'writing', file: name });
    return { name, ...writer.write(table!) };
  });
  const pictures = await drawn;
  return {
    files: [
      ...pictures.files,
      ...pages,
      ...(forWord === null ? [] : [{ name: 'report.docx', content: await forWord }]),
      { name: 'data-problems.csv', content: csv },
      { name: 'CONTENTS.txt', content: contentsOf(study, results) },
      ...scores.map(({ name, bytes }) => ({ name, content: bytes })),
    ],
    figures: pictures.count,
    guarded,
    scores,
  };
}

/** One file of the folder; whoever waits is told of it. */
function made(name: string, content: () => string): FolderFile & { readonly content: string } {
  showDoing({ is: 'writing', file: name });
  return { name, content: content() };
}

/** What the folder holds, and what of it tells of single persons, for whoever hands it on. */
function contentsOf(study: Study, { dataProblems }: StudyResults): string {
  const plan = study.compiled.plan!;
  const id = plan.data?.id ?? null;
  const words = said().contents;
  const { cells } = plan.report;
  const { text = [], cluster } = plan.data ?? {};
  return `${words.folder(oneLine(labelText(plan.title, language())), version)}\n\n${[
    ...(cells === undefined
      ? [words.whole, words.rows(study.frame?.rows ?? 0, dataProblems.length)]
      : [words.wholeHidden(cells), words.rowsHidden(dataProblems.length)]),
    id === null ? words.noIds : plan.report.ids === 'hidden' ? words.idsHidden(id) : words.ids(id),
    words.cells,
    ...(text.length === 0 && cluster === undefined ? [] : [words.names([...text, ...(cluster === undefined ? [] : [cluster])])]),
  ].join('\n')}\n`;
}

/** What is told of the files of a folder: figures are counted. */
export const namesIn = (files: readonly FolderFile[]): readonly string[] =>
  files.map(({ name }) => name).filter((name) => !name.startsWith('figures/'));

/** The report for Word; its pictures are painted while the rest is written. */
export async function wordReport(drawn: (room?: number) => ReportDocument): Promise<Uint8Array> {
  const document = formed('docx', drawn);
  const pictures = await paintedOf(document);
  showDoing({ is: 'writing', file: 'report.docx' });
  return renderers.docx.render(document, { width: 100, pictures }) as Uint8Array;
}

/** Each picture as a drawing, and as points where that is asked for. */
export async function pictureFiles(
  document: ReportDocument,
  theme: FigureTheme,
  png: boolean,
): Promise<{ readonly files: readonly FolderFile[]; readonly count: number }> {
  const drawn = figuresIn(document, theme);
  const painted = png ? await paintedDrawings(drawn.map(({ svg }) => svg)) : null;
  const files = drawn.flatMap(({ name, svg }) => [
    { name: `figures/${name}`, content: svg },
    ...(painted === null ? [] : [{ name: `figures/${name.replace(/svg$/u, 'png')}`, content: painted.get(svg)! }]),
  ]);
  return { files, count: drawn.length };
}

/** Of what the files were made, and what they are: the same bytes for the same call. */
export function manifestOf(study: Study, folder: string, options: FolderOptions, files: readonly FolderFile[]): FolderFile {
  const name = namesBeside(study.entry);
  const sorted = (all: readonly (readonly [string, string])[]): Record<string, string> =>
    Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest: Manifest = {
    manifest: 1,
    studyspec: version,
    study: nameFrom(slashed(resolve(folder)), slashed(resolve(study.entry))),
    language: language(),
    seed: study.compiled.plan?.seed ?? null,
    options,
    inputs: sorted([...study.digests].map(([file, digest]) => [name(file), digest])),
    files: sorted(files.map((file) => [file.name, digestOf(file.content)])),
  };
  return { name: MANIFEST, content: `${JSON.stringify(manifest, null, 2)}\n` };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const slashed = (path: string): string => path.replaceAll('\\', '/');

function dataProblemsCsv(results: StudyResults): Csv {
  return csvOf([
    ['file', 'row', 'id', 'variable', 'column', 'value', 'problem', 'expected', 'kept'],
    ...results.dataProblems.map((one) => [
      one.file,
      one.row,
      one.id,
      one.variable,
      one.column,
      one.value,
      one.kind,
      one.expected,
      one.kept ? 'yes' : 'no',
    ]),
  ]);
}
