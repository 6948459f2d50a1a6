import type { ExitCode } from '../host/exit.ts';
export async function fmt(): Promise<ExitCode> { return 1; }
