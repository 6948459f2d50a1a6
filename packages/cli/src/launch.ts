// What starts first. It answers what needs no program, tells a call again whose files are as they were, and else starts the program with
// the code that an earlier run compiled. Whatever of that fails, the program is started as a plain module: a cache is never the reason for
// an error.
import { cacheFolder, placeOf } from './base/cache-folder.ts';
import { compiledProgram, tuneCompiler, type Program } from './launch/compiled.ts';
import { nameOfCall, tellAgain } from './launch/kept-output.ts';
import { FileError } from './base/exit.ts';
import { languageOfCall, said, sayIn } from './base/speech.ts';
import { lossOf, watchStreams, write } from './base/streams.ts';
import { version } from './base/version.ts';

/** Replaced by the bundler: the digest of the program that belongs to this launcher. */
declare const BUILD: string;

const COMMANDS: ReadonlySet<string> = new Set([
  'run',
  'check',
  'query',
  'scores',
  'codebook',
  'audit',
  'compare',
  'fmt',
  'replicate',
  'init',
  'explain',
]);
/** Those that can be told again; which calls of them are, the program says (host/recording.ts). */
const TOLD_AGAIN: ReadonlySet<string> = new Set(['run', 'check', 'query', 'scores', 'codebook', 'audit', 'compare']);

/** A folder is written by code that no run in the terminal reaches: each way has compiled code of its own. */
const WAYS = ['--out', '--no-word'] as const;

const args = process.argv.slice(2);
if (args.length === 1 && args[0] === '--version')
  process.exitCode =
    (await guarded(async () => {
      await write(process.stdout, `${version}\n`);
      return 0;
    })) ?? 1;
// A server runs for hours: its code is to be optimised early, and nothing of it is worth keeping.
else if (args.includes('lsp')) await import('./main.js');
else await launch();

async function launch(): Promise<void> {
  const command = args.find((arg) => COMMANDS.has(arg)) ?? 'help';
  const folder = attempt(() => (args.includes('--no-cache') ? null : cacheFolder(BUILD, placeOf(process.env, process.platform)))) ?? null;
  const name = folder === null || !TOLD_AGAIN.has(command) ? null : (attempt(() => nameOfCall(args)) ?? null);
  if (folder !== null && name !== null) {
    const code = await guarded(() => tellAgain(folder, name));
    if (code !== null) {
      process.exitCode ||= code;
      return;
    }
  }
  attempt(() => {
    tuneCompiler(process.versions.node);
  });
  const program: Program | undefined = attempt(() => compiledProgram(folder, [command, ...WAYS.filter(called)].join('')));
  if (program === undefined) {
    await import('./main.js');
    return;
  }
  await program.start(args, folder, name);
  attempt(program.keepCode);
}

function called(option: string): boolean {
  return args.some((arg) => arg === option || arg.startsWith(`${option}=`));
}

/** Null where a cache is of no use; what could not be written is told as the program would tell it. */
async function guarded(tell: () => Promise<number | null>): Promise<number | null> {
  watchStreams();
  try {
    return await tell();
  } catch (error) {
    if (!(error instanceof FileError)) return null;
    await sayIn(languageOfCall(args, process.env));
    process.stderr.write(`${said().wrong.error(lossOf(error.cause))}\n`);
    return 1;
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
