/** The worker's side in a thread of Node, with the small engine. */
import { parentPort } from 'node:worker_threads';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { serve } from '../../../src/session/worker/serve.ts';
import { smallEngine } from './small-engine.ts';

const port = parentPort!;
const take = serve({
  engine: smallEngine,
  bootFiles: readBootFiles,
  send: (answer) => port.postMessage(answer),
  version: 'small',
});
port.on('message', take);
