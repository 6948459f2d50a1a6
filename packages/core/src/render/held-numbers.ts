// Which tables of a document hold the numbers of a figure: they are named below it, instead of a table of its own.
import type { Block, Cell, FigureBlock, TableBlock } from '../show/document.ts';

/** The first numbered table with each address. */
export type Held = ReadonlyMap<string, TableBlock>;

/** `folded`: whether tables that are folded away are in the document. */
export function tablesByAddress(blocks: readonly Block[], folded: boolean): Held {
  const held = new Map<string, TableBlock>();
  const walk = (block: Block): void => {
    if (block.kind === 'section' && (folded || block.folded !== true)) block.blocks.forEach(walk);
    if (block.kind !== 'table' || block.number === undefined) return;
    for (const address of block.rows.flat().flatMap(addressesOf)) if (address !== null && !held.has(address)) held.set(address, block);
  };
  blocks.forEach(walk);
  return held;
}

const addressesOf = (cell: Cell): readonly (string | null)[] =>
  cell?.kind === 'number' ? [cell.address ?? null] : cell?.kind === 'interval' ? (cell.addresses ?? [null]) : [];

/** At most so many tables are named. */
const NAMED = 3;

/** Tables that have numbers of a figure, and whether they have all; none where they are too many to be named. */
export function tablesOf({ table }: FigureBlock, held: Held): { readonly tables: readonly TableBlock[]; readonly whole: boolean } {
  const numbers = table?.rows.flat().flatMap(addressesOf) ?? [];
  const places = new Set(numbers.map((address) => (address === null ? undefined : held.get(address))));
  const tables = [...places].flatMap((one) => one ?? []);
  return { tables: tables.length <= NAMED ? tables : [], whole: tables.length === places.size };
}
