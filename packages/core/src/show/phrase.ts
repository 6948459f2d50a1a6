// Sentences of a catalogue with numbers of the study in them: the sentence is told of slots, and each slot becomes the cell that stands
// there.
import { tenTo } from '../numerics/powers.ts';
import type { IntervalCell, NumberCell, Phrase } from './document.ts';

type NumberOrInterval = NumberCell | IntervalCell;

/** Signs that no text is written with (the private use area). */
const FIRST = 0xe000;
const MOST = 64;
const SLOT = /([\uE000-\uE03F])/u;

/** `tell` is given a text for each of `cells`, to be put where the number belongs. */
export function phraseOf(cells: readonly NumberOrInterval[], tell: (...slots: readonly string[]) => string): Phrase {
  const slots = cells.slice(0, MOST).map((_, at) => String.fromCharCode(FIRST + at));
  return tell(...slots)
    .split(SLOT)
    .flatMap((part): readonly (string | NumberOrInterval)[] => {
      if (part === '') return [];
      return [SLOT.test(part) ? (cells[part.charCodeAt(0) - FIRST] ?? part) : part];
    });
}

/** `p = 0.012`, and `p < 0.001` where the number has its sign already: what stands between name and slot. */
export function equalsSign(cell: NumberCell): string {
  const sized = cell.format === 'p' && cell.value !== null && cell.value < tenTo(-(cell.decimals ?? 3));
  return sized ? ' ' : ' = ';
}
