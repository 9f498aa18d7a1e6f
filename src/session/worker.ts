/** The worker's entry: the engine and the server behind the protocol. */
import { fetchBootFiles } from '../database/fetch-boot-files.ts';
import { engine } from '../engine/index.ts';
import type { Request } from './protocol.ts';
import { serve } from './serve.ts';

const take = serve({ engine, bootFiles: fetchBootFiles, send: (answer) => self.postMessage(answer) });
self.addEventListener('message', ({ data }: MessageEvent<Request>) => take(data));
