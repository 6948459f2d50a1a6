// The pages for users of other programs: what their first table says is written here stands, as it is, in the study at the foot of
// the page, which passes `check` (test/language/documents.test.ts).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const plain = (text: string): string => text.replaceAll('\\|', '|').replaceAll(/\s+/gu, ' ');

describe.each(['docs', 'docs/zh'].flatMap((folder) => ['spss', 'r', 'stata'].map((name) => `${folder}/coming-from-${name}.md`)))(
  '%s',
  (page) => {
    const text = read(page);
    const study = plain(/^```study\n(.*?)^```/msu.exec(text)![1]!);
    const [, table] = text.split(/^## /mu);
    const rows = [...table!.matchAll(/^\| (.*) \| (.*) \|$/gmu)].slice(2);

    it('shows what can be written, word by word', () => {
      const written = rows.flatMap(([, , here]) => [...here!.matchAll(/`([^`]+)`/gu)].map((match) => plain(match[1]!)));
      const missing = written.filter((one) => !one.startsWith('studyspec ') && !/^\.\w+$/u.test(one) && !study.includes(one));
      expect(missing).toEqual([]);
      expect(written.length).toBeGreaterThan(20);
    });

    it('has a place for every step of a study', () => {
      expect(rows.length).toBe(23);
      expect(rows.every(([, there, here]) => there!.length > 3 && here!.length > 3)).toBe(true);
    });
  },
);
