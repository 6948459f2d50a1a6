// `studyspec lsp --stdio`: the server as a process, spoken to through its input and output.
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serve } from '../server.ts';
import { disk } from './disk.ts';
import { framing } from './framing.ts';
import { startThread } from './thread.ts';

/** Serves until the editor says that it ends, or its input does; gives the status to end with. */
export function serveStdio(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<0 | 1> {
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(input), new StreamMessageWriter(output));
  const { ended, end } = serve(connection, { files: disk, startThread });
  // An input that ends is an editor that is gone, though the process that it named may live on.
  for (const event of ['end', 'close', 'error'])
    input.on(event, () => {
      end();
    });
  const wrongIn = framing();
  input.on('data', (chunk: Buffer) => {
    const wrong = wrongIn(chunk);
    if (wrong === null) return;
    process.stderr.write(`What comes in is not framed as the language server protocol says: ${wrong}. The server ends.\n`);
    end(1);
  });
  connection.listen();
  return ended;
}
