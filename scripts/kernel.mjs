// Compiles the counting kernel: WebAssembly text to a module of TypeScript that holds its bytes, the same wherever it is run.
import { readFileSync } from 'node:fs';
import wabt from 'wabt';

const WIDTH = 120;

export async function kernelModule(path) {
  const { parseWat } = await wabt();
  const module = parseWat('kernel.wat', readFileSync(path, 'utf8'), { simd: true });
  module.validate();
  // Without names: they stand in the source.
  const { buffer } = module.toBinary({ write_debug_names: false });
  module.destroy();
  const text = Buffer.from(buffer).toString('base64');
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'gu')).map((line) => `  '${line}'`);
  return (
    `// Written by scripts/generate.mjs from kernel.wat; changes here are lost.\n\n/** The counting kernel as a WebAssembly module, in ` +
    `base64. */\nexport const kernelBytes =\n${lines.join(' +\n')};`
  );
}
