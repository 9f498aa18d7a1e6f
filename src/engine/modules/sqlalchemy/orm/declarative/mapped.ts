/** `Mapped[…]` and its relatives: containers that mark an annotation as mapped. Answers to: sqlalchemy/orm/base.py. */
import { PyTuple, tuple } from '../../../../python/values/containers/containers.ts';
import { typeError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';

/** `Mapped[int]` */
export class MappedAlias {
  readonly origin: PyClass;
  /** A type, or text that names one later. */
  readonly argument: Value;
  constructor(origin: PyClass, argument: Value) {
    this.origin = origin;
    this.argument = argument;
  }
}

/** @throws TypeError for another number of types than one */
function subscript(call: Interpreter, owner: PyClass, item: Value): MappedAlias {
  if (item instanceof PyTuple && item.items.length !== 1) {
    const what =
      item.items.length > 1
        ? `Too many arguments for ${call.repr(owner)}; actual ${item.items.length}, expected 1`
        : `Too few arguments for ${call.repr(owner)}; actual 0, expected at least 1`;
    throw typeError(what);
  }
  const one = item instanceof PyTuple ? item.items[0]! : item;
  return new MappedAlias(owner, one === null ? call.importName('types.NoneType') : one);
}

const container = (name: string, module: string, bases?: readonly PyClass[]): PyClass => {
  const cls: PyClass = nativeClass({
    name,
    module,
    ...(bases ? { bases } : {}),
    classMethods: {
      __class_getitem__: ['item, /', (call, owner: PyClass, item: Value) => subscript(call, owner, item)],
    },
  });
  return cls;
};

export const mappedClass = container('Mapped', 'sqlalchemy.orm.base');
export const dynamicMappedClass = container('DynamicMapped', 'sqlalchemy.orm.base', [mappedClass]);
export const writeOnlyMappedClass = container('WriteOnlyMapped', 'sqlalchemy.orm.base', [mappedClass]);

nativeClass({
  name: '_GenericAlias',
  module: 'typing',
  host: MappedAlias,
  getters: {
    __origin__: (self: MappedAlias) => self.origin,
    __args__: (self: MappedAlias) => tuple([self.argument]),
  },
  repr: (self: MappedAlias, call) => {
    const { argument, origin } = self;
    return `${origin.module}.${origin.name}[${typeof argument === 'string' ? `ForwardRef(${call.repr(argument)})` : typeText(argument, call.repr(argument))}]`;
  },
});

/** A class inside a generic shows as its name, not as `<class …>`. */
const typeText = (value: Value, repr: string): string =>
  /^<class '(?:builtins\.)?(.*)'>$/.exec(repr)?.[1] ??
  (value === null ? 'None' : repr === 'Ellipsis' ? '...' : repr);
