/** Constraints of a table in rendered Python. Answers to: alembic/autogenerate/render.py (_render_constraint and its kinds). */

import { host } from '../../../sqlalchemy/expression/host.ts';
import type { ExcludeConstraint } from '../../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import type {
  CheckConstraint,
  Constraint,
  ForeignKeyConstraint,
  MetaData,
} from '../../../sqlalchemy/schema/index.ts';
import { givenName } from '../../operations/names.ts';
import type { AutogenContext } from '../context.ts';
import { renderDialectOptions } from './dialect-options.ts';
import { renderExcludeArguments } from './exclude-constraint.ts';
import { renderExpression } from './expression.ts';
import { renderForeignKey } from './foreign-key.ts';
import { quoted, renderName } from './text.ts';

/** undefined where the constraint is not rendered: an empty key, or a check that its type makes. */
export function renderConstraint(
  constraint: Constraint,
  context: AutogenContext,
  namespace: MetaData | null,
): string | undefined {
  switch (constraint.kind) {
    case 'primary-key-constraint':
      return renderPrimaryKey(constraint, context);
    case 'unique-constraint':
      return context.userRendering('unique', constraint) ?? renderUnique(constraint, context);
    case 'check-constraint':
      return renderCheck(constraint as CheckConstraint, context);
    case 'foreign-key-constraint':
      return renderForeignKey(constraint as ForeignKeyConstraint, context, namespace);
    case 'exclude-constraint':
      return renderExclude(constraint as ExcludeConstraint, context);
    case 'own-constraint':
      return renderUnknown(constraint, context);
  }
}

/** A constraint of the learner's own class is left to the learner, with a warning. */
function renderUnknown(constraint: Constraint, context: AutogenContext): string {
  const shown = context.repr(constraint);
  host().warn('builtins.UserWarning', `No renderer is established for object ${shown}`);
  return `[Unknown Python object ${shown}]`;
}

function nameArgument(constraint: Constraint, context: AutogenContext): string[] {
  return constraint.name === null ? [] : [`name=${renderName(givenName(constraint), context)}`];
}

const columnNames = (constraint: Constraint) => constraint.columns.map((column) => quoted(column.name));

function renderPrimaryKey(constraint: Constraint, context: AutogenContext): string | undefined {
  const own = context.userRendering('primary_key', constraint);
  if (own !== undefined) return own;
  if (constraint.columns.length === 0) return undefined;
  const parts = [...columnNames(constraint), ...nameArgument(constraint, context)];
  return `${context.saPrefix}PrimaryKeyConstraint(${parts.join(', ')})`;
}

function renderUnique(constraint: Constraint, context: AutogenContext): string {
  const parts = columnNames(constraint);
  if (constraint.deferrable) parts.push(`deferrable=${context.repr(constraint.deferrable)}`);
  if (constraint.initially) parts.push(`initially=${quoted(constraint.initially)}`);
  parts.push(...nameArgument(constraint, context));
  parts.push(...renderDialectOptions(constraint.dialectOptions, context));
  return `${context.saPrefix}UniqueConstraint(${parts.join(', ')})`;
}

function renderCheck(constraint: CheckConstraint, context: AutogenContext): string | undefined {
  const own = context.userRendering('check', constraint);
  if (own !== undefined) return own;
  if (constraint.typeBound) return undefined;
  const parts = [renderExpression(constraint.sqltext, context, 'bare'), ...nameArgument(constraint, context)];
  return `${context.saPrefix}CheckConstraint(${parts.join(', ')})`;
}

function renderExclude(constraint: ExcludeConstraint, context: AutogenContext): string {
  const own = context.userRendering('exclude', constraint);
  if (own !== undefined) return own;
  context.imports.add('from sqlalchemy.dialects import postgresql');
  const parts = [...renderExcludeArguments(constraint, context), ...nameArgument(constraint, context)];
  return `postgresql.ExcludeConstraint(${parts.join(', ')})`;
}
