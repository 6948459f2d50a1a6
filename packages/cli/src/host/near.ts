// What a file that is not there may have been called.
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearest } from '@studyspec/core';

export function nearestFile(path: string): string | null {
  try {
    return nearest(basename(path), readdirSync(dirname(path)));
  } catch {
    return null;
  }
}
