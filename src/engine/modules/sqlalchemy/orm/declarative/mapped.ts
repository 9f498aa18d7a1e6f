/** `Mapped[…]` and its relatives: containers that mark an annotation as mapped. Answers to: sqlalchemy/orm/base.py. */
import { tuple } from '../../../../python/values/containers/containers.ts';
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

const container = (name: string, module: string, bases?: readonly PyClass[]): PyClass => {
  const cls: PyClass = nativeClass({
    name,
    module,
    ...(bases ? { bases } : {}),
    classMethods: {
      __class_getitem__: ['item, /', (_call, owner: PyClass, item: Value) => new MappedAlias(owner, item)],
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
  /^<class '(?:builtins\.)?(.*)'>$/.exec(repr)?.[1] ?? (value === null ? 'None' : repr);
