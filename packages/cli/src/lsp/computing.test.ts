// The computing thread gives a long piece up in its middle when something newer is wanted: over real pipes this is test/lsp/waves.test.ts'.
import { readData } from '@studyspec/core';
import { openStudy } from '@studyspec/dsl';
import { expect, it } from 'vitest';
import { computer } from './computing.ts';
import type { PostedReply } from './compute-protocol.ts';

const rows = Array.from({ length: 1500 }, (_, at) => `${1 + ((at * 7) % 5)},${1 + ((at * 3) % 4)},${1 + ((at * at) % 5)}`);
const csv = new TextEncoder().encode(`q,r,s\n${rows.join('\n')}\n`);
const text = `study "Long"
data "d.csv"
scale s5 1..5
dimension d on s5 { indicator q  indicator r  indicator s }
regression job { explain q  by r, s  errors bootstrap 100000 }
`;
const reading = (options: Parameters<typeof readData>[2]) => readData(csv, 'd.csv', options);

it('ends within a bootstrap', () => {
  const study = openStudy('s.study', {
    language: 'en',
    text: () => ({ content: text }),
    answers: (_, options) => reading(options),
  });
  let wanted = true;
  const replies: PostedReply['kind'][] = [];
  const compute = computer(
    {
      read: (options) => ({ ...reading(options), absent: false, digest: 'd' }),
      digestOf: (one) => one,
    },
    () => !wanted,
    (message) => {
      if (!wanted) replies.push(message.kind);
      if (message.kind === 'step' && message.step.is === 'computing' && message.step.share > 0) wanted = false;
    },
  );
  compute({
    ticket: 1,
    study: 's.study',
    plan: study.compiled.plan!,
    files: [{ name: 'd.csv', path: 'd.csv', stamp: '1' }],
    execute: true,
    known: null,
    held: null,
  });
  expect(wanted).toBe(false);
  // All of it would take some ten seconds, and be told of five times in each.
  expect(replies.at(-1)).toBe('superseded');
  expect(replies.length).toBeLessThan(8);
});
