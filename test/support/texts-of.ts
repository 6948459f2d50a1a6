// The texts that a source file holds: what stands in its strings and templates, each with its line. Comments and code are none.

export interface SourceText {
  readonly line: number;
  readonly text: string;
}

const escaped = (sign: string): string => (sign === 'n' ? '\n' : sign === '\n' ? '' : sign);

/** A template is one text; what is put into it is `…`, and texts inside of that are texts of their own. */
export function textsOf(source: string): SourceText[] {
  const texts: SourceText[] = [];
  const lineAt = (at: number): number => source.slice(0, at).split('\n').length;

  const plain = (start: number): number => {
    let text = '';
    let at = start + 1;
    for (; at < source.length && source[at] !== source[start]; at++) text += source[at] === '\\' ? escaped(source[++at]!) : source[at]!;
    texts.push({ line: lineAt(start), text });
    return at + 1;
  };
  const template = (start: number): number => {
    let text = '';
    let at = start + 1;
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        text += '…';
        at = code(at + 2, '}');
      } else if (source[at] === '\\') {
        text += escaped(source[at + 1]!);
        at += 2;
      } else text += source[at++]!;
    }
    texts.push({ line: lineAt(start), text });
    return at + 1;
  };
  const code = (start: number, until: string | null): number => {
    let at = start;
    let depth = 0;
    while (at < source.length) {
      const sign = source[at]!;
      if (source.startsWith('//', at)) at = source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at);
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (sign === "'" || sign === '"') at = plain(at);
      else if (sign === '`') at = template(at);
      else if (sign === '/' && /[(,=:?|&]\s*$/u.test(source.slice(Math.max(0, at - 20), at))) at = pattern(at);
      else if (sign === until && depth === 0) return at + 1;
      else {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        at++;
      }
    }
    return at;
  };
  const pattern = (start: number): number => {
    let at = start + 1;
    let inClass = false;
    for (; at < source.length && (inClass || source[at] !== '/'); at++) {
      if (source[at] === '\\') at++;
      else if (source[at] === '[') inClass = true;
      else if (source[at] === ']') inClass = false;
    }
    return at + 1;
  };

  code(0, null);
  return texts;
}
