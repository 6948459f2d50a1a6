// The text of a part of a Word file with where each letter stands in its XML, however many runs Word has cut it into; and the content
// controls that an earlier filling left. Nothing is written here: word-fill.ts changes the XML at the places found.
import { letters } from '../data/readers/excel/xml.ts';

/** A run's opening tag and its properties, as they stand: what another run beside it must have to look the same. */
export interface Run {
  readonly open: string;
  properties: string;
}

/** A `w:t`: from its tag to its end, and where its letters are. */
export interface Piece {
  readonly run: Run;
  readonly tagStart: number;
  readonly start: number;
  readonly end: number;
  /** Decoded; as long as what it is made of where `raw` is null. */
  readonly text: string;
  /** Where each letter begins in the XML, and where the last ends. */
  readonly raw: readonly number[] | null;
}

export interface WordParagraph {
  readonly start: number;
  end: number;
  /** From 1, in its part. */
  readonly number: number;
  readonly pieces: Piece[];
  /** The letters of its pieces; a tab, a line's end, U+FFFC for what is no text. */
  text: string;
  /** Where each piece begins in `text`. */
  readonly at: number[];
}

/** A content control of ours. */
export interface Control {
  readonly tag: string;
  readonly start: number;
  end: number;
  contentStart: number;
  contentEnd: number;
  /** Without results of fields, which Word counts anew. */
  text: string;
  first: Run | null;
  readonly paragraph: number;
}

export interface WordText {
  readonly paragraphs: readonly WordParagraph[];
  readonly controls: readonly Control[];
}

export const TAG = 'studyspec:';

const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/gu;
/** Text that was moved away or belongs to no reader. */
const UNREAD = new Set(['w:moveFrom', 'w:del']);
const OBJECTS = new Set([
  ...['w:drawing', 'w:pict', 'w:object', 'w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:fldChar', 'w:sym'],
  ...['w:fldSimple', 'w:ptab', 'm:oMath', 'w:ruby'],
]);

interface Open {
  readonly name: string;
  readonly end: number;
  control?: Control;
}

export function readWordText(xml: string): WordText {
  const paragraphs: WordParagraph[] = [];
  const controls: Control[] = [];
  const open: Open[] = [];
  const within: WordParagraph[] = [];
  const runs: Run[] = [];
  const inControls: Control[] = [];
  /** Of fields: what stands between `separate` and `end` is a result. */
  const fields: ('code' | 'result')[] = [];
  let unread = 0;
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, closes, name, attributes = '', empty] = token;
    if (name === undefined) continue;
    const [start, end] = [token.index, token.index + whole.length];
    if (closes === '/') {
      const last = open.pop();
      if (last === undefined) break;
      close(last, start, end);
      continue;
    }
    begin(name, attributes, whole, start, end);
    if (empty === '/') close({ name, end }, end, end);
    else open.push({ name, end });
  }
  return { paragraphs, controls };

  function begin(name: string, attributes: string, whole: string, start: number, end: number): void {
    const paragraph = within.at(-1);
    const control = inControls.at(-1);
    if (UNREAD.has(name)) unread += 1;
    else if (name === 'w:p') {
      const made = { start, end, number: paragraphs.length + 1, pieces: [], text: '', at: [] };
      paragraphs.push(made);
      within.push(made);
    } else if (name === 'w:r') runs.push({ open: whole, properties: '' });
    else if (name === 'w:tag' && open.at(-1)?.name === 'w:sdtPr' && open.at(-2)?.name === 'w:sdt') {
      const tag = letters(
        /w:val\s*=\s*(?:"([^"]*)"|'([^']*)')/u
          .exec(attributes)
          ?.slice(1)
          .find((one) => one !== undefined) ?? '',
      );
      if (!tag.startsWith(TAG)) return;
      const sdt = open.at(-2)!;
      sdt.control = {
        ...{
          tag: tag.slice(TAG.length),
          start: xml.lastIndexOf('<', sdt.end - 1),
          end,
          contentStart: end,
          contentEnd: end,
          text: '',
          first: null,
        },
        paragraph: Math.max(1, paragraphs.length),
      };
    } else if (name === 'w:sdtContent' && open.at(-1)?.control !== undefined) {
      inControls.push(open.at(-1)!.control!);
      inControls.at(-1)!.contentStart = end;
    } else if (name === 'w:fldChar') {
      const type = /w:fldCharType\s*=\s*["'](\w+)/u.exec(attributes)?.[1];
      if (type === 'begin') fields.push('code');
      else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
      else if (type === 'end') fields.pop();
    } else if ((name === 'w:tab' || name === 'w:br' || name === 'w:cr') && open.at(-1)?.name === 'w:r') {
      if (paragraph !== undefined) paragraph.text += name === 'w:tab' ? '\t' : '\n';
    }
    if (OBJECTS.has(name) && paragraph !== undefined && control === undefined) paragraph.text += '\uFFFC';
  }

  function close({ name, end: contentStart, control }: Open, start: number, end: number): void {
    if (UNREAD.has(name)) unread -= 1;
    else if (name === 'w:p') {
      const paragraph = within.pop();
      if (paragraph !== undefined) paragraph.end = end;
    } else if (name === 'w:r') runs.pop();
    else if (name === 'w:rPr' && runs.length > 0 && open.at(-1)?.name === 'w:r')
      runs.at(-1)!.properties = xml.slice(xml.lastIndexOf('<', contentStart - 1), end);
    else if (name === 'w:sdtContent' && inControls.length > 0 && inControls.at(-1) === open.at(-1)?.control)
      inControls.pop()!.contentEnd = start;
    else if (name === 'w:sdt' && control !== undefined) {
      control.end = end;
      controls.push(control);
    } else if (name === 'w:t' && start < end && open.at(-1)?.name === 'w:r' && unread === 0) take(contentStart, start);
  }

  /** The letters of a `w:t`. */
  function take(from: number, to: number): void {
    const run = runs.at(-1);
    const raw = xml.slice(from, to);
    const control = inControls.at(-1);
    if (control !== undefined) {
      if (!fields.includes('result')) control.text += letters(raw);
      control.first ??= run ?? null;
      // What was filled asks for nothing.
      return;
    }
    const paragraph = within.at(-1);
    if (paragraph === undefined || run === undefined) return;
    const places = raw.includes('&') ? placesOf(raw, from) : null;
    const text = places === null ? raw : places.text;
    paragraph.at.push(paragraph.text.length);
    paragraph.text += text;
    paragraph.pieces.push({ run, tagStart: xml.lastIndexOf('<', from - 1), start: from, end: to, text, raw: places?.at ?? null });
  }
}

function placesOf(raw: string, from: number): { readonly text: string; readonly at: number[] } {
  const at: number[] = [];
  let text = '';
  for (const { 0: part, index } of raw.matchAll(/&[^;]*;|[^]/gu)) {
    const plain = letters(part);
    for (let unit = 0; unit < plain.length; unit += 1) at.push(from + index);
    text += plain;
  }
  return { text, at: [...at, from + raw.length] };
}

/** Where the letter `offset` of a piece stands in the XML. */
export const placeOf = (piece: Piece, offset: number): number => piece.raw?.[offset] ?? piece.start + offset;
