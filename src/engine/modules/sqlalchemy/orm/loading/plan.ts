/**
 * A SELECT of mapped classes as the SELECT of columns that is sent, and what each cell of its rows is for.
 * Answers to: sqlalchemy/orm/context.py (ORMSelectCompileState), strategies.py (JoinedLoader).
 */
import { conjunction, label } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { expand } from '../../../../sqlalchemy/expression/select/columns.ts';
import { criteriaOf } from '../../../../sqlalchemy/expression/select/entity-criteria.ts';
import { subquery } from '../../../../sqlalchemy/expression/select/select-build.ts';
import { selectFroms } from '../../../../sqlalchemy/expression/select/select-froms.ts';
import type {
  EntityNode,
  FromClause,
  JoinStep,
  Select,
} from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { Relationship } from '../mapper/property.ts';
import {
  anonymousAlias,
  anonymousEntity,
  directCondition,
  secondaryConditions,
  secondaryOf,
} from '../relationships/relationship-join.ts';
import { relationshipOrder } from '../relationships/relationship-order.ts';
import { adapted, type Replace, throughAlias } from './adapt.ts';
import { Bundle } from './bundle.ts';
import { type AliasedEntity, entityOfNode, keyColumns, loadedColumns, selectableOf } from './entity.ts';
import {
  checkOptions,
  emptyNode,
  isRead,
  joinsCollection,
  type LoadNode,
  loadTree,
  strategyOf,
} from './load-tree.ts';
import { criteriaFor, withLoaderCriteria } from './loader-criteria.ts';
import { isAboutClass, withoutCriteria } from './mapped-in.ts';
import { inlineKinds } from './polymorphic.ts';
import type { EntityReader, Plan, Reading } from './reading.ts';

/** Expressions without a name of their own: selected as an attribute, they have the attribute's. */
const NAMELESS: ReadonlySet<string> = new Set(['binary', 'unary', 'clause-list', 'grouping', 'case']);

/** @param always plans it in any case: a Query's @returns undefined for a SELECT that is about nothing mapped */
export function planOf(select: Select, node?: LoadNode, always = false): Plan | undefined {
  const mapped = select.given.some(
    (one, at) =>
      one instanceof InstrumentedAttribute || one instanceof Bundle || isAboutClass(select.entities[at]),
  );
  return always || mapped || select.from.some(isAboutClass) ? new Planner(select, node).plan() : undefined;
}

class Planner {
  private readonly select: Select;
  private readonly places = new Map<Element, number>();
  private readonly elements: Element[] = [];
  /** Columns and joins of eager loading come after everything else. */
  private readonly eager: (() => void)[] = [];
  private readonly joins: JoinStep[] = [];
  private readonly ordering: Element[] = [];
  private outer: Replace = () => undefined;
  private multiplies = false;

  /** Loader options of the class, where they do not stand in the statement. */
  private readonly node: LoadNode | undefined;

  constructor(select: Select, node: LoadNode | undefined) {
    this.node = node;
    this.select = withLoaderCriteria(select);
  }

  plan(): Plan {
    checkOptions(this.select);
    const readings = this.select.entities.flatMap((element, at) =>
      entityOfNode(element)
        ? [this.reading(element, this.select.given[at])]
        : expand([element]).map((one) => this.reading(one, this.select.given[at])),
    );
    const primary = [...this.elements];
    const nested = this.nests();
    const inner = nested ? this.nestedSelect(primary) : undefined;
    for (const add of this.eager) add();
    const secondary = this.elements.slice(primary.length);
    const select: Select = inner
      ? this.around(inner, primary, secondary)
      : {
          ...this.select,
          entities: this.elements,
          given: this.elements,
          where: [...this.select.where, ...criteriaOf(this.select)],
          ...this.joined(),
          orderBy: [...this.select.orderBy, ...this.ordering],
          options: [],
        };
    return { select, readings, multiplies: this.multiplies };
  }

  /** Joins of eager loading, where the FROM list is named so that they attach to it. Its classes have asked already. */
  private joined(): Partial<Select> {
    const { entities, given, from: asking } = this.select;
    const from = asking.map(withoutCriteria) as Select['from'];
    const together =
      entities.some((one) => one.kind === 'entity' && one.table.kind === 'join') ||
      given.some((one) => one instanceof InstrumentedAttribute && one.fromTable?.kind === 'join');
    if (this.joins.length === 0 && !together) return { from };
    return { from: selectFroms({ ...this.select, from }), joins: this.joins };
  }

  private reading(element: Element, given: unknown): Reading {
    const entity = entityOfNode(element);
    const several =
      given instanceof Bundle ? given : given instanceof InstrumentedAttribute ? given.together : undefined;
    if (several) {
      const places = several.columns.map((one) => this.place(one));
      return { kind: 'several', name: several.key, places, build: several.build };
    }
    if (!entity) {
      const name = given instanceof InstrumentedAttribute ? given.name : undefined;
      const own = withoutCriteria(element);
      const at = this.place(name !== undefined && NAMELESS.has(own.kind) ? label(name, own) : own);
      return { kind: 'column', name, at, element: own };
    }
    const { mapper, aliased } = entity;
    const tree = this.node ?? loadTree(this.select.options, mapper);
    const name = aliased?.name ?? mapper.cls.name;
    const replace = aliased?.replace ?? (() => undefined);
    const kinds = aliased ? aliased.kinds : inlineKinds(mapper);
    const reader = this.reader(mapper, replace, tree, (element as EntityNode).table, [mapper], kinds);
    return { kind: 'entity', name, entity: (element as EntityNode).entity, reader };
  }

  private place(element: Element): number {
    const known = this.places.get(element);
    if (known !== undefined) return known;
    this.places.set(element, this.elements.length);
    this.elements.push(element);
    return this.elements.length - 1;
  }

  private reader(
    mapper: Mapper,
    replace: Replace,
    node: LoadNode,
    from: FromClause,
    path: readonly Mapper[],
    kinds: readonly Mapper[] = [],
  ): EntityReader {
    const on = mapper.polymorphicOn as Element | undefined;
    const relationships = [...mapper.properties.values()].filter((one) => one instanceof Relationship);
    const joined: { property: Relationship; reader: EntityReader }[] = [];
    const later: { property: Relationship; strategy: string; node: LoadNode }[] = [];
    const refused: string[] = [...node.refused];
    for (const property of relationships) {
      const strategy = strategyOf(node, property);
      const child = node.children.get(property.key) ?? emptyNode();
      if (strategy === 'joinedload' && (node.children.has(property.key) || !path.includes(property.target!)))
        this.eagerly(path, () =>
          joined.push({ property, reader: this.join(property, replace, child, from, path) }),
        );
      else if (strategy === 'contains_eager')
        joined.push({ property, reader: this.contained(property, child, path) });
      else if (strategy === 'selectinload' || strategy === 'subqueryload' || strategy === 'immediateload') {
        const repeats = path.includes(property.target!) && !node.children.has(property.key);
        if (!repeats) later.push({ property, strategy, node: child });
      } else if (strategy === 'raiseload') refused.push(property.key);
    }
    const columnsOf = (one: Mapper) =>
      loadedColumns(one, (property) => isRead(node, property, one)).map(({ key, elements }) => ({
        key,
        at: elements.map((element) => this.place(adapted(element, replace)))[0]!,
      }));
    const columns = columnsOf(mapper);
    const identity = keyColumns(mapper, replace).map((one) => this.place(one));
    const discriminator = on && this.place(adapted(on, replace));
    const read = kinds.map((one) => ({ mapper: one, columns: columnsOf(one) }));
    return { mapper, identity, discriminator, columns, kinds: read, joined, later, refused };
  }

  /** Joins of the primary class wait for all primary columns; those of joined classes come before their columns. */
  private eagerly(path: readonly Mapper[], add: () => void): void {
    if (path.length > 1) add();
    else this.eager.push(add);
  }

  private contained(property: Relationship, node: LoadNode, path: readonly Mapper[]): EntityReader {
    const target = property.target!;
    const replace = node.aliased?.replace ?? (() => undefined);
    if (property.useList) this.multiplies = true;
    return this.reader(target, replace, node, node.aliased?.table ?? selectableOf(target), [...path, target]);
  }

  /** A LEFT OUTER JOIN to an alias of the other side. */
  private join(
    property: Relationship,
    own: Replace,
    node: LoadNode,
    from: FromClause,
    path: readonly Mapper[],
  ): EntityReader {
    const target = property.target!;
    const alias = anonymousEntity(target);
    const here: Replace = (column) => {
      const plain = own(column) ?? column;
      return this.outer(plain) ?? plain;
    };
    this.addJoin(property, here, alias, node, from);
    if (property.useList) this.multiplies = true;
    for (const one of relationshipOrder(property)) this.ordering.push(adapted(one, alias.replace));
    return this.reader(target, alias.replace, node, alias.table, [...path, target]);
  }

  private addJoin(
    property: Relationship,
    here: Replace,
    alias: AliasedEntity,
    node: LoadNode,
    from: FromClause,
  ): void {
    const outer = !(node.innerJoin || property.options.get('innerjoin') === true);
    const left = this.leftOf(from);
    const secondary = secondaryOf(property);
    const base = { from: left, outer, full: false };
    const asked = [...node.criteria, ...criteriaFor(this.select.options, alias.mapper)];
    const extra = [...alias.mapper.criteria(), ...asked].map((one) => adapted(one, alias.replace));
    if (!secondary) {
      const on = conjunction('and', [directCondition(property, here, alias.replace), ...extra]);
      this.joins.push({ ...base, target: alias.table, on });
      return;
    }
    const between = anonymousAlias(secondary);
    const [first, second] = secondaryConditions(property, here, throughAlias(between), alias.replace);
    const target: FromClause = {
      kind: 'join',
      left: between,
      right: alias.table,
      on: conjunction('and', [second, ...extra]),
      outer: false,
      full: false,
    };
    this.joins.push({ ...base, target, on: first });
  }

  private readonly replaced = new Map<FromClause, FromClause>();

  private leftOf(from: FromClause): FromClause {
    return this.replaced.get(from) ?? from;
  }

  /** Limits count rows of the primary class: it goes into a subquery where collections are joined to it. */
  private nests(): boolean {
    const { limit, offset, distinct, groupBy } = this.select;
    if (!limit && !offset && !distinct && groupBy.length === 0) return false;
    return this.select.entities.some((element) => {
      const entity = entityOfNode(element);
      return (
        entity !== undefined && joinsCollection(loadTree(this.select.options, entity.mapper), entity.mapper)
      );
    });
  }

  private nestedSelect(primary: readonly Element[]): FromClause {
    const inner: Select = {
      ...this.select,
      entities: primary,
      given: primary,
      where: [...this.select.where, ...criteriaOf(this.select)],
      options: [],
      forUpdate: undefined,
      ...this.joined(),
    };
    const table = subquery(inner, null);
    this.outer = throughAlias(table);
    for (const from of selectFroms(inner)) this.replaced.set(from, table);
    return table;
  }

  private around(table: FromClause, primary: readonly Element[], secondary: readonly Element[]): Select {
    const entities = [...primary.map((one) => this.outer(one) ?? one), ...secondary];
    const order = this.select.orderBy.map((one) => adapted(one, this.outer));
    return {
      ...this.select,
      entities,
      given: entities,
      where: [],
      having: [],
      groupBy: [],
      limit: undefined,
      offset: undefined,
      distinct: false,
      distinctOn: [],
      from: [table],
      joins: this.joins,
      orderBy: [...order, ...this.ordering],
      options: [],
    };
  }
}
