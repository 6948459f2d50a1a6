// The computing thread of a machine: its messages and its files.
import { parentPort, workerData } from 'node:worker_threads';
import type { ComputeRequest, ComputeStart } from '../compute-protocol.ts';
import { computer } from '../computing.ts';
import { diskSource } from './disk-source.ts';

const port = parentPort!;
const superseded = new Int32Array((workerData as ComputeStart).superseded);
const compute = computer(
  diskSource,
  (ticket) => Atomics.load(superseded, 0) === ticket,
  (message) => {
    port.postMessage(message);
  },
);
port.on('message', (request: ComputeRequest) => {
  compute(request);
});
