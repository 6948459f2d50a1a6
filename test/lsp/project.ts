// A small study in a folder of its own, with Chinese and emoji in names and labels, and a second study that replicates it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const spec = `study "Belonging 🏘️ in new homes" zh "社会融入"

data "answers.csv" {
  id id
  missing blank
}

scale agreement 1..5 "no" zh "不" .. "yes" zh "是"

dimension belonging "Belonging" on agreement {
  indicator 归属感 "Feels at home 🏠" zh "归属感"
  indicator stays "Would stay"
  indicator talks "Talks to neighbours"
  indicator helps "Helps neighbours"
}

category sex "Sex" { male "Male" = 1  female "Female" = 2 }
number age "Age"

index integration "Integration" {
  of belonging
  keep 1
  component home "Home" marked by 归属感
}

compare by_sex { of integration  by sex }

regression model "What matters" {
  explain integration
  by sex, age
}
`;

export const replication = `study "The same elsewhere" replicates "study.study"

data "answers.csv" { id id }
`;

/** 40 rows of answers that hang together, without chance: the same every time. */
export function answers(shift = 0): string {
  const rows = ['id,归属感,stays,talks,helps,sex,age'];
  for (let row = 0; row < 40; row += 1) {
    const level = 1 + ((row * 7 + shift) % 5);
    const answer = (by: number): number => Math.min(5, Math.max(1, level + ((row * (by + 2) + Math.floor(row / (by + 3))) % 3) - 1));
    rows.push([row + 1, answer(0), answer(1), answer(2), answer(4), 1 + (row % 2), 20 + ((row * 11) % 50)].join(','));
  }
  return `${rows.join('\n')}\n`;
}

export interface TestProject {
  readonly folder: string;
  readonly uri: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  readonly remove: () => void;
}

export function makeProject(folderName = 'studies'): TestProject {
  const parent = mkdtempSync(join(tmpdir(), 'studyspec-lsp-'));
  const folder = mkdtempSync(join(parent, folderName));
  const write = (name: string, content: string): void => {
    writeFileSync(join(folder, name), content);
  };
  write('answers.csv', answers());
  write('study.study', spec);
  write('elsewhere.study', replication);
  return {
    folder,
    uri: (name) => pathToFileURL(join(folder, name)).href,
    write,
    remove: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
