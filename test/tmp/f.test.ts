import { it } from 'vitest';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { execute, linearFit, momentsOf, meanSubstituted, reliability } from '@studyspec/core';
it('f', () => {
  const s = loadStudy('examples/anshun/anshun.study'); const r = execute(s.compiled.plan!, s.coded!, s.frame!);
  for (const o of ['integration','psychological','economic','communicative','cultural']) console.log(o, r.quantities.get(`full.${o}.f`)?.value, r.quantities.get(`full.${o}.adjusted_r2`)?.value, r.quantities.get(`full.${o}.r2`)?.value, r.quantities.get(`full.${o}.n`)?.value);
  const job = s.compiled.plan!.jobs[0] as any;
  const items = job.items ?? job.of; console.log(items);
  const sub = meanSubstituted(items.map((i: string) => s.coded!.numbers.get(i)!));
  const m = reliability(momentsOf(sub.columns)); console.log('alpha sub', m.alpha, m.standardized);
  const cats = s.coded!.categories; for (const [k,v] of cats) console.log(k, [...v].filter(x=>x<0).length);
  for (const k of ['pol_training','com_amenity','com_housing','com_access','com_security']) console.log(k,[...s.coded!.numbers.get(k)!].filter(Number.isNaN).length);
});
