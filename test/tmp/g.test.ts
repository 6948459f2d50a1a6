import { it } from 'vitest';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { execute } from '@studyspec/core';
it('f', () => {
  const s = loadStudy('examples/anshun/anshun.study'); const r = execute(s.compiled.plan!, s.coded!, s.frame!);
  const ix = r.indices[0] as any; console.log(JSON.stringify(ix.job)); console.log(Object.keys(ix), JSON.stringify(ix, (k,v)=> v instanceof Float64Array ? [...v.slice(0,3)] : v).slice(0,3000));
});
