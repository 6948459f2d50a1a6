// VS Code closes a brace as soon as it is opened, and Enter then puts the closing one on a line of its own. Whoever types it at the end of
// the block, as the language is written, would have it twice: one of the two is found here. What is done about it is typing.ts'.

/** In offsets of the text before the edit. */
export interface Change { readonly offset: number; readonly removed: number; readonly text: string }
/** What takes out the other one, in offsets of the text after it. */
export interface Mend { readonly from: number; readonly to: number; readonly text: string }

export interface ClosingBraces {
  /** Takes note of one edit (its changes from the last to the first, as the editor tells them); how to mend what is now there twice. */
  changed(changes: readonly Change[], text: string): readonly Mend[];
}

const closing = ['}', '｝'];
const opening = ['{', '｛'];

export function closingBraces(): ClosingBraces {
  /** Braces that nobody typed. */
  let unasked: number[] = [];
  /** One that somebody typed on a line of its own, and the one below it that says the same. */
  let twice: { readonly typed: number; readonly below: number } | null = null;

  const moved = (at: number, { offset, removed, text }: Change): number | null => (offset + removed <= at ? at + text.length - removed : offset <= at ? null : at);

  function note({ offset, text: piece }: Change, text: string): void {
    const brace = offset + piece.length - 1;
    const pair = opening.findIndex((open, at) => piece === open + closing[at]!);
    if (pair >= 0 || (closing.includes(piece) && opening[closing.indexOf(piece)] === text.charAt(offset - 1))) { unasked.push(brace); return; }
    const alone = /^\s*[}｝]$/u.test(piece) && text.slice(text.lastIndexOf('\n', brace - 1) + 1, brace).trim() === '';
    const blanks = alone ? /^[^\S\n]*\r?\n\s*/u.exec(text.slice(brace + 1)) : null;
    if (blanks === null) return;
    const below = brace + 1 + blanks[0].length;
    if (unasked.includes(below) && text.charAt(below) === text.charAt(brace)) twice = { typed: brace, below };
  }

  return {
    changed(changes, text) {
      for (const change of changes) {
        unasked = unasked.flatMap((at) => moved(at, change) ?? []);
        if (twice === null) continue;
        const [typed, below] = [moved(twice.typed, change), moved(twice.below, change)];
        twice = typed === null || below === null ? null : { typed, below };
      }
      unasked = unasked.filter((at) => closing.includes(text.charAt(at)));
      if (changes.length === 1) note(changes[0]!, text);
      // Keys that came in between may have made something of the space.
      if (twice !== null && text.slice(twice.typed + 1, twice.below).trim() !== '') twice = null;
      return twice === null ? [] : mends(twice.typed, twice.below, text);
    },
  };
}

/** Lines that were begun in between stay; a brace out of an input method, which VS Code doesn't indent, stands where the other one stood. */
function mends(typed: number, below: number, text: string): Mend[] {
  const indentOf = (at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lineEnd = typed + 1 + text.slice(typed + 1, below).search(/\r?\n[^\n]*$/u);
  const wanted = indentOf(below);
  return [{ from: lineEnd, to: below + 1, text: '' }, ...(indentOf(typed) === wanted ? [] : [{ from: typed - indentOf(typed).length, to: typed, text: wanted }])];
}
