// Thousands of random edits with features called in between: nothing throws, and in the end everything is as if the text had just been
// opened.
import { codeStudy, execute, readCsv, schemaOf, withoutPlan } from '@studyspec/core';
import {
  completionsAt,
  createEngine,
  definitionAt,
  fixesAt,
  foldsOf,
  formatEdits,
  formatOnType,
  formatRangeEdits,
  highlightsAt,
  hintsOf,
  hoverAt,
  lensesOf,
  linksOf,
  prepareRenameAt,
  previewTargetAt,
  problemsByFile,
  problemsOf,
  referencesAt,
  renameAt,
  replicatedBy,
  replicates,
  selectionRangesAt,
  semanticTokensOf,
  signatureAt,
  studyAt,
  symbolsOf,
  workspaceSymbols,
  type Engine,
  type Snapshot,
} from '@studyspec/dsl';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../support/random.ts';
import { startClient, type Diagnostic } from './client.ts';
import { answers, makeProject, replication, spec } from './project.ts';

const snippets = [
  '{',
  '}',
  '"',
  '`',
  '(',
  ')',
  ',',
  '..',
  '=',
  '|',
  ' of ',
  ' by ',
  ' where ',
  ' is ',
  '\n',
  '\r\n',
  '// ',
  '😀',
  '归',
  '5',
  '.',
  'index ',
  'index extra "Extra" {\n  of belonging\n}\n',
  'indicator more "More"\n',
  'category c { a = 1  b = 2 }\n',
  'model.integration.beta(',
  'hypothesis h { model.integration.r2 > 0 }\n',
  'published "P" { integration.alpha = 0.9 }\n',
  ' replicates "elsewhere.study"',
  ' replicates "nowhere.study"',
  ' from sex',
  ' reversed',
  ' marked by ',
  'keep 2',
  '\u0000',
  '\ud800',
  'without sex\n',
  'data "other.csv" { id id }\n',
];

const bytes = new TextEncoder().encode(answers());
/** What a host does: texts that are asked for, data, numbers. */
function serve(engine: Engine, path: string, compute: boolean): void {
  for (let round = 0; round < 20; round += 1) {
    const missing = engine.needs(path).filter((one) => engine.textOf(one) === undefined);
    if (missing.length === 0) break;
    for (const one of missing) engine.setText(one, null);
  }
  const work = engine.work(path);
  if (!compute || work === null) return;
  const { frame, problems } =
    work.files[0]!.name === 'answers.csv' ? readCsv(bytes, 'answers.csv', { text: ['id'] }) : { frame: null, problems: [] };
  engine.setData(path, { digest: work.files[0]!.name, schema: frame === null ? null : schemaOf(frame), problems });
  const wanted = engine.work(path);
  if (wanted === null || frame === null) return;
  const coded = codeStudy(wanted.plan, frame);
  engine.setOutcome(path, {
    work: wanted,
    digest: wanted.files[0]!.name,
    results: wanted.execute ? withoutPlan(execute(wanted.plan, coded, frame)) : null,
    problems: coded.problems,
  });
}

const features: readonly ((s: Snapshot, at: number, to: number) => unknown)[] = [
  completionsAt,
  hoverAt,
  (s) => hintsOf(s),
  (s, start, end) => hintsOf(s, { start, end }),
  lensesOf,
  definitionAt,
  (s, at) => referencesAt(s, at, true),
  highlightsAt,
  prepareRenameAt,
  (s, at) => renameAt(s, at, '新名'),
  symbolsOf,
  (s) => workspaceSymbols(s.studies, 'e'),
  foldsOf,
  selectionRangesAt,
  (s) => semanticTokensOf(s),
  (s, start, end) => semanticTokensOf(s, { start, end }),
  formatEdits,
  (s, start, end) => formatRangeEdits(s, { start, end }),
  (s, at) => formatOnType(s, at, '}'),
  (s, at) => formatOnType(s, at, '\n'),
  signatureAt,
  (s, start, end) => fixesAt(s, { start, end }),
  linksOf,
  previewTargetAt,
  studyAt,
  (s) => replicatedBy(s.studies, s.file.path),
  (s) => replicates(s.studies, s.file.path),
  problemsOf,
  problemsByFile,
];

const formatting = new Set(features.flatMap((feature, at) => (/format/u.test(String(feature)) ? [at] : [])));

/** Everything that an editor could see, as one text. */
function seen(engine: Engine, path: string): string {
  const s = engine.snapshot(path)!;
  const compiled = engine.compiled(path);
  return JSON.stringify({
    parsed: engine.parsed(path),
    plan: compiled.plan,
    problems: problemsOf(s),
    needs: compiled.needs,
    state: engine.numbersState(path),
    hints: hintsOf(s),
    tokens: semanticTokensOf(s),
    symbols: symbolsOf(s),
    studies: s.studies.map((one) => one.entry),
    sources: [...s.sources.keys()].sort(),
  });
}

/** Continuous integration asks for 20,000 of them. */
const EDITS = Number(process.env['STUDYSPEC_EDITS'] ?? 5000);

describe('random edits', () => {
  it(`${EDITS} of them, with every feature in between, leave what a fresh engine has`, () => {
    const random = randomOf(20241124);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const engine = createEngine();
    const files = ['/w/study.study', '/w/elsewhere.study'] as const;
    engine.setStudies(files);
    engine.setText(files[0], spec);
    engine.setText(files[1], replication);
    const texts: Record<string, string> = { [files[0]]: spec, [files[1]]: replication };
    const history: [string, string][] = [];
    const called = new Map<number, number>();
    for (let done = 0; done < EDITS; done += 1) {
      const path = random() < 0.9 ? files[0] : files[1];
      let text = texts[path]!;
      const at = Math.floor(random() * (text.length + 1));
      const to = Math.min(text.length, at + Math.floor(random() * (random() < 0.05 ? 120 : 5)));
      const action = random();
      if (action < 0.45 && history.length > 0) {
        const [file, before] = history.pop()!;
        texts[file] = before;
        engine.setText(file, before);
      } else {
        history.push([path, text]);
        if (action < 0.6) text = text.slice(0, at) + text.slice(to);
        else if (action < 0.75) text = text.slice(0, at) + String.fromCharCode(97 + Math.floor(random() * 26)) + text.slice(at);
        else if (action < 0.93) text = text.slice(0, at) + pick(snippets) + text.slice(at);
        else {
          const from = Math.floor(random() * spec.length);
          text = text.slice(0, at) + spec.slice(from, from + Math.floor(random() * 100)) + text.slice(at);
        }
        if (text.length > 4000) text = path === files[0] ? spec : replication;
        texts[path] = text;
        engine.setText(path, text);
      }
      if (history.length > 400) history.splice(0, 200);
      try {
        serve(engine, path, done % 200 === 0);
        const s = engine.snapshot(path)!;
        let feature = Math.floor(random() * features.length);
        // Formatting proves its own work, which takes as long as all others together: one in four will do.
        if (formatting.has(feature) && random() < 0.75) feature = 0;
        called.set(feature, (called.get(feature) ?? 0) + 1);
        const length = texts[path]!.length;
        const [from, until] = [Math.floor(random() * (length + 1)), Math.floor(random() * (length + 1))];
        features[feature]!(s, Math.min(from, until), Math.max(from, until));
      } catch (error) {
        throw new Error(`after ${done} edits, on ${JSON.stringify(texts[path])}`, { cause: error });
      }
    }
    expect([...called.values()].every((times) => times > EDITS / 200) && called.size === features.length).toBe(true);
    const fresh = createEngine();
    for (const one of [engine, fresh]) {
      for (const path of files) {
        one.setText(path, path === files[0] ? `// last\n${spec}` : `${replication}// last\n`);
        // Others that were wanted on the way, and are not any more.
        for (const other of ['/w/nowhere.study']) one.forgetText(other);
      }
      one.setStudies(files);
      for (const path of files) serve(one, path, true);
    }
    for (const path of files) expect(seen(engine, path)).toBe(seen(fresh, path));
    expect(fresh.numbersState(files[0])).toBe('ready');
  }, 900_000);

  it('1,000 of them over the pipes leave what a fresh server says', async () => {
    const random = randomOf(7);
    const project = makeProject();
    const root = pathToFileURL(project.folder).href;
    const client = await startClient(root);
    const uri = project.uri('study.study');
    client.open(uri, spec);
    let text = spec;
    let version = 1;
    const position = (offset: number): { line: number; character: number } => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)!.length };
    };
    const methods = [
      'hover',
      'completion',
      'documentSymbol',
      'foldingRange',
      'documentHighlight',
      'definition',
      'codeLens',
      'formatting',
      'semanticTokens/full',
    ];
    const waiting: Promise<unknown>[] = [];
    for (let done = 0; done < 1000; done += 1) {
      const at = Math.floor(random() * (text.length + 1));
      const to = Math.min(text.length, at + Math.floor(random() * 6));
      // Lone halves of a pair and bare carriage returns are counted differently by whom they are not meant for: not over the pipes.
      const insert = random() < 0.5 ? '' : snippets[Math.floor(random() * snippets.length)]!.replace(/[\r\ud800]/gu, '');
      const range = { start: position(at), end: position(to) };
      text = text.slice(0, at) + insert + text.slice(to);
      version = client.change(uri, [{ range, text: insert }]);
      if (text.length > 4000) {
        text = spec;
        version = client.change(uri, [{ text: spec } as never]);
      }
      if (done % 5 === 0) {
        const method = `textDocument/${methods[(done / 5) % methods.length]!}`;
        waiting.push(
          client
            .ask(method, { textDocument: { uri }, position: position(Math.floor(random() * text.length)), options: {} })
            .answer.then((answer) => {
              if (answer.error !== undefined && answer.error.code !== -32800) throw new Error(`${method}: ${answer.error.message}`);
            }),
        );
      }
    }
    await Promise.all(waiting);
    const last = `${spec}\nhypothesis h { model.integration.beta(nobody) > 0 }\n`;
    version = client.change(uri, [{ text: last } as never]);
    await client.ready(uri, version);
    const fresh = await startClient(root);
    fresh.open(uri, last);
    await fresh.ready(uri, 1);
    const ask = async (one: typeof client): Promise<unknown> => ({
      symbols: await one.request('textDocument/documentSymbol', { textDocument: { uri } }),
      tokens: (await one.request<{ data: unknown }>('textDocument/semanticTokens/full', { textDocument: { uri } })).data,
      problems: (
        one.messages.filter((message) => message.method === 'textDocument/publishDiagnostics').at(-1)!.params as {
          diagnostics: Diagnostic[];
        }
      ).diagnostics,
    });
    expect(await ask(client)).toEqual(await ask(fresh));
    expect(client.stderr()).toBe('');
    await fresh.close();
    await client.close();
    project.remove();
  }, 120_000);
});
