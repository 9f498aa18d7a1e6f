/** `__init__` of declarative classes: keyword arguments that name attributes. Answers to: sqlalchemy/orm/decl_base.py (_declarative_constructor). */
import { Raise } from '../../../../machine.ts';
import { NativeFunction } from '../../../../python/values/callable.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, PyObject, Value } from '../../../../python/values/value.ts';
import { configureRegistry } from '../mapper/configure.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';

function construct(call: Interpreter, self: PyObject, kwargs: ReadonlyMap<string, Value>): Value {
  const mapper = inheritedMapper(self.cls);
  if (mapper) configureRegistry(call, mapper.registry);
  for (const [name, value] of kwargs) {
    if (call.getAttribute(self.cls, name) === undefined) {
      throw new Raise('builtins.TypeError', [
        `'${name}' is an invalid keyword argument for ${self.cls.name}`,
      ]);
    }
    call.setAttribute(self, name, value);
  }
  return null;
}

const made = (qualname: string): NativeFunction =>
  new NativeFunction({
    qualname,
    signature: '**kwargs',
    method: true,
    module: 'sqlalchemy.orm.decl_base',
    code: construct,
  });

/** What a declarative base has. */
export const declarativeConstructor = made('_declarative_constructor');

/** The same once the mapper has wrapped it, as it does in every class that is mapped: its errors have another name. */
const mappedConstructor = made('__init__');

export function wrapConstructor(cls: PyClass): void {
  if (cls.lookup('__init__') === declarativeConstructor) cls.setOwn('__init__', mappedConstructor);
}
