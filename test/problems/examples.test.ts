// Every kind of problem has an example that raises exactly it, and a mended one that raises nothing.
import { describe, expect, it } from 'vitest';
import { tell, wordsOfProblem, problemCatalogue } from '@studyspec/core';
import { runProject } from '../support/project.ts';

describe('every problem', () => {
  it('has a code and a name of its own, and says what to do', () => {
    expect(new Set(problemCatalogue.map((kind) => kind.code)).size).toBe(problemCatalogue.length);
    expect(new Set(problemCatalogue.map((kind) => kind.name)).size).toBe(problemCatalogue.length);
    for (const kind of problemCatalogue) expect(wordsOfProblem(kind.name, 'en').explanation.length, kind.code).toBeGreaterThan(40);
  });

  it.each(problemCatalogue.map((kind) => [kind.code, kind] as const))(
    '%s is raised by its example, and by nothing in the mended one',
    (code, kind) => {
      const { wrong, right, files = {}, rightFiles = {}, command } = kind.example;
      const before = runProject({ ...files, 'example.study': wrong }, 'example.study', command);
      expect(
        [...new Set(before.problems.map((problem) => problem.code))].map((found) =>
          found === code ? found : `${found}: ${tell(before.problems.find((problem) => problem.code === found)!, 'en').message}`,
        ),
      ).toEqual([code]);
      const place = before.problems[0]?.place;
      if (place !== undefined && place.file === 'example.study') {
        expect(place.span.start).toBeGreaterThanOrEqual(0);
        expect(place.span.end).toBeLessThanOrEqual(wrong.length);
      }
      const after = runProject({ ...files, ...rightFiles, 'example.study': right }, 'example.study', command);
      expect(after.problems.map((problem) => `${problem.code}: ${tell(problem, 'en').message}`)).toEqual([]);
    },
  );
});
