/**
 * Calls of every `op.…` and `batch_op.…` with their arguments in every form: by place or by name, left out, too many, of a
 * kind that nobody expects. What comes of a mistake is what is compared. Above 300 lines because it is one table.
 */
import { anyFamily, anyType } from '../models/types.ts';
import type { Random } from '../random.ts';

/** A parameter: its name, and values that fit. */
interface Parameter {
  readonly name: string;
  readonly fits: readonly string[];
}

interface Call {
  readonly name: string;
  readonly required: readonly Parameter[];
  /** Of these none need be given. */
  readonly optional: readonly Parameter[];
  /** Where a batch has it with other parameters than the table's and the schema's left out. */
  readonly inBatch: boolean;
}

const parameter = (name: string, ...fits: readonly string[]): Parameter => ({ name, fits });

const TABLE = parameter('table_name', '"users"', '"posts"', 'sa.quoted_name("users", True)', '"Weird one"');
const SCHEMA = parameter('schema', '"public"', '"other"', 'None', 'sa.quoted_name("other", True)', '""');
const COLUMN = parameter(
  'column_name',
  '"name"',
  '"age"',
  '"id"',
  '"Odd Name"',
  'sa.quoted_name("age", None)',
);
const COLUMNS = parameter('columns', '["name"]', '["id", "name"]', '("age",)', '["Odd Name"]');
const named = (...names: readonly string[]) => parameter('constraint_name', ...names, 'None', 'op.f("by_f")');
const IF_EXISTS = parameter('if_exists', 'True', 'False', 'None');
const IF_NOT_EXISTS = parameter('if_not_exists', 'True', 'False', 'None');
const DEFERRABLE = parameter('deferrable', 'True', 'False', 'None');
const INITIALLY = parameter('initially', '"DEFERRED"', '"immediate"', 'None');
const COMMENT = parameter('comment', '"a note"', '"it\'s 100%"', 'None', '""', '"한글"');
const EXISTING_COMMENT = parameter('existing_comment', '"old"', 'None');
const CONCURRENTLY = parameter('postgresql_concurrently', 'True', 'False');
const FLAGS = [
  IF_NOT_EXISTS,
  parameter('inline_references', 'True', 'False', 'None'),
  parameter('inline_primary_key', 'True', 'False'),
];
const DEFAULTS = ['None', 'False', '"1"', 'sa.text("1")', 'sa.func.now()', 'sa.Identity()', 'sa.null()'];
const TYPES = [
  'sa.Integer',
  'sa.String(40)',
  'sa.Text()',
  'sa.Enum("a", "b", name="kind")',
  'sa.Boolean()',
  'None',
];

const NEW_COLUMNS = [
  'sa.Column("fresh", sa.Integer)',
  'sa.Column("fresh", sa.Integer, sa.ForeignKey("users.id"))',
  'sa.Column("fresh", sa.Integer, sa.ForeignKey("other.items.id", name="fk_x", ondelete="CASCADE"))',
  'sa.Column("fresh", sa.Integer, sa.ForeignKey("users.id"), primary_key=True)',
  'sa.Column("fresh", sa.BigInteger, sa.ForeignKey("users.id", deferrable=True, initially="DEFERRED", match="FULL"), comment="c")',
  'sa.Column("fresh", sa.Boolean(create_constraint=True, name="ck_fresh"))',
  'sa.Column("fresh", sa.Enum("a", "b", name="kind", native_enum=False))',
  'sa.Column("fresh", sa.ARRAY(sa.Text), server_default="{}")',
  'sa.Column("Odd Fresh", sa.Text, nullable=False, server_default="")',
  'sa.Column("fresh", sa.Integer, sa.Sequence("a_seq"))',
  'sa.Column("fresh")',
  'sa.Column(sa.Integer, name="fresh")',
  'sa.Column(sa.Integer)',
  'sa.Column("fresh", sa.Integer, default=5, onupdate=6, key="other")',
  'sa.Column("fresh", sa.Integer, system=True, index=True, info={"a": 1})',
  'users.c.age',
];

const CALLS: readonly Call[] = [
  call('add_column', [TABLE, parameter('column', ...NEW_COLUMNS)], [SCHEMA, ...FLAGS]),
  call(
    'alter_column',
    [TABLE, COLUMN],
    [
      parameter('nullable', 'True', 'False', 'None'),
      parameter('comment', '"a note"', 'None', 'False'),
      parameter('server_default', ...DEFAULTS),
      parameter('new_column_name', '"renamed"', '"order"', 'None'),
      parameter('type_', ...TYPES),
      parameter('existing_type', ...TYPES),
      parameter('existing_server_default', ...DEFAULTS),
      parameter('existing_nullable', 'True', 'False'),
      EXISTING_COMMENT,
      SCHEMA,
      parameter('postgresql_using', '"1"', '"age::text"', 'None'),
      parameter('autoincrement', 'True', '"auto"'),
      parameter('mysql_after', '"x"'),
    ],
  ),
  call('drop_column', [TABLE, COLUMN], [SCHEMA, IF_EXISTS, parameter('mssql_drop_check', 'True')]),
  call(
    'create_index',
    [
      parameter('index_name', '"ix_one"', 'None', 'op.f("ix_two")'),
      TABLE,
      parameter(
        'columns',
        ...COLUMNS.fits,
        '[sa.text("lower(name)")]',
        '[sa.func.lower(sa.column("name")), "age"]',
        '[sa.column("age").desc().nulls_last()]',
        '[sa.column("name").collate("C")]',
        '[]',
        '"name"',
      ),
    ],
    [
      SCHEMA,
      parameter('unique', 'True', 'False'),
      IF_NOT_EXISTS,
      CONCURRENTLY,
      parameter('postgresql_using', '"hash"', '"gin"', '"btree"'),
      parameter('postgresql_where', 'sa.text("age > 1")', 'sa.column("age") > 1', '"age > 1"'),
      parameter('postgresql_with', '{"fillfactor": 70}', '{}'),
      parameter('postgresql_include', '["age"]', '[]', '["born", "age"]'),
      parameter('postgresql_ops', '{"name": "text_pattern_ops"}'),
      parameter('postgresql_nulls_not_distinct', 'True', 'False'),
      parameter('postgresql_tablespace', '"pg_default"'),
      parameter('quote', 'True'),
      parameter('info', '{"a": 1}'),
      parameter('mysql_length', '5'),
    ],
  ),
  call(
    'drop_index',
    [parameter('index_name', '"ix_users_name"', '"missing"', 'op.f("ix_users_name")', 'None'), TABLE],
    [SCHEMA, IF_EXISTS, CONCURRENTLY],
  ),
  call(
    'create_unique_constraint',
    [named('"uq_one"', '"uq_one"'), TABLE, COLUMNS],
    [
      SCHEMA,
      DEFERRABLE,
      INITIALLY,
      parameter('postgresql_include', '["age"]'),
      parameter('postgresql_nulls_not_distinct', 'True'),
      parameter('info', '{}'),
      parameter('comment', '"c"'),
    ],
  ),
  call(
    'create_check_constraint',
    [
      named('"ck_one"', '"ck_one"'),
      TABLE,
      parameter(
        'condition',
        '"age > 1"',
        'sa.text("age > 1")',
        'sa.column("age") > 1',
        'sa.func.length(sa.column("name")) < 100',
        'sa.and_(sa.column("age") > 1, sa.not_(sa.column("name").is_(None)))',
        'sa.column("name").like("100%")',
        '"name <> \'a:b\'"',
      ),
    ],
    [SCHEMA, DEFERRABLE, INITIALLY, parameter('postgresql_not_valid', 'True'), parameter('info', '{}')],
  ),
  call(
    'create_foreign_key',
    [
      named('"fk_one"', '"fk_one"'),
      parameter('source_table', '"posts"', '"users"'),
      parameter('referent_table', '"users"', '"items"', '"missing"'),
      parameter('local_cols', '["user_id"]', '["id"]', '["id", "user_id"]'),
      parameter('remote_cols', '["id"]', '["id"]', '["id", "age"]', '["name"]'),
    ],
    [
      parameter('onupdate', '"CASCADE"', '"set null"', 'None'),
      parameter('ondelete', '"CASCADE"', '"SET DEFAULT"', '"sometimes"'),
      DEFERRABLE,
      INITIALLY,
      parameter('match', '"FULL"', '"simple"'),
      parameter('source_schema', '"public"', 'None'),
      parameter('referent_schema', '"other"', '"public"', 'None'),
      parameter('postgresql_not_valid', 'True', 'False'),
      parameter('use_alter', 'True'),
      parameter('schema', '"public"'),
    ],
  ),
  call('create_primary_key', [named('"pk_one"', '"pk_one"'), TABLE, COLUMNS], [SCHEMA]),
  call(
    'create_exclude_constraint',
    [
      named('"ex_one"'),
      TABLE,
      parameter('elements', '("age", "=")', '(sa.column("age"), "=")', '(sa.text("age"), "<>")', '"age"'),
    ],
    [
      SCHEMA,
      parameter('using', '"gist"', '"btree"'),
      parameter('where', '"age > 1"', 'sa.text("age > 1")'),
      DEFERRABLE,
      INITIALLY,
      parameter('ops', '{"age": "int4_ops"}'),
    ],
  ),
  call(
    'drop_constraint',
    [
      parameter(
        'constraint_name',
        '"uq_title"',
        '"ck_title"',
        '"fk_posts_users"',
        'None',
        'op.f("uq_title")',
      ),
      TABLE,
    ],
    [
      parameter('type_', '"unique"', '"foreignkey"', '"check"', '"primary"', 'None', '"exclude"'),
      SCHEMA,
      IF_EXISTS,
    ],
  ),
  call(
    'rename_table',
    [
      parameter('old_table_name', '"users"', '"posts"'),
      parameter('new_table_name', '"renamed"', '"Odd Name"'),
    ],
    [SCHEMA],
    false,
  ),
  call('drop_table', [TABLE], [SCHEMA, IF_EXISTS, parameter('info', '{}')], false),
  call('create_table_comment', [TABLE, COMMENT], [EXISTING_COMMENT, SCHEMA]),
  call('drop_table_comment', [TABLE], [EXISTING_COMMENT, SCHEMA]),
  call(
    'create_table',
    [
      parameter('table_name', '"made"', '"Made Up"', '"users"', 'sa.quoted_name("made", True)'),
      parameter('column', ...NEW_COLUMNS),
    ],
    [
      SCHEMA,
      IF_NOT_EXISTS,
      COMMENT,
      parameter('prefixes', '["UNLOGGED"]', '[]'),
      parameter('postgresql_with_oids', 'False'),
      parameter('postgresql_partition_by', '"LIST (fresh)"'),
      parameter('postgresql_inherits', '"users"', '("users",)'),
      parameter('postgresql_on_commit', '"DROP"'),
      parameter('postgresql_tablespace', '"pg_default"'),
      parameter('postgresql_using', '"heap"'),
      parameter('sqlite_autoincrement', 'True'),
      parameter('info', '{}'),
      parameter('quote', 'True'),
      parameter('implicit_returning', 'False'),
      parameter('extend_existing', 'True'),
    ],
    false,
  ),
  call(
    'execute',
    [
      parameter(
        'sqltext',
        '"SELECT 1"',
        'sa.text("SELECT 2")',
        'sa.select(users)',
        'sa.func.now()',
        'sa.DDL("SELECT 3")',
      ),
    ],
    [parameter('execution_options', '{}', '{"a": 1}', 'None')],
  ),
  call(
    'bulk_insert',
    [parameter('table', 'users'), parameter('rows', '[{"name": "b", "age": 2}]', '[]')],
    [parameter('multiinsert', 'True', 'False')],
    false,
  ),
  call('f', [parameter('name', '"x"')], []),
  call(
    'inline_literal',
    [parameter('value', '5', '"x"', 'None')],
    [parameter('type_', 'sa.Integer()', 'sa.String()', 'None')],
  ),
  call('invoke', [parameter('operation', 'None', '5')], []),
  call('get_bind', [], []),
  call('get_context', [], []),
];

function call(
  name: string,
  required: readonly Parameter[],
  optional: readonly Parameter[],
  inBatch = true,
): Call {
  return { name, required, optional, inBatch };
}

/** What nobody expects where a call wants a name, and where it wants something else. */
const ODD_NAMES = ['None', '""'];
const ODD = ['None', '"x"', '["x"]', 'users', 'users.c.name', 'sa.Column("z", sa.Integer)'];
const NAMES = /name$|_table$/;

/** @param on whose method it is: `op`, or `batch_op` within a batch */
export function anyCall(r: Random, on: 'op' | 'batch_op'): string {
  const batch = on === 'batch_op';
  const { name, required, optional } = r.pick(CALLS.filter((one) => one.inBatch || !batch));
  const omitted = batch ? ['table_name', 'schema', 'source_table', 'source_schema'] : [];
  const wanted = (one: Parameter) => !omitted.includes(one.name) || r.chance(30);
  const value = (one: Parameter) =>
    one.name === 'type_' && r.chance(2)
      ? anyType(r, anyFamily(r))
      : r.chance(30)
        ? r.pick(NAMES.test(one.name) || optional.includes(one) ? ODD_NAMES : ODD)
        : r.pick(one.fits);
  const places = required.filter(wanted);
  if (places.length > 0 && r.chance(12)) places.splice(r.int(places.length), 1);
  // From here on by name; `elements` and columns are variable, so they have none.
  const byName = r.chance(5) ? r.int(places.length + 1) : places.length;
  const written = places.map((one, at) => (at >= byName ? `${one.name}=${value(one)}` : value(one)));
  for (const one of r.some(optional.filter(wanted), 0, r.pick([1, 2, 4])))
    written.push(r.chance(25) ? value(one) : `${one.name}=${value(one)}`);
  if (r.chance(15))
    written.push(r.pick(['nonsense=1', '"more"', 'tablename="users"', '**{"schema": "public"}', '*["y"]']));
  const inOrder = [
    ...written.filter((one) => !/^\w+=|^\*\*/.test(one)),
    ...written.filter((one) => /^\w+=|^\*\*/.test(one)),
  ];
  const text = `${on}.${name}(${inOrder.join(', ')})`;
  return ['f', 'inline_literal'].includes(name) ? `print(repr(${text}))` : text;
}
