// Compiles a kernel: WebAssembly text to a module of TypeScript that holds its bytes, the same wherever it is run.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import wabt from 'wabt';

const WIDTH = 120;

/** `name` of what is exported, `holds` what that is. */
export async function kernelModule(path, name, holds) {
  const { parseWat } = await wabt();
  const file = basename(path);
  const module = parseWat(file, readFileSync(path, 'utf8'), { simd: true });
  module.validate();
  // Without names: they stand in the source.
  const { buffer } = module.toBinary({ write_debug_names: false });
  module.destroy();
  const text = Buffer.from(buffer).toString('base64');
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'gu')).map((line) => `  '${line}'`);
  return (
    `// Written by scripts/generate.mjs from ${file}; changes here are lost.\n\n/** ${holds} as a WebAssembly module, in base64. */\n` +
    `export const ${name} =\n${lines.join(' +\n')};`
  );
}
