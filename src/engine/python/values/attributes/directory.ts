/** `dir(object)` */

import { callSpecial, NativeFunction } from '../callable.ts';
import { classOf } from '../classes/class-of.ts';
import { toArray } from '../containers/iterate.ts';
import { PyModule } from '../module.ts';
import { PyClass, type Value } from '../value.ts';
import { attributesOf } from './attributes.ts';

/** The names of an object's attributes, sorted. */
export function attributeNames(object: Value): string[] {
  const method = classOf(object).lookup('__dir__');
  if (method !== undefined && !(method instanceof NativeFunction))
    return (toArray(callSpecial(method, object)) as string[]).sort();
  const names = new Set<string>();
  if (object instanceof PyModule) for (const name of object.names()) names.add(name);
  else if (object instanceof PyClass) addClass(names, object);
  else {
    addClass(names, classOf(object));
    for (const name of attributesOf(object)?.keys() ?? []) names.add(name);
  }
  return [...names].sort();
}

function addClass(names: Set<string>, cls: PyClass): void {
  for (const each of cls.mro) for (const name of each.own.keys()) names.add(name);
}
