/** Random options of context.configure, with the functions that env.py defines for them. */
import { anyConnection } from '../connections.ts';
import { ENV_HEAD, envTail } from '../project.ts';
import type { Random } from '../random.ts';
import type { Models } from './schema.ts';

const OPTIONS = [
  'compare_server_default=True',
  'compare_server_default=True',
  'compare_type=False',
  'include_schemas=True',
  'render_as_batch=True',
  'version_table="migrations"',
  'version_table_schema="stock"',
  'transaction_per_migration=True',
  'include_object=lambda o, n, t, r, c: n != "state"',
  'include_name=lambda n, t, p: n != "items"',
  'autogenerate_plugins=["alembic.autogenerate.*", "~alembic.autogenerate.comments"]',
  'autogenerate_plugins=["alembic.autogenerate.tables", "alembic.autogenerate.constraints"]',
];

/** Options that need a function: its name is the option's. */
const FUNCTIONS = [
  `def include_object(object, name, type_, reflected, compare_to):
    print(type_, name, reflected, compare_to is not None)
    return True
`,
  `def include_object(object, name, type_, reflected, compare_to):
    return not (type_ == "table" and reflected and compare_to is None)
`,
  `def include_object(object, name, type_, reflected, compare_to):
    return type_ not in ("index", "unique_constraint")
`,
  `def include_object(object, name, type_, reflected, compare_to):
    if type_ == "column" and not reflected and object.info.get("a"):
        return False
    return True
`,
  `def include_name(name, type_, parent_names):
    if type_ == "schema":
        return name in (None, "stock")
    return not (type_ == "index" and name and name.startswith("IX"))
`,
  `def include_name(name, type_, parent_names):
    print(type_, name, sorted(parent_names.items(), key=str))
    return True
`,
  `def compare_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
    if isinstance(metadata_type, sa.Numeric):
        return False
    return None
`,
  `def compare_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
    return inspected_type._type_affinity is not metadata_type._type_affinity
`,
  `def compare_server_default(context, inspected_column, metadata_column, inspected_default, metadata_default, rendered_metadata_default):
    print(inspected_column.name, inspected_default, rendered_metadata_default)
    return None
`,
  `def compare_server_default(context, inspected_column, metadata_column, inspected_default, metadata_default, rendered_metadata_default):
    return inspected_default != rendered_metadata_default
`,
  `def process_revision_directives(context, revision, directives):
    script = directives[0]
    print(revision, [type(one).__name__ for one in script.upgrade_ops.ops])
    if script.upgrade_ops.is_empty():
        directives[:] = []
`,
  `def process_revision_directives(context, revision, directives):
    script = directives[0]
    script.message = "made by hand"
    script.rev_id = f"{len(script.message):04d}" + script.rev_id[4:]
    for op in script.upgrade_ops.ops:
        print(op.to_diff_tuple() if hasattr(op, "to_diff_tuple") and not hasattr(op, "ops") else type(op).__name__)
`,
  `def render_item(type_, obj, autogen_context):
    if type_ == "type" and isinstance(obj, sa.Enum):
        autogen_context.imports.add("from app import models")
        return f"models.kind({obj.name!r})"
    return False
`,
  `def render_item(type_, obj, autogen_context):
    if type_ == "server_default":
        return False
    if type_ == "column":
        print(type_, obj.name)
    return False
`,
];

/** With them the files that are made need imports that the template does not have. */
const PREFIXES = [
  'user_module_prefix="types."',
  'sqlalchemy_module_prefix="db."',
  'alembic_module_prefix="ops."',
];

/** @returns the text of env.py */
export function anyEnv(r: Random, models: Models): string {
  const options = r.some(OPTIONS, 0, 2);
  const made = r.chance(3) ? r.some(FUNCTIONS, 1, 2) : [];
  for (const one of made) options.push(one.replace(/^def (\w+)[\s\S]*/, '$1=$1'));
  if (r.chance(90)) options.push(r.pick(PREFIXES));
  if (models.schema || models.tables.some((one) => one.schema)) options.push('include_schemas=True');
  // A keyword can be given once: the last one stays.
  const lines = new Map(options.map((one) => [one.slice(0, one.indexOf('=')), `            ${one},\n`]));
  const imports = ENV_HEAD.replace('from alembic', 'import sqlalchemy as sa\nfrom alembic');
  const target = models.two
    ? r.pick(['[metadata, more_metadata]', '[metadata, more_metadata]', '(more_metadata, metadata)'])
    : r.chance(15)
      ? '[sa.MetaData(), metadata]'
      : r.chance(20)
        ? 'Base.metadata'
        : 'metadata';
  const { prepare, engine } = anyConnection(r);
  return `${imports}from app.models import Base, metadata, more_metadata

target_metadata = ${target}

${made.map((one) => `\n${one}\n`).join('')}${envTail([...lines.values()].join(''), prepare, engine)}`;
}
