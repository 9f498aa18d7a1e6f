/** `functools`. Answers to: CPython 3.11's functools. */
import { pythonModule } from '../../../library.ts';
import { CACHING } from './caching.ts';
import { DISPATCH } from './dispatch.ts';
import { ORDERING } from './ordering.ts';
import { WRAPPING } from './wrapping.ts';

export const functoolsModule = pythonModule(
  'functools',
  [WRAPPING, CACHING, ORDERING, DISPATCH].join('\n\n'),
  { _types: (call) => call.importModule('types') },
);
