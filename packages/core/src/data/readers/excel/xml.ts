// The little of XML that a workbook needs: tags with their attributes and the text behind them, one after the other. No entities of the
// file's own, no document types.
import { tellPart } from '../../../numerics/parts.ts';

export interface Tag {
  /** Without a prefix. */
  readonly name: string;
  readonly closes: boolean;
  /** `<v/>`. */
  readonly empty: boolean;
  readonly attributes: string;
  /** What stands between this tag and the next. */
  readonly text: string;
}

/** After so many tags it is told how far it is. */
const TOLD = 1 << 16;
const TAG = /<(\/?)(?:[\w-]+:)?([\w-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>([^<]*)/gu;

export function* tagsIn(xml: string): Generator<Tag> {
  let count = 0;
  for (const { 1: closes, 2: name, 3: attributes, 4: empty, 5: text, index } of xml.matchAll(TAG)) {
    if (++count % TOLD === 0) tellPart(index, xml.length);
    yield { name: name!, closes: closes === '/', empty: empty === '/', attributes: attributes!, text: text! };
  }
}

/** The value of an attribute, whatever its prefix; null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return found === null ? null : letters(found[1] ?? found[2]!);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** `&amp;` and its like, and Excel's `_x000D_`, as the signs that they are. */
export function letters(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu, (whole, hex: string, decimal: string, name: string) => {
        if (name !== undefined) return NAMED.get(name) ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([\dA-F]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}
