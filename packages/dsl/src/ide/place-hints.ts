// Where notes stand on their lines: behind a name, so near the beginning of the line that an editor of half a window shows them; before it
// where the name is long; in a column of their own beside the rows of a table. What they say is hints.ts'.
import { displayWidth, type Span } from '@studyspec/core';
import { linesOf, type Lines } from './lines.ts';
import type { Snapshot } from './snapshot.ts';
import type { Hint } from './types.ts';

export interface Note {
  /** The name that the note is about. */
  readonly at: Span;
  readonly name: string;
  readonly text: string;
  /** The long form, Markdown. */
  readonly tooltip: string;
  readonly tone: Hint['tone'];
  /** Notes with the same column stand below each other, equally wide: the cells behind them stay in theirs. */
  readonly column?: number;
}

/** Columns that an editor of half a window of 1366 pixels shows, beside an explorer. */
const ROOM = 46;

interface Spot {
  readonly note: Note;
  readonly offset: number;
  readonly before: boolean;
  readonly ends: number;
}

export function placed(s: Snapshot, notes: readonly Note[], staleWords: string): Hint[] {
  const lines = linesOf(s.file);
  const column = (offset: number): number => displayWidth(s.file.text.slice(lines.startOf(lines.at(offset)), offset));
  const tables = tablesOf(s, notes, column);
  const spots = notes.map((note): Spot => {
    const table = note.column === undefined ? undefined : tables.get(note.column)!;
    if (table !== undefined) {
      const text = note.text + ' '.repeat(table.width + 1 - displayWidth(note.text));
      const offset = table.gap ? note.at.end - (column(note.at.end) - table.cells) : note.at.start;
      return { note: { ...note, text }, offset, before: true, ends: 0 };
    }
    const width = displayWidth(note.text) + 1;
    const before = column(note.at.end) + width > ROOM;
    return { note, offset: before ? note.at.start : note.at.end, before, ends: column(before ? note.at.start : note.at.end) + width };
  });
  const stale = s.numbers?.stale ?? false;
  return gathered(spots, lines)
    .map(
      ({ note, offset, before }): Hint => ({
        offset,
        before,
        text: note.text,
        tone: note.tone,
        stale,
        tooltip: [note.tooltip, stale ? `*${staleWords}*` : ''].filter((part) => part !== '').join('\n\n'),
      }),
    )
    .sort((a, b) => a.offset - b.offset);
}

interface Column {
  readonly width: number /** Where the cells begin, furthest to the left. */;
  readonly cells: number /** Whether there is room between the heads of the rows and the cells. */;
  readonly gap: boolean;
}

function tablesOf(s: Snapshot, notes: readonly Note[], column: (offset: number) => number): ReadonlyMap<number, Column> {
  const tables = new Map<number, Note[]>();
  for (const note of notes) if (note.column !== undefined) tables.set(note.column, [...(tables.get(note.column) ?? []), note]);
  return new Map(
    [...tables].map(([key, rows]) => {
      const width = Math.max(...rows.map((note) => displayWidth(note.text)));
      const cells = Math.min(...rows.map((note) => column(note.at.end)));
      // Numbers that end below each other begin where they are long: the blanks before the shorter ones are part of the gap.
      const blank = rows.every((note) => s.file.text.slice(note.at.end - (column(note.at.end) - cells) - 1, note.at.end).trim() === '');
      return [key, { width, cells, gap: blank && cells + width < ROOM }];
    }),
  );
}

/**
 * Notes of a line that would stand beyond the room are said by the last one that has it, by name; where there is no room for that either,
 * in its tooltip.
 */
function gathered(spots: readonly Spot[], lines: Lines): Spot[] {
  const out: Spot[] = [];
  for (const spot of [...spots].sort((a, b) => a.note.at.start - b.note.at.start)) {
    const last = out.at(-1);
    if (last === undefined || spot.ends <= ROOM || lines.at(last.note.at.start) !== lines.at(spot.note.at.start)) {
      out.push(spot);
      continue;
    }
    const [here, there] = [last.note, spot.note];
    const said = `${there.name === '' ? '' : `${there.name} `}${there.text}`;
    const ends = last.ends + displayWidth(` · ${said}`);
    const tooltip = [...new Set([here.tooltip, ...(ends > ROOM ? [said] : []), there.tooltip])].filter((part) => part !== '').join('\n\n');
    const tone = here.tone === there.tone ? here.tone : here.tone === 'bad' || there.tone === 'bad' ? 'bad' : 'plain';
    const text = ends <= ROOM ? `${here.text} · ${said}` : here.text.endsWith(' · …') ? here.text : `${here.text} · …`;
    out[out.length - 1] = { ...last, ends: Math.max(ends, last.ends), note: { ...here, text, tooltip, tone } };
  }
  return out;
}
