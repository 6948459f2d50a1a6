// VS Code closes a brace as soon as it is opened, and Enter then puts the closing one on a line of its own. Whoever types it at the end of
// the block, as the language is written, would have it twice: one of the two is found here. What is done about it is typing.ts'.

/** In offsets of the text before the edit. */
export interface Change {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}
/** What takes out the other one, in offsets of the text after it. */
export interface Mend {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface ClosingBraces {
  /** Takes note of one edit (its changes from the last to the first, as the editor tells them); how to mend what is now there twice. */
  changed(changes: readonly Change[], text: string): readonly Mend[];
}

const closing = ['}', '｝'];
const opening = ['{', '｛'];

interface Twice {
  readonly typed: number;
  readonly below: number;
  readonly beside: boolean;
}

export function closingBraces(): ClosingBraces {
  /** Braces that nobody typed. */
  let unasked: number[] = [];
  /** Those that somebody typed on a line of their own, each with the one below it, or `beside` it, that says the same. */
  let twice: Twice[] = [];
  /**
   * Starts of lines that were begun before a brace was taken out: VS Code forgets then that their indentation is its own, and would leave
   * it behind.
   */
  let begun: number[] = [];
  /** What was asked for last: its edit is nobody's keys, and says nothing of where the caret is. */
  let asked: readonly Mend[] = [];

  function note({ offset, text: piece }: Change, text: string): void {
    const brace = offset + piece.length - 1;
    const pair = opening.findIndex((open, at) => piece === open + closing[at]!);
    if (pair >= 0 || (closing.includes(piece) && opening[closing.indexOf(piece)] === text.charAt(offset - 1))) {
      unasked.push(brace);
      return;
    }
    // Behind a comment Enter carries the brace along: a line that was begun and left empty would keep its blanks.
    if (
      /^\r?\n[^\S\n]*$/u.test(piece) &&
      unasked.includes(brace + 1) &&
      indentOf(offset, text) !== '' &&
      indentOf(offset, text).trim() === ''
    )
      begun.push(offset - indentOf(offset, text).length);
    if (!/^\s*[}｝]$/u.test(piece) || indentOf(brace, text).trim() !== '') return;
    const taken = twice.map((one) => one.below);
    const next = (from: number, blanks: RegExp): number => {
      let at = from;
      while (blanks.test(text.charAt(at)) || taken.includes(at)) at += 1;
      return at;
    };
    const same = (at: number): boolean => unasked.includes(at) && text.charAt(at) === text.charAt(brace);
    const beside = next(brace + 1, /[^\S\n]/u);
    const below = next(beside, /\s/u);
    if (same(beside)) twice.push({ typed: brace, below: beside, beside: true });
    else if (text.charAt(beside) === '\n' && same(below)) twice.push({ typed: brace, below, beside: false });
  }

  return {
    changed(changes, text) {
      for (const change of changes) {
        unasked = unasked.flatMap((at) => moved(at, change) ?? []);
        begun = begun.flatMap((at) => moved(at, change) ?? []);
        twice = twice.flatMap((one) => {
          const [typed, below] = [moved(one.typed, change), moved(one.below, change)];
          return typed === null || below === null ? [] : { ...one, typed, below };
        });
      }
      unasked = unasked.filter((at) => closing.includes(text.charAt(at)));
      const own = isOf(changes, asked);
      if (changes.length === 1 && !own) note(changes[0]!, text);
      for (const { typed, below } of twice) {
        for (const { index } of text.slice(typed + 1, below).matchAll(/(?<=\n)[^\S\n]+(?=\n)/gu))
          if (!begun.includes(typed + 1 + index)) begun.push(typed + 1 + index);
      }
      const last = changes.length === 1 && !own ? caretAfter(changes[0]!) : 0;
      begun = begun.filter((at) => /^[^\S\n]+(?:\n|$)/u.test(text.slice(at)));
      const left = begun.flatMap((at): Mend[] => {
        const end = at + /^[^\S\n]+/u.exec(text.slice(at))![0].length;
        return last > end ? [{ from: at, to: end, text: '' }] : [];
      });
      asked = [
        ...twice.flatMap((one) =>
          one.beside
            ? [{ from: one.below, to: one.below + 1, text: '' }]
            : [...mends(one.typed, one.below, text), ...straightened(one, begun, last, text)],
        ),
        ...left,
      ];
      return asked;
    },
  };
}

const isOf = (changes: readonly Change[], mends: readonly Mend[]): boolean =>
  changes.length === mends.length &&
  changes.every(({ offset, removed, text }) =>
    mends.some((one) => one.from === offset && one.to === offset + removed && one.text === text),
  );

const indentOf = (at: number, text: string): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

/** Where a brace is put straight, the line under the caret that was begun behind it is, too. */
function straightened({ typed, below }: Twice, begun: readonly number[], caret: number, text: string): Mend[] {
  const [found, wanted] = [indentOf(typed, text), indentOf(below, text)];
  if (found === wanted || wanted.trim() !== '') return [];
  return begun.flatMap((at) => {
    const end = at + /^[^\S\n]+/u.exec(text.slice(at))![0].length;
    return typed < at && end < below && caret <= end && text.startsWith(found, at)
      ? [{ from: at, to: at + found.length, text: wanted }]
      : [];
  });
}

/** Behind what was typed; Enter between braces writes two lines, and leaves the caret in the first. */
function caretAfter({ offset, text }: Change): number {
  return offset + (/^\r?\n[^\S\n]*(?=\r?\n[^\S\n]*$)/u.exec(text)?.[0] ?? text).length;
}

/** Where an offset is after a change; null when it was replaced. */
function moved(at: number, { offset, removed, text }: Change): number | null {
  return offset + removed <= at ? at + text.length - removed : offset <= at ? null : at;
}

/**
 * Lines that were begun in between stay; a brace out of an input method, which VS Code doesn't indent, stands where the other one stood.
 */
function mends(typed: number, below: number, text: string): Mend[] {
  const wanted = indentOf(below, text);
  const line = wanted.trim() === '' ? below - wanted.length - (text.charAt(below - wanted.length - 2) === '\r' ? 2 : 1) : below;
  const found = indentOf(typed, text);
  return [{ from: line, to: below + 1, text: '' }, ...(found === wanted ? [] : [{ from: typed - found.length, to: typed, text: wanted }])];
}
