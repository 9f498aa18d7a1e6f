/** What `import builtins` finds. */
import { lazyModule } from '../python/values/native/native.ts';
import { builtinNames } from './builtins/index.ts';

export const builtinsModule = lazyModule(
  'builtins',
  Object.fromEntries([...builtinNames()].map(([name, value]) => [name, () => value])),
);
