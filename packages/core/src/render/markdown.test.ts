// A document as Markdown, letter for letter: what stands in its cells, and that no text of a study becomes a sign of Markdown or HTML.
import { expect, it } from 'vitest';
import type { Block, ReportDocument, TableBlock } from '../show/document.ts';
import { markdownRenderer } from './markdown.ts';

const table: TableBlock = {
  kind: 'table',
  id: 't',
  number: 1,
  title: 'A | B',
  columns: [
    { title: '', align: 'left' },
    { title: 'b', align: 'number', group: 'All' },
    { title: 'Printed', align: 'number' },
  ],
  rows: [
    [{ kind: 'text', text: 'Age', emphasis: true, span: 3 }],
    [
      { kind: 'text', text: '19|45 <b>', indent: 1, aside: 'reference' },
      { kind: 'number', value: 0.2824, format: 'coefficient', decimals: 3, stars: '**', address: 'a.b' },
      { kind: 'number', value: 0.28, format: 'coefficient', decimals: 2, mark: 'differs', address: 'a.c' },
    ],
    [
      { kind: 'text', text: '_x_' },
      { kind: 'interval', low: -0.1, high: 0.3, format: 'coefficient', decimals: 2, addresses: ['a.low', 'a.high'] },
      { kind: 'number', value: null, format: 'p', reason: 'a single case', address: 'a.p' },
    ],
  ],
  notes: ['*p < .05 & more'],
};
const rendered = (blocks: readonly Block[]): string =>
  markdownRenderer.render({ title: 'S *x*', subtitle: '3 cases', language: 'en', blocks } satisfies ReportDocument, {
    width: 80,
  }) as string;

it('is what every other form has, as a table that Markdown knows', () => {
  expect(rendered([{ kind: 'section', id: 's', title: 'Results', blocks: [table] }])).toContain(`# S \\*x\\*

3 cases

## Results

**Table 1. A \\| B**

|  | All: b | Printed |
| :-- | --: | --: |
| **Age** |  |  |
| &emsp;19\\|45 \\<b\\> (reference) | 0.282\\*\\* | 0.28 ✗ |
| \\_x\\_ | \\[-0.10, 0.30\\] | . |

*\\*p \\< .05 & more*
`);
});

it('quotes what is noted, with its code, what to do and what it sums up', () => {
  const note: Block = {
    kind: 'note',
    tone: 'warning',
    text: 'Two | rows',
    code: 'SS331',
    help: 'Look.',
    parts: [{ code: 'SS331', text: 'row 2' }],
  };
  expect(rendered([note])).toContain('\n> **SS331** Two \\| rows Look.\n> - SS331 row 2\n');
});
