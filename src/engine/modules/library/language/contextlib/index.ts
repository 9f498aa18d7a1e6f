/** `contextlib`. */
import { pythonModule } from '../../../library.ts';
import { EXIT_STACKS } from './exit-stacks.ts';
import { MANAGERS } from './managers.ts';
import { READY_MADE } from './ready-made.ts';

export const contextlibModule = pythonModule('contextlib', MANAGERS + READY_MADE + EXIT_STACKS);
