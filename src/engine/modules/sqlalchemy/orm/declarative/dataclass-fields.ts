/**
 * What the fields of a dataclass map: `field(metadata={"sa": Column(…)})` under the key that `__sa_dataclass_metadata_key__` names.
 * Answers to: sqlalchemy/orm/decl_base.py (_cls_attr_resolver, _as_dc_declaredattr).
 */
import { Raise } from '../../../../machine.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { isMappable, MappedColumn } from '../mapper/property.ts';
import { DATACLASS_ARGUMENTS } from './dataclass.ts';

const METADATA_KEY = '__sa_dataclass_metadata_key__';

/** @throws InvalidRequestError where fields are asked for and the class is no dataclass, or becomes one by being mapped */
export function refuseFieldsOfNone(call: Interpreter, cls: PyClass): void {
  if (!cls.own.get(METADATA_KEY)) return;
  const becomesOne = call.getAttribute(cls, DATACLASS_ARGUMENTS) instanceof PyDict;
  if (cls.lookup('__dataclass_fields__') !== undefined && !becomesOne) return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    "SQLAlchemy mapped dataclasses can't consume mapping information from dataclass.Field() objects if the immediate class " +
      'is not already a dataclass.',
  ]);
}

/** Settings that the message names, where others may have been given alone. */
const TOLD = ['default', 'default_factory', 'init', 'repr'] as const;

/** @throws ArgumentError where an attribute has settings of a dataclass field and its class becomes no dataclass */
export function refuseDataclassOptions(call: Interpreter, cls: PyClass, key: string, value: Value): void {
  if (!isMappable(value) || call.getAttribute(cls, DATACLASS_ARGUMENTS) instanceof PyDict) return;
  // The default of a column is SQLAlchemy's own as well.
  const given = Object.entries(value.dataclass)
    .filter(([name, one]) => one !== undefined && !(name === 'default' && value instanceof MappedColumn))
    .map(([name]) => name);
  if (given.length === 0) return;
  const told = TOLD.filter((name) => given.includes(name)).map((name) => `'${name}'`);
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Attribute '${key}' on class ${call.repr(cls)} includes dataclasses argument(s): ${told.join(', ')} but class does not ` +
      'specify SQLAlchemy native dataclass configuration.',
  ]);
}

/** @returns the column or property that a class's own field brings with it, made anew where a function makes it; else undefined */
export function mappedByField(call: Interpreter, cls: PyClass, name: string): Value | undefined {
  const fields = cls.own.get('__dataclass_fields__');
  const key = fields instanceof PyDict ? call.getAttribute(cls, METADATA_KEY) : undefined;
  if (!(fields instanceof PyDict) || key === undefined || key === null) return undefined;
  const own = cls.own.get('__annotations__');
  const field = own instanceof PyDict && own.get(name) !== undefined ? fields.get(name) : undefined;
  const metadata = field === undefined ? undefined : call.getAttribute(field, 'metadata');
  if (metadata === undefined || !call.truth(call.callMethod(metadata, '__contains__', key))) return undefined;
  const value = call.callMethod(metadata, '__getitem__', key);
  return call.truth(call.call(call.builtins.get('callable')!, [value])) ? call.call(value) : value;
}
