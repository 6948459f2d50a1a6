// Files as results name them: from the folder of the spec, so that a result is the same from whatever folder the command was called.
// Messages in a terminal, and the problems of `check`, keep the names that lead there from the working folder.
import { posix } from 'node:path';
import type { Problem } from '@studyspec/core';
import { standardFrameworks } from '@studyspec/dsl';

export function namesBeside(entry: string): (file: string) => string {
  const folder = posix.dirname(entry);
  return (file) => (standardFrameworks.has(file) ? file : posix.relative(folder, file));
}

/** The problem with the places of itself and of its parts named like that. */
export function renamed(problem: Problem, name: (file: string) => string): Problem {
  const { place, parts } = problem;
  return {
    ...problem,
    ...(place === undefined ? {} : { place: { ...place, file: name(place.file) } }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => renamed(part, name)) }),
  };
}
