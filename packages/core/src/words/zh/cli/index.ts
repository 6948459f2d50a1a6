// Everything that the command line itself says, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import type { Partly } from '../../catalogue.ts';
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
} satisfies Partly<CliWords>;
