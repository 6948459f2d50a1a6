import { it } from 'vitest';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { execute } from '@studyspec/core';
it('f', () => {
  const s = loadStudy('examples/anshun/anshun.study');
  for (const w of [[19.433,18.026,17.889],[0.351,0.326,0.323],[.3511,.3257,.3232],[19.44,18.05,17.88],[.35,.33,.32]]) {
    const plan = structuredClone(s.compiled.plan!) as any; const t = w[0]!+w[1]!+w[2]!;
    plan.jobs[0].weight = { kind: 'given', weights: { psychological: w[0]!/t, economic: w[1]!/t, communicative: w[2]!/t } };
    const r = execute(plan, s.coded!, s.frame!);
    console.log(w.join(), JSON.stringify(['full.integration.f','full.integration.adjusted_r2','integration.mean(mode.village)','integration.mean(mode.township)','integration.mean(mode.cities)','integration.mean(all)'].map(a => r.quantities.get(a)?.value ?? r.quantities.get(a)?.reason)));
  }
});
