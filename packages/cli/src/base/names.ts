// Files as results name them: from the folder of the spec, so that a result is the same from whatever folder the command was called.
// Messages in a terminal, and the problems of `check`, keep the names that lead there from the working folder.
import { posix } from 'node:path';
import type { Problem } from '@studyspec/core';
import { standardFrameworks } from '@studyspec/dsl';
import { rootOf } from './windows.ts';

export function namesBeside(entry: string): (file: string) => string {
  const folder = posix.dirname(entry);
  return (file) => (standardFrameworks.has(file) ? file : nameFrom(folder, file));
}

/** How a file is named from a folder; from another drive or share of Windows there is no way but its whole name. */
export function nameFrom(folder: string, file: string): string {
  const [from, to] = [rootOf(folder), rootOf(file)];
  if (from === '' && to === '') return posix.relative(folder, file);
  return from === to ? posix.relative(folder.slice(from.length) || '/', file.slice(to.length) || '/') : file;
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
