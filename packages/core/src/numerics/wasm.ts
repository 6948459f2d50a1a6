// WebAssembly where there is any: modules without imports, from their bytes in base64.

interface Engine {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}
declare const atob: (text: string) => string;

/** What a module exports; null where there is no WebAssembly, none that can do what it asks for, or a page that forbids to compile it. */
export function moduleOf<Exports>(base64: string): Exports | null {
  const { WebAssembly: engine } = globalThis as { WebAssembly?: Engine };
  if (engine === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return engine.validate(bytes) ? (new engine.Instance(new engine.Module(bytes)).exports as Exports) : null;
  } catch {
    return null;
  }
}
