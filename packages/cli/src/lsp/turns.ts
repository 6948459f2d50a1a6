// Letting newer messages in. The protocol's library takes one message a turn of the event loop, each turn asked for after its handler has
// run: so it takes two turns until the next message has been taken in.

export function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      setImmediate(resolve);
    });
  });
}
