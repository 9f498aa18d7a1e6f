/** `csv`. */
import { pythonModule } from '../../../library.ts';
import { DIALECTS } from './dialects.ts';
import { READING } from './reading.ts';
import { WRITING } from './writing.ts';

export const csvModule = pythonModule('csv', DIALECTS + READING + WRITING);
