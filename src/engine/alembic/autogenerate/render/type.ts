/** Column types in rendered Python. Answers to: alembic/autogenerate/render.py (_repr_type), ddl/postgresql.py (render_type). */
import { HSTORE, JSON as POSTGRESQL_JSON } from '../../../sqlalchemy/postgresql/types.ts';
import { ARRAY, SqlType } from '../../../sqlalchemy/types/index.ts';
import { reprString } from '../../../stdlib/repr.ts';
import type { MigrationContext } from '../../runtime/context.ts';
import { compareText } from '../compare/names.ts';
import type { AutogenContext } from '../context.ts';

const DIALECTS = 'sqlalchemy.dialects.';

/** `sa.String(length=20)`, `postgresql.JSONB(…)`, `app.types.Money()`. */
export function renderType(type: SqlType, context: AutogenContext, skipVariants = false): string {
  const own = context.userRendering('type', type);
  if (own !== undefined) return own;
  if (!(type instanceof SqlType)) return notAType(type, context);
  const implemented = ownRendering(type, context);
  if (skipVariants || type.variants.size === 0) return bareType(type, context, implemented);
  const sorted = [...type.variants].sort(([a], [b]) => compareText(a, b));
  const base = renderType(type, context, true);
  const variants = sorted.map(
    ([dialect, variant]) => `.with_variant(${renderType(variant, context)}, ${reprString(dialect)})`,
  );
  return base + variants.join('');
}

/** `render_type` of a learner's implementation; what it answers no to is rendered as usual. */
function ownRendering(type: SqlType, context: AutogenContext): string | undefined {
  const { impl } = context.migrationContext as Partial<MigrationContext>;
  if (!impl?.own?.overrides('render_type')) return undefined;
  const rendered = impl.own.call(impl, 'render_type', [type, context]);
  return context.python.truth(rendered) ? context.python.str(rendered) : undefined;
}

/** @param implemented what an implementation of the learner's says */
function bareType(type: SqlType, context: AutogenContext, implemented: string | undefined): string {
  const module = type.moduleName;
  if (module.startsWith(DIALECTS)) {
    const dialect = module.slice(DIALECTS.length).split('.')[0]!;
    context.imports.add(`from sqlalchemy.dialects import ${dialect}`);
    const { impl, dialect: of } = context.migrationContext as Partial<MigrationContext>;
    // Only PostgreSQL's implementation looks into its types.
    if (impl?.own?.overrides('render_type') || of?.name !== 'postgresql')
      return implemented ?? `${dialect}.${type.repr((value) => context.repr(value))}`;
    return `${dialect}.${typeText(type, context)}`;
  }
  if (implemented !== undefined) return implemented;
  if (module.startsWith('sqlalchemy.')) return `${context.saPrefix}${typeText(type, context)}`;
  return ofModule(module, type, context);
}

/** A class that a directive gives in the place of a type is shown as it is, which no Python can read. @throws AttributeError for what is none */
function notAType(value: unknown, context: AutogenContext): string {
  const asked = 'it.__module__ if isinstance(it, type) else it._variant_mapping';
  return ofModule(context.python.evaluate(asked, new Map([['it', value]])), value, context);
}

/** What is not SQLAlchemy's own, behind the prefix of `user_module_prefix` or its module. */
function ofModule(module: unknown, value: unknown, context: AutogenContext): string {
  const prefix = context.opts.user_module_prefix ?? `${module}.`;
  return `${context.python.str(prefix)}${context.python.repr(value)}`;
}

/** `PostgresqlImpl.render_type` itself: a PostgreSQL type that holds another one; undefined for any other. */
export function renderNested(type: SqlType, context: AutogenContext): string | undefined {
  if (!type.moduleName.startsWith(`${DIALECTS}postgresql`) || !innerType(type)) return undefined;
  return `postgresql.${typeText(type, context)}`;
}

/** `repr(type)`, with the type inside some of them rendered in its turn. */
function typeText(type: SqlType, context: AutogenContext): string {
  const inner = innerType(type);
  return type.repr((value) =>
    value === inner ? renderType(inner as SqlType, context) : context.repr(value),
  );
}

function innerType(type: SqlType): SqlType | undefined {
  const inner = type.is(ARRAY)
    ? type.options.item_type
    : type.is(POSTGRESQL_JSON)
      ? type.options.astext_type
      : type.is(HSTORE)
        ? type.options.text_type
        : undefined;
  return inner instanceof SqlType ? inner : undefined;
}
