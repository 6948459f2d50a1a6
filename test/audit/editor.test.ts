// What the editor makes of printed figures: problems on the cell, CSV files included, with their mend; and an edit elsewhere costs no
// audit.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const read = (file: string): string => readFileSync(folder + file, 'utf8');
const spec = read('published.study');

function opened() {
  const engine = createEngine();
  engine.setText('published.study', spec);
  for (const file of engine.needs('published.study')) engine.setText(file, read(file));
  return engine;
}

describe('an open paper', () => {
  it('shows what its figures contradict, on the cell of the CSV file, with the mend there', () => {
    const { dataProblems } = opened().snapshot('published.study')!;
    const swap = dataProblems.find((problem) => problem.code === 'SS815' && tell(problem, 'en').message.includes('exchanged'))!;
    const csv = read('published/table6_beta.csv');
    expect([swap.place!.file, csv.slice(swap.place!.span.start, swap.place!.span.end)]).toEqual(['published/table6_beta.csv', '0.184**']);
    const mended = [...swap.fixes![0]!.edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((text, edit) => text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end), csv);
    expect(mended).toContain('education.college,0.054,-0.090,0.184**,');
  });

  it('stops complaining when the cells are put right', () => {
    const engine = opened();
    engine.setText('published/table6_beta.csv', read('published/table6_beta.csv').replace('0.184**,-0.090', '-0.090,0.184**'));
    expect(engine.snapshot('published.study')!.dataProblems.some((problem) => tell(problem, 'en').message.includes('exchanged'))).toBe(
      false,
    );
  });

  it('is not audited again for an edit that touches no figure, and its problems move with the text', () => {
    const engine = opened();
    // Read off at once: spans of an earlier text move along with the next.
    const now = (): { problems: number; rate: number } => {
      const found = engine.snapshot('published.study')!.dataProblems;
      return { problems: found.length, rate: found.find((problem) => tell(problem, 'en').message.startsWith('site.E'))!.place!.span.start };
    };
    const before = now();
    const runs = engine.runs().audited;
    engine.setText('published.study', `// a remark\n${spec}`);
    expect(now()).toEqual({ problems: before.problems, rate: before.rate + '// a remark\n'.length });
    engine.setText('published.study', `// a remark\n${spec.replace('"Economy"', '"The economy"')}`);
    expect(now().problems).toBe(before.problems);
    expect(engine.runs().audited).toBe(runs);
    engine.setText('published.study', spec.replace('2.17', '10.48'));
    expect(engine.snapshot('published.study')!.dataProblems.some((problem) => tell(problem, 'en').message.startsWith('site.E'))).toBe(
      false,
    );
    expect(engine.runs().audited).toBe(runs + 1);
  });
});
