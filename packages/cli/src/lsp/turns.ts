// Letting newer messages in. The protocol's library takes one message a turn of the event loop, each turn asked for after its handler has
// run: so it takes two turns until the next message has been taken in.

/** In the next turn of the event loop; browsers have no shorter way to say so, and the library takes the same there. */
export const inNextTurn: (run: () => void) => void =
  typeof setImmediate === 'function'
    ? (run) => {
        setImmediate(run);
      }
    : (run) => {
        setTimeout(run, 0);
      };

export function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    inNextTurn(() => {
      inNextTurn(resolve);
    });
  });
}
