// What a call writes to its two streams, kept instead. Apart from in-process.ts: a mock's factory must not read the program that waits for
// it.

export const caught = { out: '', err: '' };

/** For `vi.mock('…/base/streams.ts', …)`. */
export async function streamsInto<T extends object>(original: () => Promise<T>): Promise<T> {
  return {
    ...(await original()),
    write: (stream: unknown, text: string) => {
      caught[stream === process.stdout ? 'out' : 'err'] += text;
      return Promise.resolve();
    },
  };
}
