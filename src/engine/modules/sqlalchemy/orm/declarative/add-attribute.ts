/** `User.phone = Column(…)` after the class was mapped. Answers to: sqlalchemy/orm/decl_base.py (_add_attribute). */
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import { addProperty, type Mapper } from '../mapper/mapper.ts';
import { ColumnProperty, isProperty, MappedColumn, type Property } from '../mapper/property.ts';
import { nameColumn } from './mapped-column.ts';

/** Sets an attribute of a declarative class: columns join its table, properties its mapper; anything else is set as it is. */
export function addAttribute(cls: PyClass, key: string, value: Value): void {
  const mapper = mapperOf(cls);
  const property = mapper && propertyFor(mapper, key, value);
  if (!mapper || !property) {
    cls.setOwn(key, value);
    return;
  }
  addProperty(mapper, key, property);
  mapper.registry.unconfigured = true;
  cls.setOwn(key, new InstrumentedAttribute(mapper, property, key));
}

/** undefined for what is no part of a mapping. */
function propertyFor(mapper: Mapper, key: string, value: Value): Property | undefined {
  if (value instanceof Column) {
    nameColumn(value, key);
    return columnProperty(mapper, value);
  }
  if (value instanceof MappedColumn) {
    nameColumn(value.column, key);
    return columnProperty(mapper, value.column, value.deferred);
  }
  if (!isProperty(value)) return undefined;
  if (value instanceof ColumnProperty) {
    for (const column of value.columns) {
      if (!(column instanceof Column) || column.table) continue;
      nameColumn(column, key);
      mapper.table.appendColumn(column);
    }
  }
  return value;
}

function columnProperty(mapper: Mapper, column: Column, deferred = false): ColumnProperty {
  if (!column.table) mapper.table.appendColumn(column);
  return new ColumnProperty([column], deferred);
}
