/** The class that a relationship names in text. Answers to: sqlalchemy/orm/clsregistry.py (_class_resolver._resolve_name, _ModNS). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import type { Registry } from '../declarative/registry.ts';
import type { Relationship } from '../mapper/property.ts';

/** `app.models` and `User` as `.app.models.User`: each ending of it at a dot is a path of the class. */
const pathOf = (cls: PyClass): string => `.${cls.module}.${cls.name}`;

/**
 * A class by its name or by the end of its module's path, or a table by its full name.
 * @throws InvalidRequestError where nothing or more than one class is called so
 */
export function namedTarget(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  name: string,
): Value {
  const classes = [...registry.classes.values()].flat();
  const found = name.includes('.')
    ? classes.filter((cls) => pathOf(cls).endsWith(`.${name}`))
    : (registry.classes.get(name) ?? []);
  if (found.length > 1) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Multiple classes found for path "${name}" in the registry of this declarative base. Please use a fully ` +
        'module-qualified path.',
    ]);
  }
  const target = found[0] ?? registry.metadata.tables.get(name);
  if (target === undefined) throw nameless(call, property, name, missing(classes, name));
  return target;
}

/** What a path lacks: its first part is no module of a class, or a module holds no such name. */
function missing(classes: readonly PyClass[], name: string): string {
  const tokens = name.split('.');
  const isModule = (path: string) => classes.some((cls) => `.${cls.module}.`.includes(`.${path}.`));
  const at = tokens.findIndex((_, index) => !isModule(tokens.slice(0, index + 1).join('.')));
  return at < 1
    ? name
    : `Module '${tokens[at - 1]}' has no mapped classes registered under the name '${tokens[at]}'`;
}

/** The error for text that names something unknown. @param what as the message shows it */
export function nameless(call: Interpreter, property: Relationship, text: string, what: string): Raise {
  const generic = /^(.+)\[(.+)\]/.exec(what);
  const why = generic
    ? `expression "relationship(${call.repr(text)})" seems to be using a generic class as the argument to relationship(); ` +
      `please state the generic argument using an annotation, e.g. "${property.key}: Mapped[${generic[1]}` +
      `['${generic[2]!.replace(/^'+|'+$/g, '')}']] = relationship()"`
    : `expression ${call.repr(text)} failed to locate a name (${call.repr(what)}). If this is a class name, consider adding ` +
      `this relationship() to the ${call.repr(property.parent!.cls)} class after both dependent classes have been defined.`;
  return new Raise('sqlalchemy.exc.InvalidRequestError', [
    `When initializing mapper ${property.parent}, ${why}`,
  ]);
}
