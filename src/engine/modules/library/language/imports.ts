/** Modules that find and import modules. */
import { impModule } from './importlib/imp.ts';
import { importlibModule, importlibOtherModules, importlibUtilModule } from './importlib/index.ts';
import { importlibMetadataModule } from './importlib/metadata.ts';
import { pkgutilModule } from './pkgutil.ts';

export const IMPORT_MODULES = [
  impModule,
  importlibModule,
  importlibUtilModule,
  importlibMetadataModule,
  ...importlibOtherModules,
  pkgutilModule,
];
