// Written by scripts/generate.mjs from the folders beside this file; changes here are lost.
import type { Catalogue, Partly } from './catalogue.ts';
import { name as en } from './en/name.ts';
import { name as zh } from './zh/name.ts';

export interface LanguageFolder {
  readonly name: string;
  /** Null for English, which is there always: the others fall back on it. */
  readonly read: (() => Promise<{ readonly catalogue: Partly<Catalogue> }>) | null;
}

export const folders = {
  en: { name: en, read: null },
  zh: { name: zh, read: () => import('./zh/index.ts') },
} as const satisfies Readonly<Record<string, LanguageFolder>>;
