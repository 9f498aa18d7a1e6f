/** `relationship` and `backref`. Answers to: sqlalchemy/orm/_orm_constructors.py, relationships.py. */
import { Raise } from '../../../../machine.ts';
import { list, tuple } from '../../../../python/values/containers/containers.ts';
import { keywordsOf } from '../../../../python/values/containers/dict.ts';
import { typeError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { address } from '../../../../python/values/text.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Keywords } from '../declarative/constructs.ts';
import { dataclassOptions } from '../declarative/mapped-column.ts';
import { DATACLASS_KEYS, Relationship } from '../mapper/property.ts';
import { directionOf } from './direction.ts';
import { directCondition, secondaryConditions } from './relationship-join.ts';

/** Every keyword of `relationship()` in its order; unknown ones are refused as Python does. */
const RELATIONSHIP_SIGNATURE =
  'argument=None, secondary=None, *, uselist=None, collection_class=None, primaryjoin=None, secondaryjoin=None, ' +
  'back_populates=None, order_by=False, backref=None, overlaps=None, post_update=False, cascade=None, viewonly=False, ' +
  'lazy=None, ' +
  'passive_deletes=False, passive_updates=True, active_history=False, enable_typechecks=True, foreign_keys=None, ' +
  'remote_side=None, join_depth=None, comparator_factory=None, single_parent=False, innerjoin=False, ' +
  'distinct_target_key=None, load_on_pending=False, query_class=None, info=None, omit_join=None, ' +
  'sync_backref=None, dataclass_metadata=None, doc=None, bake_queries=True, cascade_backrefs=False, **kw';

const RELATIONSHIP_NAMES = RELATIONSHIP_SIGNATURE.split(', ')
  .filter((part) => part !== '*' && part !== '**kw')
  .map((part) => part.replace(/=.*/, ''));

function refuseUnknown(names: Iterable<string>): void {
  for (const name of names)
    if (!RELATIONSHIP_NAMES.includes(name))
      throw typeError(`RelationshipProperty.__init__() got an unexpected keyword argument '${name}'`);
}

/** The keywords of `backref(name, …)`. @throws TypeError for those that no relationship has */
export function backrefKeywords(given: Value | undefined): Map<string, Value> {
  const keywords = keywordsOf(given);
  refuseUnknown([...keywords.keys()].filter((name) => !(DATACLASS_KEYS as readonly string[]).includes(name)));
  return keywords;
}

export const relationshipFunction = nativeFunction(
  'relationship',
  RELATIONSHIP_SIGNATURE,
  (call, ...bound: Value[]) => makeRelationship(call, bound),
  'sqlalchemy.orm._orm_constructors',
);

function makeRelationship(call: Interpreter, bound: readonly Value[]): Relationship {
  const options = new Map<string, Value>();
  // Of dataclass settings, None is not the same as nothing said.
  const rest = new Map(bound.at(-1) as unknown as Keywords);
  const dataclass = dataclassOptions(rest);
  for (const name of DATACLASS_KEYS) rest.delete(name);
  // Unknown keywords travel on to the class, whose name is the one that is told.
  refuseUnknown(rest.keys());
  RELATIONSHIP_NAMES.forEach((name, index) => {
    const value = bound[index]!;
    if (index > 0 && value !== null) options.set(name, value);
  });
  if (options.has('back_populates') && options.has('backref')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'backref and back_populates keyword arguments are mutually exclusive',
    ]);
  }
  if (options.get('cascade_backrefs') !== false) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "The 'cascade_backrefs' parameter passed to relationship() may only be set to False.",
    ]);
  }
  checkCascade(call, options.get('cascade'));
  return new Relationship(bound[0]!, options, dataclass);
}

const CASCADES = new Set([
  'all',
  'none',
  'delete',
  'delete-orphan',
  'expunge',
  'merge',
  'refresh-expire',
  'save-update',
]);

function checkCascade(call: Interpreter, cascade: Value | undefined): void {
  if (cascade === false || cascade === true) throw typeError("'bool' object is not iterable");
  if (typeof cascade !== 'string') return;
  if (/\bdelete-orphan\b/.test(cascade) && !/\b(all|delete)\b(?!-)/.test(cascade))
    call.process.warn('sqlalchemy.exc.SAWarning', "The 'delete-orphan' cascade option requires 'delete'.");
  const unknown = cascade
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !CASCADES.has(part));
  if (unknown.length === 0) return;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Invalid cascade option(s): ${unknown
      .sort()
      .map((part) => `'${part}'`)
      .join(', ')}`,
  ]);
}

/** The conditions of a relationship that is set up: that of this side, and of a table in between that of the other. */
function joinsOf(property: Relationship): readonly [Value, Value] {
  const same = () => undefined;
  const [here, there] =
    property.direction === 'many-to-many'
      ? secondaryConditions(property, same, same, same)
      : [property.target ? directCondition(property, same, same) : null, null];
  return [here as Value, there as Value];
}

export const relationshipClass = nativeClass({
  name: 'Relationship',
  module: 'sqlalchemy.orm.relationships',
});

/** What `relationship()` makes. */
nativeClass({
  name: '_RelationshipDeclared',
  module: 'sqlalchemy.orm.relationships',
  bases: [relationshipClass],
  host: Relationship,
  getters: {
    key: (self: Relationship) => self.key,
    mapper: (self: Relationship) => self.target ?? null,
    argument: (self: Relationship) => self.argument,
    uselist: (self: Relationship) => self.useList,
    back_populates: (self: Relationship) => self.options.get('back_populates') ?? null,
    parent: (self: Relationship) => self.parent ?? null,
    direction: (self: Relationship, call) => directionOf(call, self),
    primaryjoin: (self: Relationship) => joinsOf(self)[0],
    secondaryjoin: (self: Relationship) => joinsOf(self)[1],
    local_columns: (self: Relationship, call) =>
      call.call(call.builtins.get('set')!, [tuple(self.pairs.map(([here]) => here))]),
    remote_side: (self: Relationship, call) =>
      call.call(call.builtins.get('set')!, [
        tuple(
          self.direction === 'many-to-many'
            ? [...self.pairs, ...self.secondaryPairs].map(([, there]) => there)
            : self.pairs.map(([, there]) => there),
        ),
      ]),
    secondary: (self: Relationship) => self.options.get('secondary') ?? null,
    local_remote_pairs: (self: Relationship) =>
      list([...self.pairs, ...self.secondaryPairs].map(([here, there]) => tuple([here, there]))),
    synchronize_pairs: (self: Relationship) =>
      list(
        self.pairs.map(([here, there]) =>
          tuple(self.direction === 'many-to-one' ? [there, here] : [here, there]),
        ),
      ),
    cascade: (self: Relationship) => self.options.get('cascade') ?? null,
    viewonly: (self: Relationship) => self.options.get('viewonly') ?? false,
    lazy: (self: Relationship) => self.options.get('lazy') ?? 'select',
    backref: (self: Relationship) => self.options.get('backref') ?? null,
    info: (self: Relationship, call) => self.options.get('info') ?? call.call(call.builtins.get('dict')!),
  },
  str: (self: Relationship) => (self.parent ? `${self.parent.cls.name}.${self.key}` : 'None.None'),
  repr: (self: Relationship) => `<_RelationshipDeclared at ${address(self)}; ${self.key || 'no key'}>`,
});

export const backrefFunction = nativeFunction(
  'backref',
  'name, **kwargs',
  (call, name: Value, kwargs: Keywords) => tuple([name, call.call(call.builtins.get('dict')!, [], kwargs)]),
);
