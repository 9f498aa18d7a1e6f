/** `int | None` and `list[int]`: what they are made of, and how they are shown. */

import { sameOrEqual } from '../compare.ts';
import { Ellipsis, NotImplemented, PyList, PyTuple } from '../containers/containers.ts';
import { typeError } from '../exceptions/exceptions.ts';
import { PyGenericAlias, PyUnion } from '../property.ts';
import { dottedName, repr } from '../text.ts';
import { PyClass, type Value } from '../value.ts';
import { classOf } from './class-of.ts';
import { noneClass } from './classes.ts';

/** `cls[items]` of a core class. */
export function genericAlias(origin: Value, items: Value): PyGenericAlias {
  return new PyGenericAlias(origin, items instanceof PyTuple ? items : new PyTuple([items]));
}

/** Whether it stands for all arguments of a call: `...`, a ParamSpec, `Concatenate[int, P]`. */
export function standsForArguments(value: Value): boolean {
  if (value === Ellipsis) return true;
  return value !== null && typeof value === 'object' && classOf(value).module === 'typing'
    ? classOf(value).name === 'ParamSpec' || repr(value).startsWith('typing.Concatenate[')
    : false;
}

/**
 * `collections.abc.Callable[key]`. Answers to: _collections_abc._CallableGenericAlias.
 * @throws TypeError
 */
export function callableAlias(origin: Value, key: Value): PyGenericAlias {
  if (!(key instanceof PyTuple) || key.items.length !== 2)
    throw typeError('Callable must be used as Callable[[arg, ...], result].');
  const [given, result] = key.items as [Value, Value];
  if (given instanceof PyList || given instanceof PyTuple)
    return new PyGenericAlias(origin, new PyTuple([...given.items, result]), true);
  if (!standsForArguments(given))
    throw typeError(`Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got ${repr(given)}`);
  return new PyGenericAlias(origin, new PyTuple([given, result]), true);
}

/** The types of a call's arguments in a list, and that of its result; other types as they are. */
export function shownArguments(alias: PyGenericAlias): Value[] {
  const items = [...alias.args.items];
  if (!alias.ofCall || (items.length === 2 && standsForArguments(items[0]!))) return items;
  return [new PyList(items.slice(0, -1)), items.at(-1)!];
}

/** What may stand in a union: classes, None, generics, type variables. */
function isMember(value: Value): boolean {
  return (
    value === null || value instanceof PyClass || value instanceof PyGenericAlias || value instanceof PyUnion
  );
}

/** `left | right` of types; NotImplemented where one is none. */
export function typeUnion(left: Value, right: Value): Value {
  const typing = (value: Value) =>
    value !== null && typeof value === 'object' && classOf(value).module === 'typing';
  if (!(isMember(left) || typing(left)) || !(isMember(right) || typing(right))) return NotImplemented;
  const members: Value[] = [];
  const add = (value: Value): void => {
    if (value instanceof PyUnion) value.args.forEach(add);
    else {
      const type = value === null ? noneClass : value;
      if (!members.some((each) => sameOrEqual(each, type))) members.push(type);
    }
  };
  add(left);
  add(right);
  return members.length === 1 ? members[0]! : new PyUnion(members);
}

/** A type as it is shown within a generic. */
function reprType(value: Value): string {
  if (value === Ellipsis) return '...';
  if (value === noneClass) return 'None';
  if (value instanceof PyGenericAlias || value instanceof PyUnion) return reprGeneric(value);
  if (value instanceof PyClass) return dottedName(value);
  if (value instanceof PyList) return `[${value.items.map(reprType).join(', ')}]`;
  return repr(value);
}

/** `list[int]`, `int | None` */
export function reprGeneric(value: PyGenericAlias | PyUnion): string {
  if (value instanceof PyUnion) return value.args.map(reprType).join(' | ');
  const shown = shownArguments(value);
  const items = shown.length === 0 ? '()' : shown.map(reprType).join(', ');
  return `${reprType(value.origin)}[${items}]`;
}
