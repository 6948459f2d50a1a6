// What an empty file can become: a study, a replication of one that is there, an example. For completion, code actions and the lens above
// it.
import { standardFrameworks } from '../stdlib/frameworks.ts';
import { firstText, isEmpty } from './outline.ts';
import { inSnippet } from './snippets.ts';
import type { Snapshot } from './snapshot.ts';
import { wordsOf } from './words.ts';

export interface Beginning {
  readonly title: string;
  readonly detail: string /** In snippet form. */;
  readonly snippet: string;
}

/** So many studies of the workspace are named; a folder may hold hundreds. */
const MOST = 8;

export function beginningsOf(s: Snapshot): Beginning[] {
  if (!isEmpty(s.file)) return [];
  const { begin, written } = wordsOf(s);
  const others = s.studies.flatMap((one) => {
    const header = one.compiled.context?.merged.header;
    const path = relativePath(s.file.path, one.entry);
    if (one.entry === s.file.path || header == null || header.file !== one.entry || path.includes('"')) return [];
    return [replication(s, firstText(header.node.label), path)];
  });
  return [
    {
      title: begin.study,
      detail: begin.studyDetail,
      snippet:
        `study "\${1:${inSnippet(written.title)}}"\n\n` + 'data "${2:answers.csv}" {\n  id      ${3:id}\n  missing ${4:blank}\n}\n\n$0',
    },
    ...others.slice(0, MOST),
    ...[...standardFrameworks.keys()].map((name) => replication(s, '', name)),
    { title: begin.example, detail: begin.exampleDetail, snippet: inSnippet(begin.exampleText) },
  ];
}

function replication(s: Snapshot, title: string, path: string): Beginning {
  const { begin, written } = wordsOf(s);
  const again = title === '' ? written.title : written.again(title.replaceAll(/["“”]/gu, '’'));
  return {
    title: begin.replication(path),
    detail: title,
    snippet: `study "\${1:${inSnippet(again)}}" replicates "${inSnippet(path)}"\n\ndata "\${2:answers.csv}" {\n  id \${3:id}\n}\n\n$0`,
  };
}

/** A snippet as it stands when nothing is filled in. */
export function plainSnippet(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, '$1')
    .replaceAll(/\$\d/gu, '')
    .replaceAll(/\\([\\$}])/gu, '$1');
}

/** A path as the file at another one writes it. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  return common === 0 && to.startsWith('/') && !from.startsWith('/')
    ? to
    : [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}
