/** The three kinds of classes: declarative, dataclasses and SQLModel. Answers to: sqlacodegen/generators.py (their generators). */
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import type { ClassStyle } from './class-text.ts';
import { columnText } from './column-text.ts';
import type { Imports } from './imports.ts';
import type { Model, Relationship } from './models.ts';
import type { GeneratorOptions } from './options.ts';
import { relationshipKeywords } from './relationship-text.ts';
import { pythonClass } from './type-text.ts';

const isScalar = ({ direction }: Relationship): boolean =>
  direction === 'one-to-one' || direction === 'many-to-one';

const withImport = (imports: Imports, name: string): string => {
  imports.add('typing', name);
  return name;
};

/** `id: Mapped[int] = mapped_column(Integer, primary_key=True)` */
export function mappedStyle(imports: Imports, options: GeneratorOptions): ClassStyle {
  return {
    base: 'Base',
    classArguments: '',
    showTableName: () => true,
    attribute: (model, column) => {
      const name = model.attributes.get(column)!;
      const text = columnText(imports, column, {
        call: 'mapped_column',
        showName: column.name !== name,
        showNullable: false,
      });
      const type = mappedClass(imports, column);
      const shown = column.nullable ? `${withImport(imports, 'Optional')}[${type}]` : type;
      return `${name}: Mapped[${shown}] = ${text}`;
    },
    relationship: (relationship) => {
      const target = `'${relationship.target.name}'`;
      const parts = [plainRepr(relationship.target.name), ...relationshipKeywords(relationship, options)];
      return `${relationship.name}: Mapped[${mappedTarget(imports, relationship, target)}] = relationship(${parts.join(', ')})`;
    },
  };
}

function mappedTarget(imports: Imports, relationship: Relationship, target: string): string {
  if (!isScalar(relationship)) return `${withImport(imports, 'List')}[${target}]`;
  return relationship.nullable ? `${withImport(imports, 'Optional')}[${target}]` : target;
}

function mappedClass(imports: Imports, column: Column): string {
  const { module, name } = pythonClass(column.type);
  if (module === 'typing') return withImport(imports, name);
  if (module === undefined) return name;
  imports.addModule(module);
  return `${module}.${name}`;
}

/** `id: Optional[int] = Field(default=None, sa_column=Column('id', Integer, primary_key=True))` */
export function sqlModelStyle(imports: Imports): ClassStyle {
  return {
    base: 'SQLModel',
    classArguments: ', table=True',
    showTableName: ({ table, name }) => name.toLowerCase() !== table.name,
    attribute: (model, column) => {
      const text = columnText(imports, column, { call: 'Column', showName: true, showNullable: false });
      const { name } = pythonClass(column.type);
      const optional = mayBeMissing(column);
      const type = optional ? `Optional[${name}]` : name;
      return `${model.attributes.get(column)}: ${type} = Field(${optional ? 'default=None, ' : ''}sa_column=${text})`;
    },
    relationship: (relationship) => {
      const { target, direction, backref, name } = relationship;
      const type = `${isScalar(relationship) ? 'Optional' : 'List'}['${target.name}']`;
      const parts: string[] = [];
      if (direction === 'one-to-one') parts.push("sa_relationship_kwargs={'uselist': False}");
      if (backref) parts.push(`back_populates=${plainRepr(backref.name)}`);
      return `${name}: ${type} = Relationship(${parts.join(', ')})`;
    },
  };
}

/** No value is needed: NULL is allowed, or the database counts. */
const mayBeMissing = (column: Column): boolean =>
  column.nullable || (column.primaryKey && Boolean(column.autoincrement));

/** What a SQLModel file imports for a model, which is known before names are given; of a Table the values' classes too. */
export function importSqlModel(imports: Imports, model: Model): void {
  for (const column of model.table.columns) {
    const { module, name } = pythonClass(column.type);
    // SQLAlchemy has a type of that name too, which is found first.
    if (name === 'UUID') imports.add('sqlalchemy', name);
    else if (module !== undefined) imports.add(module, name);
    if (model.kind === 'class' && mayBeMissing(column)) imports.add('typing', 'Optional');
  }
  if (model.kind === 'table') return;
  imports.add('sqlmodel', 'SQLModel');
  imports.add('sqlmodel', 'Field');
  if (model.relationships.length > 0) imports.add('sqlmodel', 'Relationship');
  for (const relationship of model.relationships) {
    imports.add('typing', isScalar(relationship) ? 'Optional' : 'List');
  }
}
