// What `studyspec.server.path` may name in Windows.
import { describe, expect, it } from 'vitest';
import { scriptBehind } from './shim.ts';

const there =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);
const all = 'C:\\Users\\潘\\AppData\\Roaming\\npm\\node_modules\\studyspec\\bin\\studyspec.js';
const project = 'D:\\study\\node_modules\\studyspec\\bin\\studyspec.js';

describe('the script behind a shim', () => {
  it('is found where npm and pnpm put it', () => {
    expect(scriptBehind('C:\\Users\\潘\\AppData\\Roaming\\npm\\studyspec.cmd', 'win32', there(all))).toBe(all);
    expect(scriptBehind('C:\\Users\\潘\\AppData\\Roaming\\npm\\studyspec', 'win32', there(all))).toBe(all);
    expect(scriptBehind('D:/study/node_modules/.bin/studyspec.CMD', 'win32', there(project))).toBe(project);
  });

  it('is none of a program, of what is not there, and elsewhere', () => {
    expect(scriptBehind('C:\\tools\\studyspec.exe', 'win32', there('C:\\tools\\node_modules\\studyspec\\bin\\studyspec.js'))).toBe(null);
    expect(scriptBehind('C:\\tools\\studyspec.cmd', 'win32', there())).toBe(null);
    expect(scriptBehind('/usr/bin/studyspec', 'linux', () => true)).toBe(null);
  });
});
