// The process of one call: runs the command line and guards it, so that no stack trace reaches a user. What the commands are is program.ts;
// what happens before is launch.ts.
import type { Start } from './launch/start.ts';
import { internalError, type ExitCode } from './base/exit.ts';
import { tellNow } from './host/output.ts';
import { recorded } from './host/recording.ts';
import { watchStreams } from './base/streams.ts';
import { keep } from './launch/kept-output.ts';
import { runProgram } from './program.ts';

export const start: Start = async (args, folder, name) => {
  watchStreams();
  process.on('uncaughtException', (error) => {
    process.exitCode = internalError(error, tellNow);
  });
  process.on('unhandledRejection', (error) => {
    process.exitCode = internalError(error, tellNow);
  });
  try {
    // Never process.exit(): it would cut off what is still on its way into a pipe.
    const code: ExitCode = await runProgram(args, folder);
    // What could not be written has set it already.
    process.exitCode ||= code;
    const recording = recorded();
    if (folder !== null && name !== null && recording !== null && code !== 2 && process.exitCode === code)
      keep(folder, name, recording, code);
  } catch (error) {
    process.exitCode = internalError(error, tellNow);
  }
};
