/** `pathlib`, over `os`. */
import { pythonModule } from '../../../library.ts';
import { PATH } from './path.ts';
import { PURE } from './pure.ts';

export const pathlibModule = pythonModule('pathlib', PURE + PATH);
