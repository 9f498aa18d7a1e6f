/** `pydantic`, `pydantic_core` and `pydantic_settings`: the modules that hold their names. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { warnFrom } from '../warn-from.ts';
import { CORE_SOURCE } from './core/index.ts';
import { MAIN_SOURCE } from './main/index.ts';
import { V1_MODULES, withV1Names } from './moved.ts';
import { SCHEMA_SOURCE } from './schema.ts';
import { SETTINGS_SOURCE } from './settings.ts';

const D = { distribution: 'pydantic', package: true };
const main = pythonModule(
  'pydantic.main',
  CORE_SOURCE + MAIN_SOURCE + SCHEMA_SOURCE,
  { _warn_from: () => warnFrom },
  { distribution: 'pydantic' },
);
const version = pythonModule(
  'pydantic.version',
  String.raw`
from pydantic import VERSION


def version_short():
    return ".".join(VERSION.split(".")[:2])
`,
  {},
  { distribution: 'pydantic' },
);
const settings = pythonModule(
  'pydantic_settings.main',
  SETTINGS_SOURCE,
  {},
  { distribution: 'pydantic_settings' },
);

const aliases = pythonModule(
  'pydantic.alias_generators',
  String.raw`
import re as _re


def to_pascal(snake):
    return _re.sub(r"(?<=[0-9A-Za-z])_(?=[0-9A-Z])", "", snake.title())


def to_camel(snake):
    if _re.match(r"[a-z]+[A-Za-z0-9]*$", snake) and not _re.search(r"\d[a-z]", snake):
        return snake
    return _re.sub(r"^_*[A-Z]", lambda found: found.group().lower(), to_pascal(snake))


def to_snake(camel):
    parts = _re.sub(r"(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_", camel)
    return parts.replace("-", "_").lower()
`,
  {},
  { distribution: 'pydantic' },
);

const shared = (name: string): NativeModule => withV1Names({ ...D, name, names: main.names });

const PARTS = (
  'fields types networks errors functional_validators functional_serializers annotated_handlers type_adapter root_model aliases ' +
  'warnings config'
).split(' ');

/** Their modules. */
export const PYDANTIC_MODULES: readonly NativeModule[] = [
  { ...withV1Names({ ...D, name: 'pydantic.main', names: main.names }), package: false },
  withV1Names({
    ...D,
    name: 'pydantic',
    names: {
      ...main.names,
      ...Object.fromEntries(
        ['main', 'version', ...PARTS].map((part) => [
          part,
          (call: Interpreter) => call.importModule(`pydantic.${part}`),
        ]),
      ),
    },
  }),
  version,
  ...V1_MODULES,
  aliases,
  ...PARTS.map((part) => shared(`pydantic.${part}`)),
  { ...D, name: 'pydantic.v1', names: main.names },
  {
    ...D,
    name: 'pydantic._internal._model_construction',
    names: { ModelMetaclass: main.names.ModelMetaclass! },
  },
  { ...D, name: 'pydantic_core', names: main.names, distribution: 'pydantic_core' },
  settings,
  ...['pydantic_settings', 'pydantic_settings.sources', 'pydantic_settings.sources.base'].map(
    (name): NativeModule => ({ ...D, name, names: settings.names, distribution: 'pydantic_settings' }),
  ),
];
