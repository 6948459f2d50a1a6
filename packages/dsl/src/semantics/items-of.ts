// The indicators that a dimension or a block has, and runs of them. What an address says of them is resolve-address.ts.
import { membersOf, type Context } from './context.ts';

export function hasItems(context: Context, block: string): boolean {
  return (itemsOfGroup(context, block)?.items.length ?? 0) > 0;
}

/** The indicators of a dimension or block; null for anything else. */
export function itemsOfGroup(context: Context, name: string): { readonly name: string; readonly items: readonly string[] } | null {
  return context.groups.has(name)
    ? { name, items: membersOf(context, name).filter((member) => context.variables.get(member)?.kind === 'indicator') }
    : null;
}

/** From one item to another, in order of declaration, whichever comes first. */
export function runOfItems(items: readonly string[], first: string, last: string): readonly string[] {
  const [from, to] = [items.indexOf(first), items.indexOf(last)];
  return from < 0 || to < 0 ? [first, last] : items.slice(Math.min(from, to), Math.max(from, to) + 1);
}
