// Which test files share a process: those that only ask functions, which remember nothing that another test could see. The packages are
// loaded once for them, and their code is warm.
import { readFileSync } from 'node:fs';
import { importedBy, root, sourcesIn, testsOf } from './sources.ts';

/** Starts programs or threads, puts something in a module's or a clock's place, or changes what belongs to the process. */
const HAS_ITS_OWN = /'node:(?:child_process|worker_threads)'|\bvi\.|\bprocess\.(?:chdir|on|once)\b|\bprocess\.env\b[^;\n]*[^=!]=[^=>]/u;

/** Itself or through a helper: of packages, the command line and the editor's extension remember who called, in what language and where. */
function hasItsOwn(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  if (/\/packages\/(?:cli|vscode)\//u.test(path)) return true;
  if (!path.startsWith(`${root}test/`) && !path.endsWith('.test.ts')) return false;
  return HAS_ITS_OWN.test(readFileSync(path, 'utf8')) || importedBy(path).some((one) => hasItsOwn(one, seen));
}

/** Test files with a process each, and those with one for all. */
export function processes(): { readonly apart: string[]; readonly together: string[] } {
  const tests = testsOf([...sourcesIn('packages'), ...sourcesIn('test')]);
  const apart = tests.filter((path) => hasItsOwn(path));
  return { apart, together: tests.filter((path) => !apart.includes(path)) };
}
