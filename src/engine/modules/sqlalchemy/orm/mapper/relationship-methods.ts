/** What relationships answer on the class: `any()`, `has()`, `contains()` and their kin. Answers to: sqlalchemy/orm/relationships.py (RelationshipProperty.Comparator). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { clauseOf, predicateOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { EntityNode } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { notInspected } from '../../not-inspected.ts';
import {
  anyOf,
  containsInstance,
  equalsInstance,
  requireShape,
} from '../relationships/relationship-operators.ts';
import type { InstrumentedAttribute } from './attribute.ts';
import { Relationship } from './property.ts';

/** `User.posts == post` @throws NotImplementedError for any other operator */
export function relationshipOperator(
  call: Interpreter,
  self: InstrumentedAttribute,
  name: string,
  args: readonly Value[],
): Value {
  const property = self.relationship(call);
  if (name === 'eq' || name === 'ne')
    return equalsInstance(call, property, self.owner, args[0]!, name === 'eq') as Value;
  const plain = name.replace(/^r(?=add|sub|mul|truediv|mod)/, '');
  throw refused(`<built-in function ${BUILT_IN[plain] ?? plain}>`);
}

const refused = (shown: string): Raise => new Raise('builtins.NotImplementedError', [shown]);

const BUILT_IN: Readonly<Record<string, string>> = { and: 'and_', or: 'or_', invert: 'inv' };

const FUNCTIONS: Readonly<Record<string, string>> = {
  isnot: 'is_not',
  nullsfirst: 'nulls_first_op',
  nullslast: 'nulls_last_op',
  notin_: 'not_in_op',
};

/** Operators of columns that no relationship has, and the functions behind them. */
const REFUSED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'like ilike not_like not_ilike startswith istartswith endswith iendswith icontains between concat match collate ' +
    'regexp_match regexp_replace distinct desc asc nulls_first nulls_last nullsfirst nullslast any_ all_ is_ is_not isnot ' +
    'is_distinct_from is_not_distinct_from not_in notin_'
  )
    .split(' ')
    .map((name) => [name, FUNCTIONS[name] ?? (/^is_/.test(name) ? name : `${name.replace(/_$/, '')}_op`)]),
);

/** An operator of columns asked of a relationship: it fails as soon as it is called. */
export const refusedOperator = (name: string): Value | undefined =>
  REFUSED[name] === undefined
    ? undefined
    : nativeFunction(name, '*args, **kw', () => {
        throw refused(`<function ${REFUSED[name]} at 0x7f0000000000>`);
      });

type RelationshipMethod = readonly [string, never];

const relationshipMethod = (
  signature: string,
  code: (call: Interpreter, self: InstrumentedAttribute, ...bound: never[]) => unknown,
): RelationshipMethod => [signature, code as never];

/** A method of columns that relationships have in another sense. */
const either = (
  name: string,
  code: (call: Interpreter, self: InstrumentedAttribute, value: Value) => unknown,
) =>
  relationshipMethod('*args, **kw', (call, self, args: Value[], keywords: ReadonlyMap<string, Value>) =>
    self.property instanceof Relationship
      ? code(call, self, args[0] ?? null)
      : call.call(call.getAttribute(self.expression(call), name)!, args, keywords),
  );

/** A method of a column's type; undefined for a relationship, and where its type has none. */
const columnMethod = (call: Interpreter, self: InstrumentedAttribute, name: string): Value | undefined =>
  self.property instanceof Relationship ? undefined : call.getAttribute(self.expression(call), name);

/** Methods of attributes that relationships have, or have in a sense of their own. */
export const RELATIONSHIP_METHODS: Readonly<Record<string, RelationshipMethod>> = {
  any: relationshipMethod(
    'criterion=None, **kwargs',
    (call, self, criterion: Value, keywords: ReadonlyMap<string, Value>) => {
      const own = columnMethod(call, self, 'any');
      if (own !== undefined) return call.call(own, [criterion], keywords);
      const property = self.relationship(call);
      requireShape(property, 'any');
      return anyOf(call, property, self.owner, criterion, keywords);
    },
  ),
  has: relationshipMethod(
    'criterion=None, **kwargs',
    (call, self, criterion: Value, keywords: ReadonlyMap<string, Value>) => {
      const property = self.relationship(call);
      requireShape(property, 'has');
      return anyOf(call, property, self.owner, criterion, keywords);
    },
  ),
  contains: either('contains', (call, self, value) =>
    containsInstance(call, self.relationship(call), self.owner, value),
  ),
  in_: either('in_', () => {
    throw new Raise('builtins.NotImplementedError', [
      'in_() not yet supported for relationships.  For a simple many-to-one, use in_() against the set of foreign key values.',
    ]);
  }),
  of_type: relationshipMethod('entity', (call, self, entity: Value) => {
    const target = clauseOf(entity);
    if (target === undefined) throw notInspected(call, entity);
    return self.refined({ target: target as unknown as EntityNode });
  }),
  and_: relationshipMethod('*criteria', (_call, self, criteria: Value[]) =>
    self.refined({ criteria: criteria.map((one) => predicateOf(one)) }),
  ),
};
