/** `statement.column_descriptions`: what a SELECT lists, told one by one. Answers to: sqlalchemy/orm/context.py, sql/selectable.py. */
import { list } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { expand } from '../../../../sqlalchemy/expression/select/columns.ts';
import { namedColumns } from '../../../../sqlalchemy/expression/select/select-labels.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { AliasedEntity, entityOfNode } from './entity.ts';

const typeOf = (element: Element): Value => ((element as { type?: unknown }).type ?? null) as Value;

/** The name that an element has or that SQLAlchemy would give it; of a function its own. */
function nameOf(element: Element, mapped: boolean): Value {
  if (element.kind === 'text') return null;
  const own = namedColumns([element], 'none')[0]!.proxyName;
  if (typeof own === 'string') return own;
  const called = (element as { name?: unknown }).name;
  return element.kind === 'function' && typeof called === 'string' ? called : mapped ? '_no_label' : null;
}

/** One line of the list, in the order in which SQLAlchemy writes it. */
function described(element: Element, given: Value, queried: boolean): Value {
  const entity = entityOfNode(element);
  if (entity) {
    const { mapper, aliased } = entity;
    const expr = (aliased ?? mapper.cls) as unknown as Value;
    return dict([
      ['name', aliased?.name ?? mapper.cls.name],
      ['type', mapper.cls],
      ['aliased', aliased !== undefined],
      ['expr', expr],
      ['entity', expr],
    ]);
  }
  const attribute = given instanceof InstrumentedAttribute ? given : undefined;
  const about =
    (element as { entity?: unknown }).entity ?? (labelled(element) as { entity?: unknown }).entity ?? null;
  const owner = attribute ? (attribute.owner ?? attribute.mapper.cls) : about;
  return dict([
    ['name', attribute ? attribute.name : queried ? ownName(element) : nameOf(element, true)],
    ['type', typeOf(element)],
    ['aliased', owner instanceof AliasedEntity],
    ['expr', given],
    ['entity', owner as Value],
  ]);
}

/** What a label stands for. */
const labelled = (element: Element): Element =>
  element.kind === 'label' ? (element as unknown as { element: Element }).element : element;

/** A Query names columns and labels alone. */
function ownName(element: Element): Value {
  if (element.kind === 'function') return null;
  const name = nameOf(element, true);
  return name === '_no_label' ? null : name;
}

const isMapped = ({ given, entities }: Select): boolean =>
  given.some((one, at) => one instanceof InstrumentedAttribute || entityOfNode(entities[at]) !== undefined);

/** @returns a list of dicts; of a SELECT without anything mapped, one for each column */
export const columnDescriptions = nativeFunction(
  '_column_descriptions',
  'statement',
  (_call, given: Value) => {
    const statement = given as unknown as Select;
    if (isMapped(statement))
      return list(
        statement.entities.map((one, at) =>
          described(one, statement.given[at] as Value, statement.labelStyle === 'tablename'),
        ),
      );
    return list(
      expand(statement.entities).map((one) =>
        dict([
          ['name', nameOf(one, false)],
          ['type', typeOf(one)],
          ['expr', one as unknown as Value],
        ]),
      ),
    );
  },
);
