/** Server defaults in rendered Python. Answers to: alembic/autogenerate/render.py (_render_server_default). */
import {
  COUNTING_OPTIONS,
  Computed,
  DefaultClause,
  FetchedValue,
  Identity,
} from '../../../sqlalchemy/schema/index.ts';
import { reprString } from '../../../stdlib/repr.ts';
import type { AutogenContext } from '../context.ts';
import { renderExpression } from './expression.ts';

/** What stands after `server_default=`; `None` for none. */
export function renderServerDefault(value: unknown, context: AutogenContext): string {
  const own = context.userRendering('server_default', value);
  if (own !== undefined) return own;
  if (value instanceof Computed) return renderComputed(value, context);
  if (value instanceof Identity) return renderIdentity(value, context);
  if (value instanceof DefaultClause) return renderArgument(value.arg, context);
  if (value instanceof FetchedValue) return `${context.saPrefix}FetchedValue()`;
  // What an operation was given as it is, such as a text(), stands as it prints.
  return typeof value === 'string' ? renderArgument(value, context) : context.python.str(value ?? null);
}

/** A string may come with the quotes of SQL around it, which go. */
function renderArgument(argument: unknown, context: AutogenContext): string {
  if (typeof argument === 'string') return reprString(argument.replace(/^'|'$/g, ''));
  return renderExpression(argument, context, 'text');
}

/** `sa.Computed('…', persisted=…)` */
export function renderComputed(computed: Computed, context: AutogenContext): string {
  const sql = renderExpression(computed.sqltext, context, 'bare');
  const persisted = computed.persisted === null ? '' : `persisted=${context.repr(computed.persisted)}`;
  return `${context.saPrefix}Computed(${sql}, ${persisted})`;
}

const IDENTITY_OPTIONS = [...COUNTING_OPTIONS, 'cache', 'order'] as const;

/** `sa.Identity(always=…, …)`: only options that were given. */
export function renderIdentity(identity: Identity, context: AutogenContext): string {
  const parts = [`always=${context.repr(identity.always)}`];
  if (identity.onNull !== null) parts.push(`on_null=${context.repr(identity.onNull)}`);
  for (const name of IDENTITY_OPTIONS) {
    const value = identity.options[name];
    if (value !== null) parts.push(`${name}=${context.repr(value)}`);
  }
  return `${context.saPrefix}Identity(${parts.join(', ')})`;
}
