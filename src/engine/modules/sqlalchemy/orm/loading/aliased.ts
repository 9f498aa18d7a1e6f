/** `aliased(User)`. Answers to: sqlalchemy/orm/util.py (AliasedClass). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { address } from '../../../../python/values/text.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import { AliasedEntity, selectableOf } from './entity.ts';

/** An attribute of the class, over the alias; hybrids and plain attributes are the class's own. */
function attributeOf(call: Interpreter, self: AliasedEntity, name: string): Value | undefined {
  const known = self.attributes.get(name);
  if (known !== undefined) return known;
  const property = self.mapper.properties.get(name);
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
  getattr: (self: AliasedEntity, name, call) => attributeOf(call, self, name),
  repr: (self: AliasedEntity) => `<AliasedClass at ${address(self)}; ${self.mapper.cls.name}>`,
});

export const aliasedFunction = nativeFunction(
  'aliased',
  'element, alias=None, name=None, flat=False, adapt_on_names=False',
  (call, element: Value, alias: Value, name: Value) => {
    const mapper =
      element instanceof PyClass
        ? mapperOf(element)
        : element instanceof AliasedEntity
          ? element.mapper
          : undefined;
    if (!mapper) return call.callMethod(element, 'alias', ...(name === null ? [] : [name]));
    mapper.registry.configure(call);
    const given = typeof name === 'string' ? name : undefined;
    const table: FromClause =
      alias === null
        ? { kind: 'alias', element: selectableOf(mapper), name: given }
        : (clauseOf(alias) as unknown as FromClause);
    return new AliasedEntity(mapper, table, given) as unknown as Value;
  },
);
