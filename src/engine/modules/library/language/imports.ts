/** Modules that find and import modules. */
import { importlibModule, importlibOtherModules, importlibUtilModule } from './importlib/index.ts';
import { importlibMetadataModule } from './importlib/metadata.ts';
import { pkgutilModule } from './pkgutil.ts';

export const IMPORT_MODULES = [
  importlibModule,
  importlibUtilModule,
  importlibMetadataModule,
  ...importlibOtherModules,
  pkgutilModule,
];
