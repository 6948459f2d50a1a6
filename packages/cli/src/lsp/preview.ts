// The pictures and tables of one declaration, as a piece of HTML for a preview beside the text. What is shown is core's; which declaration, dsl's.
import { previewOf, renderFragment, type Block, type Plan } from '@studyspec/core';
import { previewTargetAt, type Snapshot } from '@studyspec/dsl';
import type { Connection, Position } from 'vscode-languageserver/node';
import { pathOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

export interface PreviewRequest { readonly uri: string; readonly position?: Position; readonly name?: string | null }
export interface Preview { readonly name: string | null; readonly title: string; /** A fragment, no whole page; empty while nothing can be drawn. */ readonly html: string; readonly stale: boolean; readonly version: number }

export function answerPreviews(connection: Connection, workspace: Workspace): void {
  connection.onRequest('studyspec/preview', (params: PreviewRequest): Preview | null => {
    const path = pathOf(params.uri);
    const snapshot = workspace.snapshot(path);
    const document = workspace.documentOf(path);
    if (snapshot === null || document === null) return null;
    const name = params.name !== undefined ? params.name : params.position === undefined ? null : previewTargetAt(snapshot, document.offsetAt(params.position));
    return { ...drawn(snapshot, name), version: document.version };
  });
}

function drawn(snapshot: Snapshot, name: string | null): Omit<Preview, 'version'> {
  const { numbers } = snapshot;
  // While the text is broken, the plan that the last numbers belong to still stands.
  const plan = snapshot.study.compiled.plan ?? numbers?.results.plan ?? null;
  const title = plan === null ? name ?? '' : titleOf(plan, name);
  if (plan === null) return { name, title, html: '', stale: false };
  const blocks: readonly Block[] = previewOf(plan, numbers?.results ?? null, name);
  return { name, title, html: renderFragment(blocks, { language: plan.report.language }), stale: numbers?.stale === true };
}

/** Label of the declaration in the language of its tables; the study's title when it is the study. */
function titleOf(plan: Plan, name: string | null): string {
  const components = plan.jobs.flatMap((job) => (job.kind === 'index' ? job.components : []));
  const declared = [...plan.jobs, ...plan.groups, ...plan.variables, ...plan.hypotheses, ...components].find((one) => one.name === name);
  const label = name === null ? plan.title : declared?.label ?? [];
  return (label.find(({ lang }) => lang === plan.report.language) ?? label[0])?.text ?? name ?? '';
}
