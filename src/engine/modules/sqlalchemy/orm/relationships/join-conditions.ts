/** How the tables of a relationship are joined. Answers to: sqlalchemy/orm/relationships.py (JoinCondition). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { Registry } from '../declarative/registry.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import { isMarkedForeign } from './foreign-marks.ts';
import { comparedGroups, comparedPairs, foreignKeyGroups, saysMore } from './join.ts';
import { columnsOption, conditionOf, optionOf } from './relationship-arguments.ts';
import { checkForeignColumns, checkSecondary, checkSecondJoin, shown } from './relationship-checks.ts';
import { checkRemoteSide } from './remote-side.ts';

/** Finds the pairs of columns that join a relationship's tables, its direction, and whether it is a list. @throws ArgumentError, NoForeignKeysError, AmbiguousForeignKeysError */
export function joinTo(call: Interpreter, registry: Registry, property: Relationship, target: Mapper): void {
  const mapper = property.parent!;
  const secondary = optionOf(call, registry, property, 'secondary');
  checkSecondary(call, property, secondary);
  if (secondary instanceof Table) joinThrough(call, registry, property, target, secondary);
  else joinDirectly(call, registry, property, mapper, target);
  const given = property.options.get('uselist');
  property.useList =
    typeof given === 'boolean'
      ? given
      : property.collection !== undefined
        ? property.collection !== null
        : property.direction !== 'many-to-one';
}

function joinThrough(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  target: Mapper,
  secondary: Table,
): void {
  const condition = conditionOf(call, registry, property, 'primaryjoin');
  const secondaryCondition = conditionOf(call, registry, property, 'secondaryjoin');
  const explicit = condition !== undefined || secondaryCondition !== undefined;
  const side = (to: Mapper, written: Element | undefined): Pairs => {
    const compared = throughPairs(written, secondary);
    if (compared.length > 0) return compared;
    return pairsOf(property, secondary, to, explicit, secondary).map(
      ([from, there]) => [there, from] as const,
    );
  };
  property.direction = 'many-to-many';
  property.pairs = side(property.parent!, condition);
  property.secondaryPairs = side(target, secondaryCondition);
  property.condition = condition;
  property.secondaryCondition = secondaryCondition;
  property.unclear =
    explicit &&
    [condition, secondaryCondition].every((written) => throughPairs(written, secondary).length === 0);
}

/** Pairs of a written condition: (column of a class, column of the secondary table). */
const throughPairs = (condition: Element | undefined, secondary: Table): Pairs =>
  comparedPairs(condition).flatMap(([left, right]): Pairs => {
    if (right.table === secondary) return [[left, right]];
    return left.table === secondary ? [[right, left]] : [];
  });

function pairsOf(
  property: Relationship,
  from: Table,
  to: Mapper,
  explicit: boolean,
  secondary: Table,
): readonly (readonly [Column, Column])[] {
  const groups = to.tables.flatMap((table) => foreignKeyGroups(from, table));
  if (groups.length === 1 || explicit) return groups[0] ?? [];
  const why =
    groups.length === 0
      ? [
          'NoForeignKeysError',
          `there are no foreign keys linking these tables via secondary table '${secondary.fullname}'.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify 'primaryjoin' and 'secondaryjoin' expressions.`,
        ]
      : [
          'AmbiguousForeignKeysError',
          `there are multiple foreign key paths linking the tables via secondary table '${secondary.fullname}'.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference from the secondary table to each of the parent and child tables.`,
        ];
  throw new Raise(`sqlalchemy.exc.${why[0]}`, [
    `Could not determine join condition between parent/child tables on relationship ${shown(property)} - ${why[1]}`,
  ]);
}

function joinDirectly(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  mapper: Mapper,
  target: Mapper,
): void {
  const wanted = columnsOption(call, registry, property, 'foreign_keys');
  checkSecondJoin(property);
  const explicit = property.options.has('primaryjoin');
  const outward = mapper.tables.flatMap((from) => target.tables.flatMap((to) => foreignKeyGroups(from, to)));
  const inward = target.tables.flatMap((from) => mapper.tables.flatMap((to) => foreignKeyGroups(from, to)));
  const condition = conditionOf(call, registry, property, 'primaryjoin');
  property.condition = condition;
  checkForeignColumns(call, property, property.condition);
  property.isFiltered = property.condition !== undefined && saysMore(property.condition);
  const compared = [...comparedGroups(outward, condition), ...comparedGroups(inward, condition)];
  property.unclear = explicit && compared.length === 0;
  const chosen = (groups: readonly (readonly (readonly [Column, Column])[])[]) =>
    groups.filter(
      (group) =>
        (wanted.size === 0 || group.some(([column]) => wanted.has(column))) &&
        (compared.length === 0 || compared.includes(group)),
    );
  const marked = markedPairs(condition, wanted);
  const ofTables = ({ tables }: Mapper) =>
    marked.filter(([column]) => tables.includes(column.table as Table));
  const many = orMarked(chosen(outward), ofTables(mapper));
  const one = orMarked(chosen(inward), ofTables(target));
  const selfReferring = mapper.table === target.table;
  const count = selfReferring ? many.length : many.length + one.length;
  if (count === 0 && !explicit) refuseJoin(property, 'NoForeignKeysError');
  if (count > 1 && !explicit) refuseJoin(property, 'AmbiguousForeignKeysError');
  const remote = columnsOption(call, registry, property, 'remote_side');
  const toOne = selfReferring ? many[0]?.some(([, column]) => remote.has(column)) === true : many.length > 0;
  property.direction = toOne ? 'many-to-one' : 'one-to-many';
  property.pairs = toOne
    ? (many[0] ?? [])
    : ((selfReferring ? many[0] : one[0]) ?? []).map(([from, to]) => [to, from] as const);
  checkRemoteSide(call, property, target, remote);
}

type Pairs = readonly (readonly [Column, Column])[];

const orMarked = (groups: readonly Pairs[], marked: Pairs): readonly Pairs[] =>
  groups.length === 0 && marked.length > 0 ? [marked] : groups;

/** Pairs of a condition whose foreign side `foreign()` or `foreign_keys` names: (foreign, referred). */
const markedPairs = (condition: unknown, wanted: ReadonlySet<Value>): Pairs =>
  comparedPairs(condition).flatMap(([left, right]) => {
    const foreign = (column: Column) => isMarkedForeign(column) || wanted.has(column);
    if (foreign(left)) return [[left, right] as const];
    return foreign(right) ? [[right, left] as const] : [];
  });

function refuseJoin(property: Relationship, type: 'NoForeignKeysError' | 'AmbiguousForeignKeysError'): never {
  const why =
    type === 'NoForeignKeysError'
      ? "there are no foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression."
      : "there are multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference to the parent table.";
  throw new Raise(`sqlalchemy.exc.${type}`, [
    `Could not determine join condition between parent/child tables on relationship ${shown(property)} - ${why}`,
  ]);
}
