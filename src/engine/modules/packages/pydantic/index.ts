/** `pydantic`, `pydantic_core` and `pydantic_settings`: the modules that hold their names. */
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { CORE_SOURCE } from './core/index.ts';
import { MAIN_SOURCE } from './main/index.ts';
import { SCHEMA_SOURCE } from './schema.ts';
import { SETTINGS_SOURCE } from './settings.ts';

const D = { distribution: 'pydantic', package: true };
const main = pythonModule(
  'pydantic.main',
  CORE_SOURCE + MAIN_SOURCE + SCHEMA_SOURCE,
  {},
  { distribution: 'pydantic' },
);
const settings = pythonModule(
  'pydantic_settings.main',
  SETTINGS_SOURCE,
  {},
  { distribution: 'pydantic_settings' },
);

const shared = (name: string): NativeModule => ({ ...D, name, names: main.names });

/** Their modules. */
export const PYDANTIC_MODULES: readonly NativeModule[] = [
  main,
  shared('pydantic'),
  ...[
    'fields',
    'types',
    'networks',
    'errors',
    'functional_validators',
    'functional_serializers',
    'annotated_handlers',
    'type_adapter',
    'root_model',
    'aliases',
    'warnings',
    'config',
    'v1',
  ].map((part) => shared(`pydantic.${part}`)),
  { ...D, name: 'pydantic_core', names: main.names, distribution: 'pydantic_core' },
  settings,
  ...['pydantic_settings', 'pydantic_settings.sources', 'pydantic_settings.sources.base'].map(
    (name): NativeModule => ({ ...D, name, names: settings.names, distribution: 'pydantic_settings' }),
  ),
];
