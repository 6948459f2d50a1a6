// Everything that the command line itself says, in English: its help, what is wrong with a call or a file, what it tells when it is done.
// Apart from the rest of the catalogue, since help is told before any of it is read. What it says of a study is in the catalogue.
import { commandsHelp, helpParts } from './help.ts';
import { manuscripts } from './manuscripts.ts';
import { notices } from './notices.ts';
import { progress } from './progress.ts';
import { sums } from './sums.ts';
import { upgrade } from './upgrade.ts';
import { verify, watch } from './verify.ts';
import { files, usage, wrong } from './wrong.ts';

export const cli = {
  help: helpParts,
  commands: commandsHelp,
  usage,
  wrong,
  files,
  manuscripts,
  progress,
  sums,
  upgrade,
  verify,
  watch,
  ...notices,
};

export type CliWords = typeof cli;
