/** The whole file. Answers to: sqlacodegen/generators.py (the generators' generate). */
import type { MetaData } from '../sqlalchemy/schema/metadata.ts';
import { sortedTables } from '../sqlalchemy/schema/sorted-tables.ts';
import { importSqlModel, mappedStyle, sqlModelStyle } from './class-styles.ts';
import { classText } from './class-text.ts';
import { importColumn } from './column-text.ts';
import { importConstraints } from './constraint-text.ts';
import { Imports } from './imports.ts';
import type { ClassModel, Model } from './models.ts';
import { nameModels } from './name-models.ts';
import type { GeneratorName, GeneratorOptions } from './options.ts';
import { planModels } from './plan-models.ts';
import { prepare } from './prepare.ts';
import { tableText } from './table-text.ts';

/** Told about tables that cannot be sorted. */
type Warn = (category: string, message: string) => void;

/**
 * Python source for reflected tables; changes the metadata on the way.
 * @throws KeyError, AssertionError for what the real program cannot write either
 */
export function generate(
  metadata: MetaData,
  generator: GeneratorName,
  options: GeneratorOptions,
  warn: Warn,
): string {
  prepare(metadata, options);
  const tables = sortedTables(metadata, warn);
  const models: Model[] =
    generator === 'tables'
      ? tables.map((table) => ({ kind: 'table', table, name: '' }))
      : planModels(tables, options);
  const imports = new Imports();
  collectImports(imports, models, generator, options);
  nameModels(models, options, (name) => imports.has(name));
  const body = models.map((model) => modelText(imports, model, models, generator, options));
  const between = generator === 'tables' ? '\n\n' : '\n\n\n';
  const sections = [imports.text(), baseText(models, generator), body.join(between)];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const hasClasses = (models: readonly Model[]): boolean => models.some(({ kind }) => kind === 'class');

function collectImports(
  imports: Imports,
  models: readonly Model[],
  generator: GeneratorName,
  options: GeneratorOptions,
): void {
  if (!hasClasses(models)) imports.add('sqlalchemy', 'MetaData');
  for (const model of models) {
    for (const column of model.table.columns) importColumn(imports, column);
    importConstraints(imports, model.table, options);
    if (generator === 'sqlmodels') importSqlModel(imports, model);
    if (model.kind === 'table') imports.add('sqlalchemy', 'Table');
    else if (generator !== 'sqlmodels') importMapped(imports, model, generator);
  }
}

function importMapped(imports: Imports, { relationships }: ClassModel, generator: GeneratorName): void {
  imports.add('sqlalchemy.orm', 'DeclarativeBase');
  imports.add('sqlalchemy.orm', 'Mapped');
  imports.add('sqlalchemy.orm', 'mapped_column');
  if (generator === 'dataclasses') imports.add('sqlalchemy.orm', 'MappedAsDataclass');
  if (relationships.length > 0) imports.add('sqlalchemy.orm', 'relationship');
}

/** The MetaData, or the class that all others come from. */
function baseText(models: readonly Model[], generator: GeneratorName): string {
  if (generator === 'sqlmodels') return '';
  if (!hasClasses(models)) return 'metadata = MetaData()\n';
  const bases = generator === 'dataclasses' ? 'MappedAsDataclass, DeclarativeBase' : 'DeclarativeBase';
  return `class Base(${bases}):\n    pass\n`;
}

function modelText(
  imports: Imports,
  model: Model,
  models: readonly Model[],
  generator: GeneratorName,
  options: GeneratorOptions,
): string {
  if (model.kind === 'table') {
    return tableText(imports, model, metadataName(hasClasses(models), generator), options);
  }
  if (generator === 'sqlmodels') imports.add('sqlalchemy', 'Column');
  const style = generator === 'sqlmodels' ? sqlModelStyle(imports) : mappedStyle(imports, options);
  return classText(model, style, options);
}

/** SQLModel's metadata has no name in the file: the real program leaves the place empty. */
function metadataName(classes: boolean, generator: GeneratorName): string {
  if (!classes) return 'metadata';
  return generator === 'sqlmodels' ? '' : 'Base.metadata';
}
