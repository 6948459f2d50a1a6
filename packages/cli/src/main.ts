// The program as a plain module: what the language server runs as, and what a call falls back to where its compiled code cannot be used.
import { start } from './once.ts';

await start(process.argv.slice(2), null, null);
