// What package managers put on the path in Windows is no program but a text that starts one (`studyspec.cmd`, beside it one for other
// shells): Node starts none of them without a shell. The script behind it is started instead. Pure but for the question what is there.
import { win32 } from 'node:path';

/** The script that a shim of npm or pnpm starts; null where the path is no such shim. */
export function scriptBehind(path: string, platform: NodeJS.Platform, exists: (path: string) => boolean): string | null {
  if (platform !== 'win32' || !/(?:\.(?:cmd|bat|ps1)|[\\/][^\\/.]+)$/iu.test(path)) return null;
  const folder = win32.dirname(path);
  const inside = win32.join('studyspec', 'bin', 'studyspec.js');
  // Installed for all, for one project, by pnpm for all.
  return (
    [
      win32.join(folder, 'node_modules', inside),
      win32.join(folder, '..', inside),
      win32.join(folder, 'global', '5', 'node_modules', inside),
    ].find(exists) ?? null
  );
}
