/** `DeclarativeBase`. Answers to: sqlalchemy/orm/decl_api.py. */
import { Raise } from '../../../../machine.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { DATACLASS_ARGUMENTS } from './dataclass.ts';
import { mapDeclaratively } from './declarative.ts';
import { attributeInterceptClass } from './declarative-meta.ts';
import { takeDataclassArguments } from './mapped-as-dataclass.ts';
import { Registry } from './registry.ts';
import { giveConstructor, newRegistry } from './registry-class.ts';

/** `class Base(DeclarativeBase)` sets up a registry; every class below is mapped. */
export const declarativeBaseClass: PyClass = nativeClass({
  name: 'DeclarativeBase',
  module: 'sqlalchemy.orm.decl_api',
  metaclass: attributeInterceptClass,
  classMethods: {
    __init_subclass__: [
      '**kw',
      (call, cls: PyClass, kw: ReadonlyMap<string, Value>) => {
        if (!cls.own.has(DATACLASS_ARGUMENTS)) takeDataclassArguments(cls, kw);
        if (cls.bases.includes(declarativeBaseClass)) setUpBase(call, cls);
        else {
          const registry = call.getAttribute(cls, '_sa_registry');
          if (registry instanceof Registry) mapDeclaratively(call, registry, cls);
        }
        return null;
      },
    ],
  },
});

function setUpBase(call: Interpreter, cls: PyClass): void {
  if (cls.own.has('__table__') || cls.own.has('__tablename__')) {
    if (!hasDirective(cls.own.get('__tablename__'))) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        "Cannot use 'DeclarativeBase' directly as a declarative base class. Create a Base by creating a subclass of it.",
      ]);
    }
  }
  const given = cls.own.get('registry');
  const registry =
    given instanceof Registry
      ? given
      : newRegistry(call, {
          metadata: call.getAttribute(cls, 'metadata') ?? null,
          typeAnnotationMap: call.getAttribute(cls, 'type_annotation_map') ?? null,
          constructor_: null,
        });
  if (given instanceof Registry) {
    const map = cls.own.get('type_annotation_map');
    if (map instanceof PyDict) registry.typeAnnotationMap = map;
  }
  cls.setOwn('_sa_registry', registry);
  cls.setOwn('registry', registry);
  cls.setOwn('metadata', cls.own.get('metadata') ?? registry.metadata);
  giveConstructor(cls, registry);
}

const hasDirective = (value: Value | undefined): boolean =>
  value === undefined || (value !== null && typeof value === 'object');
