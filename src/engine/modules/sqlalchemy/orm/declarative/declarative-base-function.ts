/** `declarative_base()` and `as_declarative()`. Answers to: sqlalchemy/orm/decl_api.py. */
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { declarativeMetaClass } from './declarative-meta.ts';
import { baseDecorator, generateBase, newRegistry } from './registry-class.ts';

export const declarativeBaseFunction = nativeFunction(
  'declarative_base',
  "*, metadata=None, mapper=None, cls=None, name='Base', class_registry=None, type_annotation_map=None, constructor=None, metaclass=None",
  (
    call,
    metadata: Value,
    _mapper: Value,
    cls: Value,
    name: string,
    _names: Value,
    typeAnnotationMap: Value,
    constructor_: Value,
    metaclass: Value,
  ) => {
    const registry = newRegistry(call, { metadata, typeAnnotationMap, constructor_ });
    return generateBase(call, registry, cls, name, metaclass ?? declarativeMetaClass);
  },
  'sqlalchemy.orm.decl_api',
);

export const asDeclarativeFunction = nativeFunction(
  'as_declarative',
  '**kw',
  (call, kw: ReadonlyMap<string, Value>) =>
    baseDecorator(
      call,
      newRegistry(call, {
        metadata: kw.get('metadata') ?? null,
        typeAnnotationMap: kw.get('type_annotation_map') ?? null,
        constructor_: kw.get('constructor') ?? null,
      }),
      kw,
    ),
);
