/** What a type was made of. */
import { findAttribute } from '../../python/values/attributes/attributes.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { shownArguments } from '../../python/values/classes/generic.ts';
import { Ellipsis, list, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { PyGenericAlias, PyUnion } from '../../python/values/property.ts';
import type { Value } from '../../python/values/value.ts';
import { ContainerForm, TypingAlias } from './forms.ts';
import { genericClass } from './generic-class.ts';
import { ANNOTATED } from './subscript.ts';

/** What `get_origin` answers. */
export function originOf(type: Value): Value {
  if (type instanceof TypingAlias) return type.metadata ? ANNOTATED : type.origin;
  if (type instanceof ContainerForm) return type.origin;
  if (type === genericClass) return genericClass;
  if (type instanceof PyGenericAlias) return type.origin;
  if (type instanceof PyUnion) return classOf(type);
  return null;
}

/** What `get_args` answers. */
export function argsOf(type: Value): PyTuple {
  if (type instanceof TypingAlias) {
    if (type.metadata) return tuple([...type.args, ...type.metadata]);
    const isCallable = type.form instanceof ContainerForm && type.form.name === 'Callable';
    if (!isCallable || type.args[0] === Ellipsis) return tuple(type.args);
    return tuple([list([...type.args.slice(0, -1)]), type.args.at(-1)!]);
  }
  if (type instanceof PyGenericAlias) return tuple(shownArguments(type));
  const args = type === null ? undefined : findAttribute(type, '__args__');
  return args instanceof PyTuple ? args : tuple([]);
}
