// What of a value became another since the last one that was sent: what is the same object as before does not cross the thread again. Steps
// that an edit leaves alone are recalled as they were, so most of what is computed is. Values are plain: lists, records, maps by name.

/** `list` and `fields` go into what has the same shape as before; everything else is sent as it is. */
export type Delta =
  | { readonly kind: 'same' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly parts: readonly Delta[] }
  | { readonly kind: 'fields'; readonly parts: readonly (readonly [string, Delta])[] }
  /** Every key in order where there are others than before; values of those that changed. */
  | { readonly kind: 'map'; readonly keys: readonly string[] | null; readonly changed: readonly (readonly [string, unknown])[] };

/** So deep it is looked for what is the same: results → one analysis → its parts → their rows. */
const DEPTH = 4;
const same: Delta = { kind: 'same' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export function deltaOf(before: unknown, now: unknown, depth = DEPTH): Delta {
  if (Object.is(before, now)) return same;
  if (depth > 0) {
    if (Array.isArray(before) && Array.isArray(now) && before.length === now.length)
      return { kind: 'list', parts: now.map((one, at) => deltaOf(before[at], one, depth - 1)) };
    if (before instanceof Map && now instanceof Map) return mapDelta(before as ReadonlyMap<string, unknown>, now as never);
    if (isRecord(before) && isRecord(now)) {
      const keys = Object.keys(now);
      const old = Object.keys(before);
      if (keys.length === old.length && keys.every((key, at) => key === old[at]))
        return { kind: 'fields', parts: keys.map((key) => [key, deltaOf(before[key], now[key], depth - 1)] as const) };
    }
  }
  return { kind: 'value', value: now };
}

function mapDelta(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): Delta {
  const changed: [string, unknown][] = [];
  const old = before.keys();
  let ordered = before.size === now.size;
  for (const [key, value] of now) {
    if (ordered && old.next().value !== key) ordered = false;
    if (!before.has(key) || !Object.is(before.get(key), value)) changed.push([key, value]);
  }
  return { kind: 'map', keys: ordered ? null : [...now.keys()], changed };
}

/** The value that `deltaOf(before, …)` was made of; `before` is left as it is, and what did not change of it is shared. */
export function applied(before: unknown, delta: Delta): unknown {
  switch (delta.kind) {
    case 'same':
      return before;
    case 'value':
      return delta.value;
    case 'list':
      return delta.parts.map((part, at) => applied((before as readonly unknown[])[at], part));
    case 'fields':
      return Object.fromEntries(delta.parts.map(([key, part]) => [key, applied((before as Readonly<Record<string, unknown>>)[key], part)]));
    case 'map': {
      const old = before as ReadonlyMap<string, unknown>;
      const changed = new Map(delta.changed);
      const keys = delta.keys ?? old.keys();
      const out = new Map<string, unknown>();
      for (const key of keys) out.set(key, changed.has(key) ? changed.get(key) : old.get(key));
      return out;
    }
  }
}
