// The tags of the languages, apart from their words: who needs no more need not read those.
import { folders, type LanguageFolder } from './folders.ts';

export const languageFolders: Readonly<Record<string, LanguageFolder>> = folders;

/** Tags of all languages, English first. */
export const languages: readonly string[] = Object.keys(languageFolders);

export type Language = keyof typeof folders;

/** `zh`, `zh-CN`, `ZH_cn.UTF-8` → `zh`; null for a language that nothing is said in. */
export function spoken(tag: string): Language | null {
  const base = tag.toLowerCase().split(/[-_.@]/u)[0]!;
  return Object.hasOwn(languageFolders, base) ? (base as Language) : null;
}
