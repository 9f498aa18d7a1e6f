/** Column attributes that are read when they are looked at, or read again. Answers to: sqlalchemy/orm/loading.py (load_scalar_attributes). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty } from '../mapper/property.ts';
import { objectDeleted } from '../session/session-errors.ts';
import { entityNode, loadedColumns, selectableOf } from './entity.ts';
import { emptyNode } from './load-tree.ts';
import type { LoadCause, SessionLoader } from './session-loader.ts';

/** Reads columns of an instance again. @param labelled whether columns have labels of table and column @throws ObjectDeletedError */
export function refreshInstance(
  loader: SessionLoader,
  call: Interpreter,
  instance: PyObject,
  keys: readonly string[],
  labelled = true,
): void {
  const mapper = inheritedMapper(instance.cls)!;
  const { identity } = stateOf(instance);
  const wanted = loadedColumns(mapper, (property) => keys.includes(property.key));
  const elements = [...new Set(wanted.flatMap((one) => one.elements))];
  const eager = loadedColumns(mapper);
  const whole = wanted.length === eager.length && eager.every(({ key }) => keys.includes(key));
  const base: Select = {
    ...select(whole ? [entityNode(mapper)] : elements),
    labelStyle: labelled ? 'tablename' : 'disambiguate',
    executionOptions: { orm_load: 'refresh' },
    ...(whole ? {} : { from: [selectableOf(mapper)] }),
  };
  const statement = where(
    base,
    mapper.primaryKey.map((column, at) => keyEquals(column, identity![at]!)),
  );
  const cause: LoadCause = { columns: true, parameters: keyParameters(identity!) };
  if (whole) {
    const found = loader.read(call, statement, { node: { ...emptyNode(), all: 'lazyload' }, cause })!;
    if (found.rows.length === 0) throw objectDeleted(instance);
    return;
  }
  const row = loader.cells(call, statement, cause)[0];
  if (!row) throw objectDeleted(instance);
  for (const { key, elements: own } of wanted) {
    setRaw(instance, key, row[elements.indexOf(own[0]!)]!);
    stateOf(instance).expired.delete(key);
  }
}

/** An instance whose row is to be read again; null where the row is gone. */
export function stillThere(loader: SessionLoader, call: Interpreter, instance: PyObject): PyObject | null {
  try {
    refreshInstance(loader, call, instance, [...stateOf(instance).expired]);
    return instance;
  } catch (error) {
    if (error instanceof Raise && error.type === 'sqlalchemy.orm.exc.ObjectDeletedError') return null;
    throw error;
  }
}

/** Deferred columns of one group are read together. */
export const groupOf = (mapper: Mapper, property: ColumnProperty): readonly string[] =>
  property.group === null
    ? [property.key]
    : [...mapper.properties.values()]
        .filter((one) => one instanceof ColumnProperty && one.group === property.group)
        .map(({ key }) => key);

/** `column = :pk` */
export const keyEquals = (column: Column, value: Value): Element =>
  compare(column as Element, 'eq', bindparam('pk', value, { unique: true, type: column.type }));

/** The parameters of a statement that finds a row by its key. */
export const keyParameters = (identity: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(identity.map((value, at) => [`pk_${at + 1}`, value] as const));
