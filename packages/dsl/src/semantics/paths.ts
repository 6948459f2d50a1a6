// File names as specs write them: '/' between folders, relative to the file that names them. Pure text; no file is touched.
import { backslashPath, raise, type Place, type Problem } from '@studyspec/core';

/**
 * The name with '/' between folders; one that is written with backslashes is told. The place is that of the whole text, quotation marks
 * included.
 */
export function plainPath(name: string, place: Place, problems: Problem[]): string {
  if (!name.includes('\\')) return name;
  const meant = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
  problems.push(
    raise(
      backslashPath,
      { found: name, meant },
      { place, fixes: [{ act: { do: 'write word', text: meant }, edits: [{ ...place, text: `"${meant}"` }] }] },
    ),
  );
  return meant;
}

/** How a file in `from` names another: what `joinPath` takes back. */
export function relativePath(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < own.length && common < other.length - 1 && own[common] === other[common]) common += 1;
  return [...own.slice(common).map(() => '..'), ...other.slice(common)].join('/');
}

/** `joinPath('a/b.study', '../c.csv')` is `c.csv`; an absolute name is left as it is. */
export function joinPath(from: string, name: string): string {
  const clean = name.replaceAll('\\', '/').replace(/／/gu, '/');
  if (clean.startsWith('/') || /^[A-Za-z]:\//u.test(clean)) return clean;
  const folders = from.split('/').slice(0, -1);
  for (const part of clean.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && folders.length > 0 && folders.at(-1) !== '..') folders.pop();
    else folders.push(part);
  }
  const joined = folders.join('/');
  return from.startsWith('/') && !joined.startsWith('/') ? `/${joined}` : joined;
}
