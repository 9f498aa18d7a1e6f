/** Python's standard library, as far as models and migrations reach: every module by name. One file a module. */
import type { NativeModule } from '../python/values/native.ts';
import { asyncioModule } from './asyncio.ts';
import { datetimeModule } from './datetime.ts';
import { decimalModule } from './decimal.ts';
import { LIBRARY_MODULES } from './library/index.ts';
import { withUnsimulated } from './library/unsimulated.ts';
import { osModules } from './os.ts';
import { sysModule } from './sys.ts';
import { textModules } from './text.ts';
import { uuidModule } from './uuid.ts';
import { warningsModule } from './warnings.ts';
import { zoneinfoModule } from './zoneinfo.ts';

export const STANDARD_MODULES: readonly NativeModule[] = [
  ...LIBRARY_MODULES,
  ...osModules,
  ...textModules,
  asyncioModule,
  sysModule,
  warningsModule,
  datetimeModule,
  decimalModule,
  uuidModule,
  zoneinfoModule,
].map(withUnsimulated);
