/** `aliased(User)`. Answers to: sqlalchemy/orm/util.py (AliasedClass). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { address } from '../../../../python/values/text.ts';
import { PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { notInspected } from '../../not-inspected.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { inheritedMapper, mapperOf } from '../mapper/mapped-class.ts';
import { requireMapper } from '../mapper/require-mapper.ts';
import { AliasedEntity, selectableOf } from './entity.ts';
import { aliasOf, namedKinds, outerJoined } from './polymorphic.ts';

/** An attribute of the class, over the alias; hybrids and plain attributes are the class's own. */
function attributeOf(call: Interpreter, self: AliasedEntity, name: string): Value | undefined {
  const known = self.attributes.get(name);
  if (known !== undefined) return known;
  const property = self.mapper.properties.get(name);
  const kind = property ? undefined : self.kinds.find((one) => one.cls.name === name);
  if (kind) {
    const part = new AliasedEntity(kind, self.table, undefined) as unknown as Value;
    self.attributes.set(name, part);
    return part;
  }
  if (!property) return hybridOf(call, self, name);
  const made = new InstrumentedAttribute(self.mapper, property, name, self);
  self.attributes.set(name, made);
  return made;
}

function hybridOf(call: Interpreter, self: AliasedEntity, name: string): Value | undefined {
  const found = self.mapper.cls.lookup(name);
  const get = found === undefined || found === null ? undefined : call.getAttribute(found, '__get__');
  return get === undefined
    ? call.getAttribute(self.mapper.cls, name)
    : call.call(get, [null, self as unknown as Value]);
}

nativeClass({
  name: 'AliasedClass',
  module: 'sqlalchemy.orm.util',
  host: AliasedEntity,
  getattr: (self: AliasedEntity, name, call) => {
    const found = attributeOf(call, self, name);
    if (found === undefined) throw call.missingAttribute(self.mapper.cls, name);
    return found;
  },
  str: (self: AliasedEntity) => `aliased(${self.mapper.cls.name})`,
  repr: (self: AliasedEntity) => `<AliasedClass at ${address(self)}; ${self.mapper.cls.name}>`,
});

/** @throws NoInspectionAvailable, AttributeError for what has no alias */
function aliasOfTable(call: Interpreter, element: Value, name: Value): Value {
  if (element instanceof PyObject && inheritedMapper(element.cls))
    throw call.missingAttribute(call.call(call.importName('sqlalchemy.inspect'), [element]), 'entity');
  if (call.getAttribute(element, 'alias') === undefined) throw notInspected(call, element);
  return call.callMethod(element, 'alias', ...(name === null ? [] : [name]));
}

export const aliasedFunction = nativeFunction(
  'aliased',
  'element, alias=None, name=None, flat=False, adapt_on_names=False',
  (call, element: Value, alias: Value, name: Value, flat: Value) => {
    const mapper =
      element instanceof PyClass
        ? mapperOf(element)
        : element instanceof AliasedEntity
          ? element.mapper
          : undefined;
    if (!mapper) return aliasOfTable(call, element, name);
    mapper.registry.configure(call);
    const given = typeof name === 'string' ? name : undefined;
    const table: FromClause =
      alias === null
        ? aliasOf(selectableOf(mapper), given, flat === true)
        : (clauseOf(alias) as unknown as FromClause);
    return new AliasedEntity(mapper, table, given) as unknown as Value;
  },
);

export const withPolymorphicFunction = nativeFunction(
  'with_polymorphic',
  'base, classes, selectable=False, flat=False, polymorphic_on=None, aliased=False, innerjoin=False, adapt_on_names=False, name=None',
  (call, base: Value, classes: Value, _selectable: Value, flat: Value, ...rest: Value[]) => {
    const [, asAlias, inner, , name] = rest;
    const mapper = requireMapper(call, base);
    const kinds = namedKinds(mapper, classes);
    const joined = outerJoined(selectableOf(mapper), kinds, inner === true);
    const given = typeof name === 'string' ? name : undefined;
    const table = flat === true || asAlias === true ? aliasOf(joined, given, flat === true) : joined;
    return new AliasedEntity(mapper, table, given, kinds) as unknown as Value;
  },
);
