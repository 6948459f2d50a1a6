// `report { captions both }`: every table and figure has its caption in the report's language and in the other, in every form; without the
// clause nothing of the other language is there.
import { beforeAll, describe, expect, it } from 'vitest';
import { learn, renderers, reportOf, type Block, type ReportDocument } from '@studyspec/core';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';
import { unzip } from '../support/unzip.ts';

const rows = Array.from({ length: 60 }, (_, i) => `${1 + (i % 3)},${1 + ((i * 7) % 5)},${1 + ((i * 3 + (i >> 2)) % 5)}`).join('\n');
const report = (clause: string): ReportDocument =>
  reportOf(
    runProject(
      {
        'x.study':
          'study "S"\ndata "d.csv"\nscale s 1..5\ncategory g "Group" zh "组别" { one = 1  two = 2  three = 3 }\n' +
          'indicator a "First" zh "甲" on s\nindicator b on s\n' +
          `compare means "Means by group" zh "各组均值" { of a  by g }\nreport { tables means, sample  ${clause} }\n`,
        'd.csv': `g,a,b\n${rows}\n`,
      },
      'x.study',
    ).results!,
  );
const written = (form: keyof typeof renderers, document: ReportDocument): string => {
  const content = renderers[form].render(document, { width: 100 });
  if (typeof content === 'string') return content;
  const parts = [...unzip(Buffer.from(content)).values()].join('\n');
  return parts.replace(/<w:instrText[^<>]*>[^<>]*<\/w:instrText>|<[^<>]*>/gu, '');
};
const FORMS = ['text', 'html', 'markdown', 'latex', 'docx', 'csv', 'xlsx'] as const;
const spaced = (text: string): string => text.replace(/<[^<>]*>|\\(?:caption|textbf)\*?|[{}*\u3000]/gu, ' ').replace(/\s+/gu, ' ');

describe('captions in two languages', () => {
  beforeAll(() => learn('zh'));

  it('are there of every table and figure, each with its own number', () => {
    const document = report('language zh  captions both');
    const blocks = (all: readonly Block[]): readonly Block[] => all.flatMap((one) => (one.kind === 'section' ? blocks(one.blocks) : [one]));
    const captioned = blocks(document.blocks).filter((one) => one.kind === 'table' || one.kind === 'figure');
    expect(captioned.length).toBeGreaterThan(4);
    for (const one of captioned) expect(one, one.id).toMatchObject({ also: { language: 'en' } });
    const [means] = tablesIn(document.blocks).filter(({ table }) => table.id === 'means:means');
    expect(means!.table).toMatchObject({ title: '各组均值', also: { title: 'Means by group' } });
  });

  it.each(FORMS)('stand under each other in %s', (form) => {
    const chinese = spaced(written(form, report('language zh  captions both')));
    expect(chinese).toMatch(
      form === 'latex' ? /各组均值 .{0,40}Table 1\. Means by group/u : /表1 ?各组均值.{0,12}Table 1\. ?Means by group/u,
    );
    const english = spaced(written(form, report('captions both')));
    expect(english).toMatch(form === 'latex' ? /Means by group .{0,40}表1 ?各组均值/u : /Table 1\. ?Means by group.{0,12}表1 ?各组均值/u);
  });

  it.each(FORMS)('are in one language else, in %s', (form) => {
    expect(written(form, report('language zh'))).not.toContain('Means by group');
    expect(written(form, report('captions one'))).not.toContain('各组均值');
  });

  it.each(['apa', 'gbt', 'nature'] as const)('are in Word and LaTeX of style %s', (style) => {
    for (const form of ['docx', 'latex'] as const)
      expect(written(form, report(`language zh  captions both  style ${style}`)), form).toContain('Table 1');
  });
});
