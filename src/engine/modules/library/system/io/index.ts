/** `io`: text and bytes in memory, and the machine's files. */
import { pythonModule } from '../../../library.ts';
import { FILE_NATIVES } from '../files.ts';
import { FILES } from './files.ts';
import { IN_MEMORY } from './in-memory.ts';

export const ioModule = pythonModule('io', IN_MEMORY + FILES, FILE_NATIVES);
