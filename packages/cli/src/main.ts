// The process: runs the command line and guards it, so that no stack trace reaches a user. What the commands are is program.ts.
import { internalError } from './host/exit.ts';
import { tellNow, watchStreams } from './host/output.ts';
import { runProgram } from './program.ts';

watchStreams();
process.on('uncaughtException', (error) => { process.exitCode = internalError(error, tellNow); });
process.on('unhandledRejection', (error) => { process.exitCode = internalError(error, tellNow); });

try {
  // Never process.exit(): it would cut off what is still on its way into a pipe.
  const code = await runProgram(process.argv.slice(2));
  // What could not be written has set it already.
  process.exitCode ||= code;
} catch (error) {
  process.exitCode = internalError(error, tellNow);
}
