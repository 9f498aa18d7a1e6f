/** alembic.util.sqla_compat: helpers over SQLAlchemy that plugins and env.py files borrow. Answers to: the module of that name. */
import { pythonModule } from '../../library.ts';

/** The helpers. */
const SOURCE = String.raw`
import contextlib
from enum import Enum

from sqlalchemy import CheckConstraint, Column, Computed, ForeignKeyConstraint, Identity, UnaryExpression
from sqlalchemy.sql.elements import ColumnClause, TextClause

sqlalchemy_version = "2.0.52"
_vers = (2, 0, 52)
sqla_14_18 = True
sqla_14_26 = True
sqla_2 = True
sqla_2_0_25 = False
sqla_2_1 = False
identity_has_dialect_kwargs = False
AUTOINCREMENT_DEFAULT = "auto"


class _NoneName(Enum):
    NONE_NAME = "none_name"


_NONE_NAME = _NoneName.NONE_NAME


def _safe_int(value):
    return int(value) if value.isdigit() else value


def is_expression(expr):
    return not isinstance(expr, Column)


def is_expression_index(index):
    return any(is_expression(one.element if isinstance(one, UnaryExpression) else one) for one in index.expressions)


def _get_table_key(name, schema):
    return name if schema is None else schema + "." + name


def constraint_name_string(name):
    return isinstance(name, str)


def constraint_name_defined(name):
    return name is None or isinstance(name, str)


def constraint_name_or_none(name):
    return name if isinstance(name, str) else None


def _constraint_is_named(constraint, dialect):
    return constraint.name is not None


def _get_constraint_final_name(constraint, dialect):
    return None if constraint.name is None else str(constraint.name)


def _table_for_constraint(constraint):
    return constraint.parent if isinstance(constraint, ForeignKeyConstraint) else constraint.table


def _columns_for_constraint(constraint):
    if isinstance(constraint, ForeignKeyConstraint):
        return [key.parent for key in constraint.elements]
    return list(constraint.columns)


def _fk_spec(constraint):
    first = constraint.elements[0].target_fullname.split(".")
    own = constraint.parent
    return (
        own.schema,
        own.name,
        [key.parent.name for key in constraint.elements],
        first[-3] if len(first) > 2 else None,
        first[-2],
        [key.target_fullname.rsplit(".", 1)[-1] for key in constraint.elements],
        constraint.onupdate,
        constraint.ondelete,
        constraint.deferrable,
        constraint.initially,
    )


def _fk_is_self_referential(constraint):
    target = constraint.elements[0].target_fullname.rsplit(".", 1)[0]
    return target == _get_table_key(constraint.parent.name, constraint.parent.schema)


def _inherit_schema_deprecated():
    return False


def _is_type_bound(constraint):
    return constraint._type_bound


def all_table_check_constraints(table):
    return {one for one in table.constraints if isinstance(one, CheckConstraint)}


def _server_default_is_computed(*defaults):
    return any(isinstance(one, Computed) for one in defaults)


def _server_default_is_identity(*defaults):
    return any(isinstance(one, Identity) for one in defaults)


def _copy(item, **kw):
    return item._copy(**kw) if hasattr(item, "_copy") else item.copy(**kw)


def _connectable_has_table(connection, name, schema):
    return connection.dialect.has_table(connection, name, schema)


@contextlib.contextmanager
def _ensure_scope_for_ddl(connection):
    if connection is None or connection.in_transaction():
        yield
    else:
        with connection.begin():
            yield


def _get_connection_in_transaction(connection):
    return connection is not None and connection.in_transaction()


def _safe_begin_connection_transaction(connection):
    return connection.get_transaction() or connection.begin()


def _safe_commit_connection_transaction(connection):
    transaction = connection.get_transaction()
    if transaction:
        transaction.commit()


def _safe_rollback_connection_transaction(connection):
    transaction = connection.get_transaction()
    if transaction:
        transaction.rollback()
`;

export const sqlaCompatModule = pythonModule(
  'alembic.util.sqla_compat',
  () => SOURCE,
  {},
  { distribution: 'alembic' },
);
