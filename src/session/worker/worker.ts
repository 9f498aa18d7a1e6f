/** The worker's entry: the engine and the server behind the protocol. */
import { fetchBootFiles } from '../../database/fetch-boot-files.ts';
import { engine } from '../../engine/index.ts';
import type { Answer, Request } from '../protocol.ts';
import { PART_SOURCES } from './fetch-parts.ts';
import { serve } from './serve.ts';

// The built file's name changes with what is in it.
const version = import.meta.url;
const send = (answer: Answer) => self.postMessage(answer);
const take = serve({ engine, bootFiles: fetchBootFiles, send, version, parts: PART_SOURCES });
self.addEventListener('message', ({ data }: MessageEvent<Request>) => take(data));
