/**
 * The revision files of a project as facts for panels and checks: read, not run, so that a broken file is shown as broken
 * and nothing that a learner types is executed while they type.
 */
import { filesBelow } from '../../../files.ts';
import type { Files, Machine } from '../../../machine.ts';
import type { Expr, Module, Stmt } from '../../../python/parse/ast.ts';
import { PythonSyntaxError, parseModule } from '../../../python/parse/index.ts';
import type { OperationSnapshot, RevisionFileSnapshot, RevisionSnapshot } from '../../../snapshot.ts';

const ROOT = '/home/learner/app';

/**
 * @param current rows of alembic_version.
 * @returns every revision file, sorted by path, and the heads among them.
 */
export function revisionFacts(machine: Machine, current: readonly string[]): RevisionSnapshot {
  const { files } = machine;
  const folders = versionFolders(files);
  const found = folders
    .flatMap((folder) => filesBelow(files, folder))
    .filter((path) => /\/(?!_)[^/]+\.py$/.test(path))
    .map((path) => factsOf(path.slice(ROOT.length + 1), files.read(path)!));
  return {
    files: found,
    heads: headsOf(found),
    current,
    problem: files.isFile(`${ROOT}/alembic.ini`) || folders.length > 0 ? null : 'alembic.ini',
  };
}

/** `versions` below script_location, and what version_locations adds. Plain reading of the ini file is enough here. */
function versionFolders(files: Files): string[] {
  const ini = files.read(`${ROOT}/alembic.ini`) ?? '';
  const option = (name: string) => new RegExp(`^${name}\\s*[=:]\\s*(.+)$`, 'm').exec(ini)?.[1]?.trim();
  const here = (path: string) => path.replaceAll('%(here)s', ROOT).replace(/^(?!\/)/, `${ROOT}/`);
  const script = option('script_location');
  const listed = (option('version_locations') ?? '').split(/[\s:;,]+/).filter(Boolean);
  const folders =
    listed.length > 0 ? listed.map(here) : script ? [`${here(script).replace(/\/$/, '')}/versions`] : [];
  return [...new Set(folders)].filter((folder) => files.isDirectory(folder));
}

function factsOf(path: string, text: string): RevisionFileSnapshot {
  const empty = {
    path,
    revision: null,
    down: [],
    dependsOn: [],
    labels: [],
    message: '',
    operations: [],
    undoing: [],
  };
  try {
    const module = parseModule(text, path);
    const values = assigned(module);
    const list = (name: string) => strings(values.get(name));
    const [revision] = list('revision');
    return {
      path,
      revision: revision ?? null,
      down: list('down_revision'),
      dependsOn: list('depends_on'),
      labels: list('branch_labels'),
      message: docstring(module).split('\n')[0]!.trim(),
      problem: revision === undefined ? 'revision' : null,
      operations: operationsOf(module, 'upgrade'),
      undoing: operationsOf(module, 'downgrade'),
    };
  } catch (error) {
    if (error instanceof PythonSyntaxError) return { ...empty, problem: `${error.type}: ${error.message}` };
    throw error;
  }
}

/** Literals that the module gives to its names. */
function assigned(module: Module): Map<string, Expr> {
  const values = new Map<string, Expr>();
  for (const statement of module.body) {
    const target =
      statement.kind === 'Assign'
        ? statement.targets[0]
        : statement.kind === 'AnnAssign'
          ? statement.target
          : undefined;
    const value = statement.kind === 'Assign' || statement.kind === 'AnnAssign' ? statement.value : null;
    if (target?.kind === 'Name' && value) values.set(target.id, value);
  }
  return values;
}

function strings(value: Expr | undefined): string[] {
  if (!value) return [];
  if (value.kind === 'Constant') return typeof value.value === 'string' ? [value.value] : [];
  return value.kind === 'Tuple' || value.kind === 'List' || value.kind === 'Set'
    ? value.elts.flatMap(strings)
    : [];
}

function docstring(module: Module): string {
  const [first] = module.body;
  return first?.kind === 'Expr' ? (strings(first.value)[0] ?? '').trim() : '';
}

/** The calls `op.name(…)` of a function, in order. */
function operationsOf(module: Module, name: 'upgrade' | 'downgrade'): OperationSnapshot[] {
  const found = module.body.findLast((one) => one.kind === 'FunctionDef' && one.name === name);
  return found?.kind === 'FunctionDef' ? found.body.flatMap((one) => inStatement(one, undefined)) : [];
}

function inStatement(statement: Stmt, batchTable: string | undefined): OperationSnapshot[] {
  switch (statement.kind) {
    case 'Expr':
    case 'Assign':
      return statement.value ? inExpression(statement.value, batchTable) : [];
    case 'With': {
      const context = statement.items[0]?.context_expr;
      const table = context?.kind === 'Call' ? operationOf(context, undefined)?.table : undefined;
      return statement.body.flatMap((one) => inStatement(one, table ?? batchTable));
    }
    case 'If':
      return [...statement.body, ...statement.orelse].flatMap((one) => inStatement(one, batchTable));
    case 'For':
    case 'While':
    case 'Try':
      return statement.body.flatMap((one) => inStatement(one, batchTable));
    default:
      return [];
  }
}

function inExpression(expression: Expr, batchTable: string | undefined): OperationSnapshot[] {
  const found = expression.kind === 'Call' ? operationOf(expression, batchTable) : undefined;
  return found ? [found] : [];
}

/** Operations whose first argument is not the table but the thing itself. */
const NAMED_FIRST = new Set([
  'create_index',
  'drop_index',
  'create_foreign_key',
  'create_unique_constraint',
  'create_check_constraint',
  'create_primary_key',
  'drop_constraint',
  'create_exclude_constraint',
]);

function operationOf(call: Expr, batchTable: string | undefined): OperationSnapshot | undefined {
  if (call.kind !== 'Call' || call.func.kind !== 'Attribute' || call.func.value.kind !== 'Name')
    return undefined;
  const inBatch = batchTable !== undefined && call.func.value.id !== 'op';
  if (call.func.value.id !== 'op' && !inBatch) return undefined;
  const name = call.func.attr;
  const lines = { line: call.lineno, endLine: call.end_lineno };
  const texts = call.args.map(textOf);
  const keyword = (wanted: string) => {
    const found = call.keywords.find((one) => one.arg === wanted);
    return found && textOf(found.value);
  };
  if (NAMED_FIRST.has(name)) {
    const table = inBatch ? batchTable : (texts[1] ?? keyword('table_name'));
    return { name, table, subject: texts[0], ...lines };
  }
  const table = inBatch ? batchTable : (texts[0] ?? keyword('table_name'));
  return { name, table, subject: texts[inBatch ? 0 : 1] ?? keyword('column_name'), ...lines };
}

/** The text of a literal, of `op.f("…")`, or the name in `sa.Column("…")`. */
function textOf(expression: Expr): string | undefined {
  if (expression.kind === 'Constant')
    return typeof expression.value === 'string' ? expression.value : undefined;
  return expression.kind === 'Call' && expression.args[0] ? textOf(expression.args[0]) : undefined;
}

/** Revisions that no other file builds on. */
function headsOf(files: readonly RevisionFileSnapshot[]): string[] {
  const below = new Set(files.flatMap((file) => file.down));
  return files
    .flatMap((file) => (file.revision !== null && !below.has(file.revision) ? [file.revision] : []))
    .sort();
}
