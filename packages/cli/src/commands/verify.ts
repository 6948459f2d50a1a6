// `studyspec verify`: makes a folder of `run --out` again, in memory, and tells which numbers moved, which files differ, and what of
// what it was made of has changed. It writes nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { formatQuantity, type Moved, type QuantityFormat } from '@studyspec/core';
import { FileError, type ExitCode } from '../base/exit.ts';
import { namesBeside } from '../base/names.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { version } from '../base/version.ts';
import { rootOf } from '../base/windows.ts';
import { digestOf } from '../host/files.ts';
import { speakAsked } from '../host/language.ts';
import { print } from '../host/output.ts';
import { isComparisonFile, loadStudy } from '../host/session.ts';
import { MANIFEST, manifestOf, type Manifest } from '../host/study-folder.ts';
import { OURS, type FolderFile } from '../host/out-folder.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { folderOfComparison } from './compared.ts';
import { folderOfStudy } from './run.ts';

/** A study on another drive than its report stands in the manifest by its whole name. */
const studyOf = (folder: string, { study }: Manifest): string =>
  rootOf(study) === '' ? posix.join(folder.replaceAll('\\', '/'), study) : study;

export async function verify(folder: string, file: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const text = contentOf(folder, MANIFEST)?.toString('utf8') ?? null;
  if (text === null) throw new FileError(said().verify.noManifest(folder));
  const manifest = parsed(text);
  if (manifest === null) throw new FileError(said().verify.damaged(folder));
  // What was written is made again in the language that it was written in.
  const spoken = said();
  await speakAsked(manifest.language);
  const where = file ?? studyOf(folder, manifest);
  if (file === undefined && !existsSync(where)) throw new FileError(spoken.verify.studyElsewhere(folder, where));
  const study = loadStudy(where);
  const told: string[] = [];
  if (manifest.studyspec !== version) told.push(spoken.verify.version(manifest.studyspec, version));
  const name = namesBeside(study.entry);
  const inputs = new Map([...study.digests].map(([path, digest]) => [name(path), digest]));
  told.push(
    ...changed(manifest.inputs, inputs).map(([input, how]) => spoken.verify.input[how](input)),
    ...Object.entries(manifest.files).flatMap(([one, digest]) => {
      const there = contentOf(folder, one);
      return there === null ? [spoken.verify.fileMissing(one)] : digestOf(there) === digest ? [] : [spoken.verify.fileChanged(one)];
    }),
  );
  // Under a name that a report has, a reader would take it for a part of this one.
  told.push(
    ...namesBelow(folder)
      .filter((one) => OURS.test(one) && one !== MANIFEST && !Object.hasOwn(manifest.files, one))
      .map((one) => spoken.verify.fileExtra(one)),
  );
  const made = await (isComparisonFile(study) ? folderOfComparison : folderOfStudy)(study, manifest.options);
  if (made === null) {
    await print(told.map((line) => `${line}\n`).join(''));
    return tellNoNumbers(study.entry, study, terminal);
  }
  const remade = new Map(made.map((one) => [one.name, digestOf(one.content)]));
  const otherwise = changed(manifest.files, remade);
  told.push(...otherwise.map(([one, how]) => spoken.verify.made[how](one)));
  const moved = movedNumbers(contentOf(folder, 'results.json'), made);
  if (moved.length > 0)
    told.push(
      spoken.manuscripts.numbersMoved(moved.length),
      ...moved.map(({ what, before, now }) => spoken.manuscripts.moved(what, before, now)),
    );
  if (told.length === 0 && manifestOf(study, folder, manifest.options, made).content !== text && file === undefined)
    told.push(spoken.verify.manifestChanged);
  await print(`${(told.length === 0 ? [spoken.verify.asItWas(folder, Object.keys(manifest.files).length)] : told).join('\n')}\n`);
  return told.length === 0 ? 0 : 1;
}

type How = 'changed' | 'gone' | 'new';

function changed(before: Readonly<Record<string, string>>, now: ReadonlyMap<string, string>): [name: string, how: How][] {
  return [
    ...Object.entries(before).flatMap(([name, digest]): [string, How][] =>
      now.get(name) === digest ? [] : [[name, now.has(name) ? 'changed' : 'gone']],
    ),
    ...[...now.keys()].flatMap((name): [string, How][] => (Object.hasOwn(before, name) ? [] : [[name, 'new']])),
  ];
}

/** Its files and those of the folders in it, `/` between, in order. */
function namesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
        : entry.isFile()
          ? [entry.name]
          : [],
    )
    .sort();
}

function contentOf(folder: string, name: string): Buffer | null {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return null;
  }
}

/** Null for what no run wrote; names that lead out of the folder are none of its. */
function parsed(text: string): Manifest | null {
  try {
    const found = JSON.parse(text) as Partial<Manifest> | null;
    const digests = (all: unknown): boolean =>
      typeof all === 'object' && all !== null && Object.values(all).every((one) => typeof one === 'string');
    const whole =
      found?.manifest === 1 &&
      typeof found.studyspec === 'string' &&
      typeof found.study === 'string' &&
      typeof found.language === 'string' &&
      typeof found.options === 'object' &&
      digests(found.inputs) &&
      digests(found.files) &&
      Object.keys(found.files!).every((name) => !/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|:/u.test(name));
    return whole ? (found as Manifest) : null;
  } catch {
    return null;
  }
}

interface Numbers {
  readonly quantities?: Readonly<Record<string, { readonly value: number | null; readonly format: QuantityFormat }>>;
}

/** By address, as reports print them; in full where that does not tell them apart. */
function movedNumbers(before: Buffer | null, made: readonly FolderFile[]): Moved[] {
  const [old, now] = [before?.toString('utf8') ?? '{}', String(made.find(({ name }) => name === 'results.json')?.content ?? '{}')].map(
    (text): ReadonlyMap<string, { readonly value: number | null; readonly format: QuantityFormat }> => {
      try {
        return new Map(Object.entries((JSON.parse(text) as Numbers).quantities ?? {}));
      } catch {
        return new Map();
      }
    },
  ) as [Map<string, { value: number | null; format: QuantityFormat }>, Map<string, { value: number | null; format: QuantityFormat }>];
  if (old.size === 0) return [];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what) => {
    const [one, other] = [old.get(what), now.get(what)];
    if (one !== undefined && other !== undefined && one.value === other.value) return [];
    const short = [one, other].map((each) => (each === undefined ? null : formatQuantity(each.value, each.format)));
    const full = [one, other].map((each) => (each === undefined ? null : String(each.value ?? '.')));
    const [before, after] = short[0] === short[1] ? full : short;
    return [{ what, before: before!, now: after! }];
  });
}
