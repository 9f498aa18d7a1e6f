/** alembic.autogenerate.render: the functions that renderers of one's own borrow. Answers to: the module of that name. */
import type { AutogenContext } from '../../../alembic/autogenerate/context.ts';
import { ownRendering } from '../../../alembic/autogenerate/own.ts';
import { renderColumn } from '../../../alembic/autogenerate/render/column.ts';
import { renderConstraint } from '../../../alembic/autogenerate/render/constraint.ts';
import { renderExpression, type Wrapping } from '../../../alembic/autogenerate/render/expression.ts';
import { renderBody, renderEach, renderOperation } from '../../../alembic/autogenerate/render/index.ts';
import {
  renderComputed,
  renderIdentity,
  renderServerDefault,
} from '../../../alembic/autogenerate/render/server-default.ts';
import { renderType } from '../../../alembic/autogenerate/render/type.ts';
import type { Container } from '../../../alembic/operations/modify-table.ts';
import type { NativeFunction } from '../../../python/values/callable.ts';
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import {
  type Column,
  type Computed,
  type Constraint,
  FetchedValue,
  type Identity,
} from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';

type Names = Readonly<Record<string, (call: Interpreter) => Value>>;
type Context = AutogenContext;

const functions = (table: Readonly<Record<string, readonly [string, (...bound: never[]) => Value]>>): Names =>
  Object.fromEntries(
    Object.entries(table).map(([name, [signature, code]]) => [
      name,
      () => nativeFunction(name, signature, code as never, 'alembic.autogenerate.render') as NativeFunction,
    ]),
  );

/** The operations of a container, or the one that stands for itself. */
const flat = (operation: object): readonly object[] =>
  'ops' in operation && Array.isArray(operation.ops) ? operation.ops.flatMap(flat) : [operation];

const CONSTRAINT = 'constraint, autogen_context, namespace_metadata';
const constraint = (_call: Interpreter, one: Constraint, context: Context, namespace: Value) =>
  renderConstraint(one, context, namespace as never) ?? null;

const DIALECTS = 'sqlalchemy.dialects.';

/**
 * The `repr()` of a type whose inner type, behind what `regexp` finds, is rendered in its turn.
 * @returns False for a type without an inner one, None for one of the learner's where no prefix is given
 */
function renderAround(
  call: Interpreter,
  type: Value,
  context: Context,
  attribute: string,
  regexp: string,
  prefix: string | null,
): Value {
  const inner = call.getAttribute(type, attribute) ?? null;
  if (inner === null) return false;
  const re = call.importModule('re');
  const escaped = call.str(call.callMethod(re, 'escape', call.repr(inner)));
  const whole = call.repr(type);
  const found = call.callMethod(re, 'search', regexp + escaped, whole);
  const rendered = renderType(inner as unknown as SqlType, context);
  const at = (method: string) => Number(call.callMethod(found, method));
  const text =
    found === null
      ? whole
      : whole.slice(0, at('start')) +
        call.str(call.callMethod(found, 'group', 1)) +
        rendered +
        whole.slice(at('end'));
  if (prefix !== null && prefix !== '') return prefix + text;
  const module = String(call.getAttribute(type, '__module__'));
  if (module.startsWith(DIALECTS)) return `${module.slice(DIALECTS.length).split('.')[0]}.${text}`;
  return module.startsWith('sqlalchemy') ? context.saPrefix + text : null;
}

/** One operation as its renderer writes it. */
const rendered = [
  'autogen_context, op',
  (_call: Interpreter, context: Context, operation: object) => renderOperation(operation, context),
] as const;

const OF_OPERATIONS =
  '_add_table _drop_table _add_index _drop_index _add_unique_constraint _add_fk_constraint _add_pk_constraint ' +
  '_add_check_constraint _drop_constraint _add_column _drop_column _alter_column _execute_sql ' +
  '_render_create_table_comment _render_drop_table_comment';

export const RENDER_NAMES: Names = functions({
  ...Object.fromEntries(OF_OPERATIONS.split(' ').map((name) => [name, rendered])),
  _render_cmd_body: [
    'op_container, autogen_context',
    (_call: Interpreter, container: Container, context: Context) =>
      renderBody(container, context).replaceAll('\n    ', '\n'),
  ],
  _indent: [
    'text',
    (_call: Interpreter, text: string) => text.replace(/^/gm, '    ').trim().replace(/ +$/gm, ''),
  ],
  render_op: [
    'autogen_context, op',
    (call: Interpreter, context: Context, operation: object) =>
      list(flat(operation).flatMap((one) => [...renderEach(one, context, ownRendering(call.process))])),
  ],
  _repr_type: [
    'type_, autogen_context, _skip_variants=False',
    (_call: Interpreter, type: SqlType, context: Context) => renderType(type, context),
  ],
  _render_type_w_subtype: ['type_, autogen_context, attrname, regexp, prefix=None', renderAround],
  _render_column: [
    'column, autogen_context',
    (_call: Interpreter, column: Column, context: Context) => renderColumn(column, context),
  ],
  _render_constraint: [CONSTRAINT, constraint],
  _render_primary_key: [CONSTRAINT, constraint],
  _render_unique_constraint: [CONSTRAINT, constraint],
  _render_check_constraint: [CONSTRAINT, constraint],
  _render_foreign_key: [CONSTRAINT, constraint],
  _render_server_default: [
    'default, autogen_context, repr_=True',
    (_call: Interpreter, value: Value, context: Context) =>
      value === null || typeof value === 'string' || value instanceof FetchedValue
        ? value && renderServerDefault(value, context)
        : value,
  ],
  _render_computed: [
    'computed, autogen_context',
    (_call: Interpreter, computed: Computed, context: Context) => renderComputed(computed, context),
  ],
  _render_identity: [
    'identity, autogen_context',
    (_call: Interpreter, identity: Identity, context: Context) => renderIdentity(identity, context),
  ],
  _render_potential_expr: [
    'value, autogen_context, *, wrap_in_element=True, is_server_default=False, is_index=False',
    (call: Interpreter, value: Value, context: Context, wrapped: Value, _server: Value, index: Value) => {
      const wrapping: Wrapping = !call.truth(wrapped)
        ? 'bare'
        : call.truth(index)
          ? 'literal_column'
          : 'text';
      return renderExpression(value, context, wrapping);
    },
  ],
  _user_defined_render: [
    'type_, object_, autogen_context',
    (_call: Interpreter, type: string, object: Value, context: Context) =>
      context.userRendering(type, object) ?? false,
  ],
  _sqlalchemy_autogenerate_prefix: [
    'autogen_context',
    (_call: Interpreter, context: Context) => context.saPrefix,
  ],
  _alembic_autogenerate_prefix: [
    'autogen_context',
    (_call: Interpreter, context: Context) => context.opPrefix,
  ],
  _ident: ['name', (call: Interpreter, name: Value) => (name === null ? null : call.str(name))],
});
