// In which language a call is answered: the one that it asks for, else the one that its study states.
import { languages, learn, nearest, spoken } from '@studyspec/core';
import { openedByEngine } from '@studyspec/dsl';
import { CallError } from '../base/exit.ts';
import { speak } from '../base/speak.ts';
import { environmentLanguage, said } from '../base/speech.ts';
import { hasErrors } from '../render/diagnostics.ts';
import { tell } from './output.ts';
import { noteElsewhere } from './recording.ts';
import { loadStudy, type AnswersFrom, type Study } from './session.ts';

/** Before anything is read: `--lang`, else the environment's. True where the call asks for one. */
export async function speakAsked(asked: string | undefined): Promise<boolean> {
  await speak(languageOf(asked) ?? environmentLanguage(process.env) ?? 'en');
  return asked !== undefined;
}

/** Reads a study, and from then on its language is spoken, unless the call `asked` for another. */
export async function openedStudy(path: string, asked: boolean, from: AnswersFrom = {}): Promise<Study> {
  let study = loadStudy(path, new Map(), from);
  const { plan, comparison } = study.compiled;
  const stated = (plan ?? comparison)?.report.language;
  if (!asked && stated !== undefined) await speak(stated);
  // Captions in two languages need the words of both.
  if ((plan ?? comparison)?.report.captions === 'both') await Promise.all(languages.map(learn));
  const engine = plan?.data?.engine;
  if (engine === undefined || from.sums !== undefined || hasErrors(study.problems)) return study;
  // Before anything can fail: that it failed is not to be told again either.
  noteElsewhere();
  const { countedInEngine } = await import('./engines/count.ts');
  const counts = await countedInEngine(plan!, engine, openedByEngine(study.compiled) ?? '', from.threshold);
  study = loadStudy(path, new Map(), { ...from, counts });
  if (counts.sums !== null) await tell(`${said().sums.scans(plan!.data!.file, counts.sums.rows, counts.scans)}\n`);
  return study;
}

/** `zh`, `zh-CN`, `EN_us` → `zh`, `zh`, `en`; null when nothing was asked for. */
function languageOf(asked: string | undefined): string | null {
  if (asked === undefined) return null;
  const found = spoken(asked);
  if (found !== null) return found;
  const near = nearest(asked.toLowerCase(), languages);
  throw new CallError(said().wrong.language(asked, languages), near === null ? null : said().wrong.didYouMean([`--lang ${near}`]));
}
