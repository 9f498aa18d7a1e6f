/** `query.union(…)` and its kin. Answers to: sqlalchemy/orm/query.py (_set_op). */

import type { Value } from '../../../../python/values/value.ts';
import { compound, select, subquery } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { CompoundSelect, Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { AliasedEntity, type entityNode, entityOfNode } from './entity.ts';
import { Query, queryOf } from './query.ts';

/** Unions are selected from as a subquery. */
export function combine(self: Query, keyword: CompoundSelect['keyword'], others: readonly Value[]): Query {
  const parts = [self, ...others].map((one) => labelled(one as unknown as Query | Select));
  const inner = subquery(compound(keyword, parts), null);
  const entity = self.entity;
  if (entity && entityOfNode(self.select.entities[0]))
    return overSubquery(self, entity.mapper, inner as never);
  return self.with({ ...select([inner]), labelStyle: 'tablename' });
}

const labelled = (one: Query | Select): Select =>
  ({ ...(one instanceof Query ? one.select : one), labelStyle: 'tablename' }) as Select;

function overSubquery(self: Query, mapper: Parameters<typeof entityNode>[0], inner: never): Query {
  return queryOf(self.session, [new AliasedEntity(mapper, inner, mapper.cls.name) as never]);
}
