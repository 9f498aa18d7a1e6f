/** Types as Python source, and the Python classes of their values. */

import { DOMAIN, JSONB } from '../sqlalchemy/postgresql/types.ts';
import { NULL_TYPE } from '../sqlalchemy/types/base.ts';
import type { TypeDefinition } from '../sqlalchemy/types/definition.ts';
import { enumLabels } from '../sqlalchemy/types/enum.ts';
import { BOOLEAN, FLOAT, INTEGER, NUMERIC } from '../sqlalchemy/types/number.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { ARRAY, ENUM, JSON_TYPE, UUID_TYPE } from '../sqlalchemy/types/structured.ts';
import { ABSTRACT_INTERVAL, DATE, DATETIME, TIME } from '../sqlalchemy/types/temporal.ts';
import { ANY_BINARY, STRING } from '../sqlalchemy/types/text.ts';
import { SqlType } from '../sqlalchemy/types/type.ts';
import type { Imports } from './imports.ts';

/** Imports the class of a type and, of an array, that of its items. */
export function importType(imports: Imports, type: SqlType): void {
  imports.add(moduleOf(type.definition), type.className);
  const item = type.options.item_type;
  if (type.is(ARRAY) && item instanceof SqlType) importType(imports, item);
}

function moduleOf(definition: TypeDefinition): string {
  if (definition === NULL_TYPE) return definition.module;
  return definition.module.startsWith('sqlalchemy.dialects.')
    ? 'sqlalchemy.dialects.postgresql'
    : 'sqlalchemy';
}

/** A type as an argument of Column: `Text`, `String(20)`, `Enum('a', 'b', name='e')`. */
export function typeText(type: SqlType): string {
  const parts = argumentsOf(type);
  return parts.length > 0 ? `${type.className}(${parts.join(', ')})` : type.className;
}

function argumentsOf(type: SqlType): string[] {
  const { item_type: item, name, schema } = type.options;
  if (type.is(ARRAY)) return [item instanceof SqlType ? itemText(item) : plainRepr(item)];
  if (type.is(ENUM)) {
    const keywords = Object.entries({ name, schema }).filter(([, value]) => value);
    return [
      ...enumLabels(type).map(plainRepr),
      ...keywords.map(([key, value]) => `${key}=${plainRepr(value)}`),
    ];
  }
  // What else a domain has is lost when the type is copied.
  if (type.is(DOMAIN)) return [plainRepr(name), plainRepr(type.options.data_type), 'not_null=False'];
  if (type.is(JSONB)) return [];
  return byPlace(type);
}

/** By place as long as none is left out, then by keyword. */
function byPlace(type: SqlType): string[] {
  const parts: string[] = [];
  let skipped = false;
  for (const parameter of type.definition.parameters) {
    const value = type.options[parameter.name];
    if (value === undefined || value === parameter.default) skipped = true;
    else parts.push(skipped ? `${parameter.name}=${plainRepr(value)}` : plainRepr(value));
  }
  return parts;
}

/** `repr()` of an array's items, which were copied: named and emulated types show that. */
function itemText(item: SqlType): string {
  const text = item.repr(plainRepr);
  if (!item.is(ENUM) && !item.is(BOOLEAN)) return text;
  return text.replace(/(\()?\)$/, (_, open?: string) => `${open ?? ', '}_create_events=False)`);
}

/** A class of Python: a builtin where there is no module. */
export interface PythonClass {
  readonly module?: string;
  readonly name: string;
}

const PYTHON_CLASSES = new Map<TypeDefinition, PythonClass>([
  [INTEGER, { name: 'int' }],
  [FLOAT, { name: 'float' }],
  [NUMERIC, { module: 'decimal', name: 'Decimal' }],
  [BOOLEAN, { name: 'bool' }],
  [STRING, { name: 'str' }],
  [ANY_BINARY, { name: 'bytes' }],
  [DATETIME, { module: 'datetime', name: 'datetime' }],
  [DATE, { module: 'datetime', name: 'date' }],
  [TIME, { module: 'datetime', name: 'time' }],
  [ABSTRACT_INTERVAL, { module: 'datetime', name: 'timedelta' }],
  [JSON_TYPE, { name: 'dict' }],
  [ARRAY, { name: 'list' }],
  [UUID_TYPE, { module: 'uuid', name: 'UUID' }],
]);

/** `type.python_type`; `typing.Any` where the type has none. */
export function pythonClass(type: SqlType): PythonClass {
  for (const definition of type.definition.lineage) {
    const found = PYTHON_CLASSES.get(definition);
    if (found) return found;
  }
  return { module: 'typing', name: 'Any' };
}
