// How the server ends, over real pipes: with its input, whoever its editor said it was, and with what is no message. And what it forgets.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { framing } from '../../packages/cli/src/lsp/node/framing.ts';
import { startClient } from './client.ts';
import { spec } from './project.ts';

const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));

function start() {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  server.stdin.on('error', () => undefined);
  server.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; err: string }>((resolve) => {
    server.on('close', (code) => {
      resolve({ code, err: said.err });
    });
  });
  const until = (text: string) =>
    new Promise<void>((resolve) => {
      server.stdout.on('data', (chunk: Buffer) => {
        said.out += chunk.toString();
        if (said.out.includes(text)) resolve();
      });
    });
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  return { server, ended, until, send };
}

/** `processId` is that of the test, which lives on. */
async function initialized() {
  const one = start();
  const answered = one.until('"id":1');
  one.send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  await answered;
  return one;
}

describe('the language server ends', () => {
  it('when its input ends, with 0 before anything was begun', async () => {
    const { server, ended } = start();
    server.stdin.end();
    expect(await ended).toEqual({ code: 0, err: '' });
  });

  it('when its input ends after initialize, though the process that it was told of lives on', async () => {
    const { server, ended } = await initialized();
    server.stdin.end();
    expect(await ended).toEqual({ code: 1, err: '' });
  });

  it('when its input ends while a file is open', async () => {
    const { server, ended, send, until } = await initialized();
    const told = until('publishDiagnostics');
    send({ method: 'initialized', params: {} });
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: 'file:///nowhere/x.study', languageId: 'studyspec', version: 1, text: spec } },
    });
    await told;
    server.stdin.end();
    expect((await ended).code).toBe(1);
  });

  it('when its input ends after shutdown, with 0', async () => {
    const { server, ended, send, until } = await initialized();
    const answered = until('"id":2');
    send({ id: 2, method: 'shutdown' });
    await answered;
    server.stdin.end();
    expect(await ended).toEqual({ code: 0, err: '' });
  });

  it.each(
    [
      ['garbage garbage\r\n\r\n{}', '"garbage garbage" is no header'],
      ['Content-Type: x\r\n\r\n{}', 'there is no Content-Length'],
      ['Content-Length: abc\r\n\r\n{}', '"abc" is no Content-Length'],
      ['Content-Length: -5\r\n\r\n{}', '"-5" is no Content-Length'],
      ['Content-Length: 99999999999999\r\n\r\n{}', '"99999999999999" is no Content-Length'],
      ['Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 'there are several Content-Lengths'],
      ['x'.repeat(20_000), 'a header of more than 8192 bytes'],
    ].map(([text, wrong]) => ({ text, wrong })),
  )('when what comes in has $wrong', async ({ text, wrong }) => {
    for (const one of [start(), await initialized()]) {
      one.server.stdin.write(text);
      expect(await one.ended).toEqual({
        code: 1,
        err: `What comes in is not framed as the language server protocol says: ${wrong}. The server ends.\n`,
      });
    }
  });

  it('not on a body that is no JSON: the message is lost, not the session', async () => {
    const client = await startClient(null);
    client.raw('Content-Length: 5\r\n\r\n{]}]}');
    client.open('file:///nowhere/x.study', spec);
    expect(await client.diagnostics('file:///nowhere/x.study', 1)).toBeDefined();
    expect(await client.close()).toBe(0);
  });
});

describe('frames', () => {
  it('are followed however they are cut', () => {
    const stream = Buffer.from(
      ['{"a":"é\\r\\n\\r\\nContent-Length: x"}', '{}', '[]']
        .map((body) => `Content-Type: y\r\ncontent-length:  ${Buffer.byteLength(body)}\r\n\r\n${body}`)
        .join(''),
    );
    for (let size = 1; size <= stream.length; size += 1) {
      const wrongIn = framing();
      for (let at = 0; at < stream.length; at += size) expect(wrongIn(stream.subarray(at, at + size))).toBeNull();
      expect(wrongIn(Buffer.from('Content-Length: 0\r\n\r\n'))).toBeNull();
      expect(wrongIn(Buffer.from('nonsense\r\n\r\n'))).toBe('"nonsense" is no header');
    }
  });
});

it('what is forgotten is forgotten whole, and right when it comes back', () => {
  const engine = createEngine();
  const original = 'framework "o"\nscale five 1..5\nindicator q on five\n';
  engine.setText('/o.study', original);
  engine.setText('/s.study', 'study "s" replicates "o.study"\ndata "d.csv" { }\nblock b of q\n');
  const before = JSON.stringify(engine.compiled('/s.study'));
  expect([...engine.textsRead('/s.study')]).toContain('/o.study');
  engine.forgetText('/o.study');
  expect(engine.textOf('/o.study')).toBeUndefined();
  expect(engine.needs('/s.study')).toEqual(['/o.study']);
  const runs = engine.runs().parsed;
  engine.setText('/o.study', original);
  expect(JSON.stringify(engine.compiled('/s.study'))).toBe(before);
  expect(engine.runs().parsed).toBeGreaterThan(runs);
  engine.setText('/o.study', original.replace('indicator q', 'indicator r'));
  expect(engine.compiled('/s.study').problems.map((one) => one.code)).toContain('SS201');
});
