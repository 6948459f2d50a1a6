// A study as a script that others can run: which targets there are.
import { rScript } from './r/script.ts';
import { spssScript } from './spss/script.ts';
import type { Target } from './reach.ts';
import type { ScriptRequest } from './request.ts';

export const scriptTargets: Readonly<Record<Target, { readonly write: (request: ScriptRequest) => string }>> = {
  r: { write: rScript },
  spss: { write: spssScript },
};
