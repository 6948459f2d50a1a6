// The process: runs the command line and guards it, so that no stack trace reaches a user. What the commands are is program.ts.
import { internalError } from './host/exit.ts';
import { quietPipes } from './host/output.ts';
import { runProgram } from './program.ts';

quietPipes();
process.on('uncaughtException', (error) => { process.exitCode = internalError(error); });
process.on('unhandledRejection', (error) => { process.exitCode = internalError(error); });

try {
  // Never process.exit(): it would cut off what is still on its way into a pipe.
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  process.exitCode = internalError(error);
}
