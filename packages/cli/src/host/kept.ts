// What is costly to make and depends on little: kept in the cache folder from call to call, by everything it depends on.
import { auditKey, auditOf, type Plan, type Problem } from '@studyspec/core';
import { digest, type CacheFolder } from '../base/cache-folder.ts';

let folder: CacheFolder | null = null;

/** Where things are kept from now on; null nowhere. */
export function keepIn(given: CacheFolder | null): void {
  folder = given;
}

/** What the audit finds in the printed figures of a study, without its data. */
export function auditProblems(plan: Plan): readonly Problem[] {
  return recall('audit', auditKey(plan), () => auditOf(plan).problems);
}

/** What was made of `key` in an earlier call, or `made`, which is kept for later ones; null where there is neither. */
export function keptBytes(sort: string, key: string, made?: Uint8Array): Uint8Array | null {
  if (folder === null) return made ?? null;
  const name = `${sort}-${digest(key)}`;
  if (made === undefined) return folder.read(name);
  folder.write(name, made);
  return made;
}

/** `T` is plain JSON: what comes back is equal to what was made, not the same. */
function recall<T>(sort: string, key: string, make: () => T): T {
  if (folder === null) return make();
  const name = `${sort}-${digest(key)}`;
  const kept = folder.read(name);
  if (kept !== null) return JSON.parse(kept.toString('utf8')) as T;
  const made = make();
  folder.write(name, Buffer.from(JSON.stringify(made)));
  return made;
}
