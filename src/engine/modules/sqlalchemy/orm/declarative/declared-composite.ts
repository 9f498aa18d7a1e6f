/** The class and the columns of a `composite()`. Answers to: sqlalchemy/orm/descriptor_props.py (declarative_scan, _setup_for_dataclass). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { type Composite, MappedColumn } from '../mapper/property.ts';
import { type MappedAnnotation, resolveText } from './annotation.ts';
import { type ColumnPlace, completeMappedColumn, nameColumn } from './mapped-column.ts';

const argumentError = (message: string) => new Raise('sqlalchemy.exc.ArgumentError', [message]);

/**
 * Finds the class in the annotation where the call does not name it, and gives the columns written into the call their names and,
 * by a dataclass's fields, their types.
 * @returns those columns, in order
 * @throws ArgumentError
 */
export function readComposite(
  call: Interpreter,
  composite: Composite,
  annotation: MappedAnnotation | undefined,
  place: ColumnPlace,
): readonly MappedColumn[] {
  if (composite.factory === null && !annotation) {
    throw argumentError(
      `Python typing annotation is required for attribute "${place.cls.name}.${place.key}" when primary argument(s) for ` +
        '"Composite" construct are None or not present',
    );
  }
  if (annotation && composite.factory === null)
    composite.factory = resolveText(call, annotation.inner, annotation.module, place.cls);
  const isDataclass = call.truth(call.call(call.importName('dataclasses.is_dataclass'), [composite.factory]));
  if (isDataclass) nameByFields(call, composite, place);
  else if (composite.members.some((one) => columnOf(one)?.name === ''))
    throw argumentError('Composite class column arguments must be named unless a dataclass is used');
  return composite.members.flatMap((one) => {
    const column = columnOf(one);
    if (!column || column.table) return [];
    nameColumn(column, place.key);
    return [one instanceof MappedColumn ? one : new MappedColumn(column, new Set())];
  });
}

function columnOf(member: Value): Column | undefined {
  if (member instanceof MappedColumn) return member.column;
  return member instanceof Column ? member : undefined;
}

/** Each field of a dataclass says the name and the type of the column in its place; a column for what nobody wrote is new. */
function nameByFields(call: Interpreter, composite: Composite, place: ColumnPlace): void {
  const { factory, members } = composite;
  const signature = call.call(call.importName('inspect.signature'), [factory]);
  const fields = [...call.iterate(call.callMethod(call.getAttribute(signature, 'parameters')!, 'values'))];
  if (members.length > fields.length) {
    throw argumentError(
      `number of composite attributes ${members.length} exceeds that of the number of attributes in class ` +
        `${(factory as PyClass).name} ${fields.length}`,
    );
  }
  const module = factory instanceof PyClass ? factory.module : place.cls.module;
  fields.forEach((field, at) => {
    members[at] ??= new MappedColumn(call.call(call.importName('sqlalchemy.Column')) as Column, new Set());
    const member = members[at]!;
    const name = String(call.getAttribute(field, 'name'));
    if (member instanceof MappedColumn) {
      if (member.column.table) return;
      const annotation = { inner: call.getAttribute(field, 'annotation')!, container: 'Mapped', module };
      completeMappedColumn(call, member, annotation, { ...place, key: name });
    } else if (member instanceof Column && !member.table) nameColumn(member, name);
  });
}
