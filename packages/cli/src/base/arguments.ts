// What commands take besides files, checked where the call is read; and how their help shows examples.
import { CallError } from './exit.ts';
import { said } from './speech.ts';

export function digits(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 15) throw new CallError(said().wrong.digits(text));
  return value;
}

export function replications(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 100_000) throw new CallError(said().wrong.replications(text));
  return value;
}

export function examples(...lines: readonly [command: string, what: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\n${said().help.examples}\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}\n`;
}
