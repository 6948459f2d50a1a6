// Addresses in a browser: documents there lie anywhere (`vscode-vfs://github/…`, `memfs:/…`), and the server knows files only. Each place
// (scheme and authority) is told to it as a host of its own, and told back.

export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

export interface Addresses {
  /** What the server is told; what was never a file (an unsaved text) stays as it is. */
  toServer(uri: Address & { toString(): string }): string;
  /** What it was, of an address that the server was told or made beside one. */
  fromServer(uri: string): Address | null;
}

/** No host of a real network is called so. */
const HOST = 'studyspec-place-';

export function addresses(): Addresses {
  const places: { readonly scheme: string; readonly authority: string }[] = [];
  return {
    toServer(uri) {
      const { scheme, authority, path } = uri;
      if (scheme === 'untitled') return uri.toString();
      let at = places.findIndex((one) => one.scheme === scheme && one.authority === authority);
      if (at < 0) at = places.push({ scheme, authority }) - 1;
      return `file://${HOST}${at}${escaped(path)}`;
    },
    fromServer(uri) {
      const found = new RegExp(`^file://${HOST}(\\d+)(/.*)?$`, 'u').exec(uri);
      const place = found === null ? undefined : places[Number(found[1])];
      return place === undefined ? null : { ...place, path: decodeURIComponent(found![2] ?? '/') };
    },
  };
}

/** As the server writes addresses itself, so that the same file has one. */
function escaped(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('/');
}
