/** `filter_by(name=value)`: names are looked up in what was joined or selected last. Answers to: sqlalchemy/orm/util.py, query.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { EntityNode, Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { entityOfNode } from './entity.ts';

/** What the names belong to: an entity, or the class of a column. */
function ownerOf(call: Interpreter, select: Select): { readonly owner: Value; readonly shown: string } {
  const joined = select.joins.at(-1)?.target ?? select.from.at(-1);
  const node = joined && entityOfNode(joined) ? joined : select.entities[0];
  const entity = entityOfNode(node);
  if (entity) return { owner: (node as EntityNode).entity as Value, shown: entity.mapper.table.fullname };
  const first = select.given[0];
  if (first instanceof InstrumentedAttribute)
    return { owner: first.mapper.cls, shown: `${first.mapper.table.fullname}.${first.name}` };
  const own = (call.getAttribute((first ?? null) as Value, 'table') ?? first ?? null) as Value;
  return { owner: (call.getAttribute(own, 'c') ?? own) as Value, shown: call.str((first ?? null) as Value) };
}

/** @throws InvalidRequestError for a name that nothing has */
export function filterBy(
  call: Interpreter,
  select: Select,
  kwargs: ReadonlyMap<string, Value>,
): readonly Element[] {
  const { owner, shown } = ownerOf(call, select);
  return [...kwargs].map(([name, value]) => {
    const attribute = call.getAttribute(owner, name);
    if (attribute === undefined) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `Entity namespace for "${shown}" has no property "${name}"`,
      ]);
    }
    return call.callMethod(attribute, '__eq__', value) as unknown as Element;
  });
}
