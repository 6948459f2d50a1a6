// A study as a script that others can run: which targets there are.
import { rScript } from './r/script.ts';
import { spssScript } from './spss/script.ts';
import { stataScript } from './stata/script.ts';
import type { Target } from './reach.ts';
import type { ScriptRequest } from './request.ts';

/** `appends`: its scripts put files one below another. */
export const scriptTargets: Readonly<Record<Target, { readonly write: (request: ScriptRequest) => string; readonly appends: boolean }>> = {
  r: { write: rScript, appends: true },
  spss: { write: spssScript, appends: false },
  stata: { write: stataScript, appends: false },
};
