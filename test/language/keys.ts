// A tree as a list of keys, so that two trees can be compared by what they hold.
import { parse, type EntryNode } from '@studyspec/dsl';

export interface Key {
  readonly key: string /** Line of the text on which the entry begins, from 0. */;
  readonly line: number;
}

export function keysOf(text: string): { readonly keys: readonly Key[]; readonly problems: ReturnType<typeof parse>['problems'] } {
  const { file, problems } = parse(text, 'x.study');
  const keys: Key[] = [];
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  // Up to the entry's own braces.
  const own = (entry: EntryNode): string => {
    const end = entry.body?.[0]?.span.start ?? entry.span.end;
    return text
      .slice(entry.span.start, end)
      .replace(/\/\/.*/gu, '')
      .replace(/[{｛].*/su, '')
      .replace(/[`"“”＂,。\s{}]/gu, '');
  };
  const visit = (entry: EntryNode, path: string): void => {
    const name =
      entry.type === 'declaration'
        ? `${entry.kind} ${entry.names.map((one) => one.path.map((part) => part.text).join('.')).join(',')}`
        : own(entry);
    const key = `${path} > ${name}`;
    keys.push({ key, line: lineOf(entry.span.start) });
    if (entry.type === 'declaration') for (const clause of entry.clauses) visit(clause, key);
    for (const child of entry.body ?? []) if (child.type !== 'clause') visit(child, key);
  };
  for (const declaration of file.declarations) visit(declaration, '');
  return { keys, problems };
}
