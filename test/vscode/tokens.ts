// Runs the extension's TextMate grammar as an editor does, and says which scopes a word of a text got.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const path = fileURLToPath(new URL('../../packages/vscode/syntaxes/studyspec.tmLanguage.json', import.meta.url));
const wasm = join(dirname(createRequire(import.meta.url).resolve('vscode-oniguruma')), 'onig.wasm');

export interface ScopedToken {
  readonly text: string;
  readonly line: number;
  readonly scopes: readonly string[];
}

export async function loadGrammar(): Promise<IGrammar> {
  const bytes = readFileSync(wasm);
  await oniguruma.loadWASM(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope: string) =>
      Promise.resolve(scope === 'source.studyspec' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null),
  });
  const grammar = await registry.loadGrammar('source.studyspec');
  if (grammar === null) throw new Error('the grammar does not load');
  return grammar;
}

export function tokensOf(grammar: IGrammar, text: string): ScopedToken[] {
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap((content, line) => {
    const result = grammar.tokenizeLine(content, stack);
    stack = result.ruleStack;
    return result.tokens.map((token) => ({ text: content.slice(token.startIndex, token.endIndex), line, scopes: token.scopes }));
  });
}
