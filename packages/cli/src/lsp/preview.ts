// The picture of one declaration, as a piece of HTML for a preview beside the text; and the same as a table for the clipboard.
import { version } from '../base/version.ts';
import { language as languageHere } from '../base/speech.ts';
import {
  DATA_VIEW,
  editorWords,
  labelText,
  learn,
  previewOf,
  printedTable,
  renderFragment,
  renderHtml,
  reportOf,
  type DataGlance,
  type Plan,
} from '@studyspec/core';
import { previewTargetAt, problemList, type Snapshot } from '@studyspec/dsl';
import { LSPErrorCodes, ResponseError, type Connection, type Position } from 'vscode-languageserver';
import { pathOf } from './uris.ts';
import { standingMessage, type StandingMessage } from './standing.ts';
import type { Workspace } from './workspace.ts';

export interface PreviewRequest {
  readonly uri: string;
  readonly position?: Position;
  readonly name?: string | null /** Pixels that the preview is wide: pictures and tables wrap to it. */;
  readonly width?: number;
}
export interface Preview {
  readonly name: string | null;
  readonly title: string /** What this is one table of: the name of the rest. */;
  readonly whole?: string /** A fragment, no whole page. */;
  readonly html: string;
  readonly stale: boolean;
  readonly version: number /** Why the numbers are not those of the text, when they are not. */;
  readonly standing: StandingMessage;
}

/** Commands that the server carries out: the whole report as one page; data read and everything computed again. */
export const serverCommands = { report: 'studyspec.server.report', recompute: 'studyspec.server.recompute' } as const;

export function answerPreviews(connection: Connection, workspace: Workspace): void {
  const answer = async (params: PreviewRequest | null): Promise<Preview | null> => {
    if (typeof params?.uri !== 'string') return null;
    const path = pathOf(params.uri);
    const snapshot = workspace.snapshot(path);
    const document = workspace.documentOf(path);
    if (snapshot === null || document === null) return null;
    const name =
      params.name !== undefined
        ? params.name
        : params.position === undefined
          ? null
          : previewTargetAt(snapshot, document.offsetAt(params.position));
    return {
      ...(await draw(snapshot, name, params.width, workspace.glance(path))),
      version: document.version,
      standing: standingMessage(workspace, workspace.standing(path)),
    };
  };
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const [uri] = (given ?? []) as readonly unknown[];
    const path = typeof uri === 'string' ? pathOf(uri) : null;
    if (path === null || !workspace.isOpen(path))
      throw new ResponseError(LSPErrorCodes.RequestFailed, editorWords(languageHere()).server.wantsDocument(command));
    if (command === serverCommands.recompute) {
      workspace.recompute(path);
      return null;
    }
    const snapshot = workspace.snapshot(path);
    const numbers = snapshot?.numbers ?? null;
    if (command !== serverCommands.report || numbers === null) return null;
    const language = readBy(numbers.results.plan);
    await learn(language);
    return { html: renderHtml(reportOf(numbers.results, { language, version, problems: problemList(snapshot!) })), stale: numbers.stale };
  });
  connection.onRequest('studyspec/preview', answer);
  // A whole table is what a word processor takes from the clipboard: the same blocks, pictures left out.
  connection.onRequest('studyspec/table', async (params: PreviewRequest | null) => {
    const preview = await answer(params === null ? null : { ...params, width: 0 });
    return preview === null
      ? null
      : { ...preview, html: [...preview.html.matchAll(/<table\b[^>]*>[^]*?<\/table>/gu)].map(([table]) => table).join('\n') };
  });
}

/** An editor in another language than English reads in its own; one in English as the study states. */
const readBy = (plan: Plan): string => (languageHere() === 'en' ? plan.report.language : languageHere());

/** Sizes of letters in tables of a preview that says how wide it is, in pixels. */
const LETTERS = { usual: 12, tight: 11 } as const;

/** The plan of the text as it stands, or while it has none that of the last numbers: the last good picture stays. */
async function draw(
  snapshot: Snapshot,
  name: string | null,
  width: number | undefined,
  glance: DataGlance | null,
): Promise<Omit<Preview, 'version' | 'standing'>> {
  const { numbers } = snapshot;
  const own = snapshot.study.compiled.plan;
  const knows = (plan: Plan | null): boolean => plan !== null && (name === null || labelled(plan).some((one) => one.name === name));
  const plan = own !== null && (knows(own) || numbers === null || !knows(numbers.results.plan)) ? own : (numbers?.results.plan ?? null);
  if (plan === null) return { name, title: name ?? '', html: '', stale: false };
  const language = readBy(plan);
  await learn(language);
  const wide = typeof width === 'number' && width > 0 ? width : null;
  const blocks = previewOf(plan, numbers?.results ?? null, name, {
    language,
    data: glance === null || snapshot.schema === null ? null : { schema: snapshot.schema, glance },
    ...(wide === null ? {} : { room: wide }),
  });
  const alone = name === null ? null : printedTable(plan, name);
  const label = name === null ? plan.title : (labelled(plan).find((one) => one.name === name)?.label ?? []);
  return {
    name,
    title: name === DATA_VIEW ? (plan.data?.file ?? '') : (alone?.table ?? labelText(label, language, name ?? '')),
    ...(alone === null ? {} : { whole: alone.whole }),
    html: renderFragment(blocks, {
      language,
      ...(wide === null ? {} : { page: { usual: wide / LETTERS.usual, tight: wide / LETTERS.tight } }),
    }),
    stale: numbers?.stale === true,
  };
}

function labelled(plan: Plan): readonly { readonly name: string; readonly label: Plan['title'] }[] {
  return [
    ...plan.variables,
    ...plan.groups,
    ...plan.jobs,
    ...plan.hypotheses,
    ...(plan.quantities ?? []),
    ...(plan.robustness ?? []),
    ...plan.jobs.flatMap((job) => (job.kind === 'index' ? job.components : [])),
  ];
}
