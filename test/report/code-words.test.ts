// Words of the language in remarks and notes are set as code by every form that has a face for it; whatever else stands in them is inert.
import { describe, expect, it } from 'vitest';
import { renderers, type ReportDocument } from '@studyspec/core';
import { unzip } from '../support/unzip.ts';

const document: ReportDocument = {
  title: 'T',
  subtitle: '',
  language: 'en',
  blocks: [
    {
      kind: 'note',
      tone: 'warning',
      code: 'SS1',
      text: 'Write `errors <b>hc3</b>`.',
      help: 'Or `a_b`.',
      parts: [{ code: 'SS2', text: '`keep 4`' }],
    },
    {
      kind: 'table',
      id: 't',
      title: 'X',
      columns: [{ title: 'A', align: 'left' }],
      rows: [[{ kind: 'text', text: '`label`' }]],
      notes: ['By `missing mean`.'],
    },
  ],
};
const written = (form: keyof typeof renderers): string => {
  const content = renderers[form].render(document, { width: 100 });
  return typeof content === 'string' ? content : unzip(Buffer.from(content)).get('word/document.xml')!;
};

describe('words of the language in a report', () => {
  it.each([
    [
      'html',
      ['<code>errors &lt;b&gt;hc3&lt;/b&gt;</code>', '<code>a_b</code>', '<code>keep 4</code>', '<code>missing mean</code>', '`label`'],
    ],
    ['markdown', ['`errors <b>hc3</b>`', '`a_b`', '`keep 4`', '*By `missing mean`.*', '\\`label\\`']],
    ['latex', ['\\texttt{a\\_b}', '\\texttt{keep 4}', '\\texttt{missing mean}', '\\textasciigrave{}label\\textasciigrave{}']],
    [
      'docx',
      ['w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr><w:t xml:space="preserve">missing mean<', '>a_b<', '>`label`<'],
    ],
    ['text', ['`a_b`', '`keep 4`', '`missing mean`']],
  ] as const)('are code in %s', (form, expected) => {
    const text = written(form);
    for (const one of expected) expect(text).toContain(one);
  });
});
