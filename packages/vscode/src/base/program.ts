// The studyspec program: the one that comes with the extension, or the one that `studyspec.server.path` names. How it is
// called is here; what is asked of it is the commands' and the client's.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { scriptBehind } from './shim.ts';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Studies that state no language, and what is about no study, are told in the editor's. */
const languageHere = (): NodeJS.ProcessEnv => ({ LC_ALL: `${vscode.env.language.replace('-', '_')}.UTF-8` });

/** In an untrusted workspace a setting must not start a program; VS Code then hides the value, and this asks again. */
export function programOf(context: vscode.ExtensionContext): Program {
  const path = vscode.workspace.isTrusted ? vscode.workspace.getConfiguration('studyspec').get<string>('server.path', '').trim() : '';
  const behind = path === '' ? null : scriptBehind(path, process.platform, existsSync);
  if (path !== '' && behind === null && !/\.[cm]?js$/u.test(path))
    return { command: path, args: [], env: { ...process.env, ...languageHere() } };
  const script = behind ?? (path === '' ? join(context.extensionPath, 'dist', 'server', 'main.js') : path);
  // The editor's own Node, so that nothing has to be installed; Electron behaves as Node when it is told to.
  return { command: process.execPath, args: [script], env: { ...process.env, ...languageHere(), ELECTRON_RUN_AS_NODE: '1' } };
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command to its end. Exit code 1 (a claim fails, a problem is found) is an answer, not a failure. Null: it was given up. */
export function runProgram(
  program: Program,
  args: readonly string[],
  cwd: string,
  token?: vscode.CancellationToken,
): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const env = { ...program.env, NO_COLOR: '1' };
    const options = { cwd, env, maxBuffer: 64 << 20, windowsHide: true };
    const child = execFile(program.command, [...program.args, ...args], options, (error, out, err) => {
      listening?.dispose();
      if (token?.isCancellationRequested === true) resolve(null);
      else if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    const listening = token?.onCancellationRequested(() => child.kill());
  });
}

/** What a task needs beside the editor's own environment. */
export function taskEnvironment({ env }: Program): Record<string, string> {
  const own = { ...languageHere(), ELECTRON_RUN_AS_NODE: env['ELECTRON_RUN_AS_NODE'], FORCE_COLOR: '1' };
  return Object.fromEntries(Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
