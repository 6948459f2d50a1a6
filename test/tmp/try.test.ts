import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { parse } from '@studyspec/dsl';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { execute } from '@studyspec/core';
it('parses', () => {
  for (const f of ['anshun','anshun-clean','bijie','stress']) {
    const p = `/work/shared/design/grammar/examples/${f}.study`; const text = readFileSync(p,'utf8');
    const r = parse(text, f);
    console.log(f, r.file.declarations.length, r.problems.map(p => `${text.slice(0,p.place!.span.start).split('\n').length}: ${p.code} ${p.message} [${text.slice(p.place!.span.start,p.place!.span.end)}]`));
  }
});
it('runs', () => {
  for (const f of ['anshun','anshun-clean']) {
    const s = loadStudy(`examples/anshun/${f}.study`);
    console.log(f, s.problems.slice(0,20).map(p => `${p.code} ${p.severity} ${p.message} ${JSON.stringify(p.data ?? '')}`));
    if (s.compiled.plan && s.frame && s.coded) {
      const r = execute(s.compiled.plan, s.coded, s.frame);
      console.log(r.problems.map(p => `${p.code} ${p.message}`));
      for (const a of ['integration.kmo','integration.bartlett.chi2','integration.alpha_standardized','integration.mean','full.integration.adjusted_r2','full.integration.f','integration.economic.mean']) console.log(a, r.quantities.get(a)?.value);
      console.log([...r.quantities.keys()].filter(k=>/^integration|^full.integration\.(?!beta|b\(|se|t\(|p\()|adjusted|by_mode|explained/.test(k)).slice(0,150).map(k=>k+'='+r.quantities.get(k)!.value).join('\n'));
    }
  }
});
