// How the program is started by whoever has its compiled code.
import type { CacheFolder } from '../base/cache-folder.ts';

/** `folder`: where things are kept, null nowhere; `name`: under which name this call is, null when it is none that can be told again. */
export type Start = (args: readonly string[], folder: CacheFolder | null, name: string | null) => Promise<void>;
