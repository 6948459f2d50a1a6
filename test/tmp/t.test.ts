import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { loadStudy, withProblems } from '../../packages/cli/src/host/session.ts';
import { execute, renderText, reportOf } from '@studyspec/core';
it('t', () => {
  const s = loadStudy('examples/anshun/anshun.study'); const r = execute(s.compiled.plan!, s.coded!, s.frame!);
  writeFileSync('/tmp/report.txt', renderText(reportOf(r, { problems: withProblems(s, r.problems) }), { width: 100 }));
  writeFileSync('/tmp/report-zh.txt', renderText(reportOf(r, { problems: withProblems(s, r.problems), language: 'zh' }), { width: 100 }));
});
