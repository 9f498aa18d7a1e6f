/** Python's standard library, as far as models and migrations reach, but for what every process needs (index.ts). One file a module. */
import type { NativeModule } from '../python/values/native/native.ts';
import { argparseModule } from './argparse/index.ts';
import { asyncioModule } from './asyncio/index.ts';
import { configparserModule } from './configparser/index.ts';
import { decimalModule } from './decimal/index.ts';
import { LIBRARY_MODULES } from './library/index.ts';
import { osModules } from './os/index.ts';
import { textModules } from './text.ts';
import { uuidModule } from './uuid.ts';
import { warningsModule } from './warnings.ts';
import { zoneinfoModule } from './zoneinfo.ts';

export const STANDARD_MODULES: readonly NativeModule[] = [
  ...LIBRARY_MODULES,
  ...osModules,
  ...textModules,
  argparseModule,
  asyncioModule,
  configparserModule,
  warningsModule,
  decimalModule,
  uuidModule,
  zoneinfoModule,
];
