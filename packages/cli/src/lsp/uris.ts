// The address of a document and the name of its file, both ways. Names are as specs join them: `/` between folders, on every system.

/** `file:///c%3A/a%20b.study` is `c:/a b.study`; what is no file (`untitled:Untitled-1`) keeps its scheme. */
export function pathOf(uri: string): string {
  const file = /^file:\/\/([^/]*)(\/.*)$/iu.exec(uri);
  if (file === null) {
    const other = /^([a-z][a-z0-9+.-]*):(.*)$/iu.exec(uri);
    return other === null ? plain(uri) : `${other[1]!.toLowerCase()}:${plain(other[2]!)}`;
  }
  const [, host, rest] = file as unknown as [string, string, string];
  const path = plain(rest);
  const drive = /^\/([A-Za-z]):(\/.*)?$/u.exec(path);
  if (drive !== null) return `${drive[1]!.toLowerCase()}:${drive[2] ?? '/'}`;
  return host === '' || host === 'localhost' ? path : `//${host}${path}`;
}

/** The address that editors of this protocol most often write: everything escaped but letters, digits, `-._~` and `/`. */
export function uriOf(path: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):/u.exec(path);
  if (scheme !== null) return `${scheme[0]}${escape(path.slice(scheme[0].length))}`;
  if (path.startsWith('//')) return `file:${escape(path)}`;
  return `file://${path.startsWith('/') ? '' : '/'}${escape(path)}`;
}

export const isFile = (path: string): boolean => !/^[a-z][a-z0-9+.-]+:/u.test(path);

function escape(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('/');
}

/** Without its escapes; one that is none is a text like any other. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}
