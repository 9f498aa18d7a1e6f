/** Random calls of `op.*` as people write them by hand, most of which can run. */
import { anyRule } from '../models/foreign-keys.ts';
import { text } from '../models/text.ts';
import { anyFamily, anyType } from '../models/types.ts';
import type { Random } from '../random.ts';

/** The tables that the first revision makes, with their columns. */
export const BASE = `    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(40), nullable=False, server_default="x"),
        sa.Column("age", sa.Integer()),
        sa.Column("born", sa.DateTime(timezone=True), server_default="2026-01-01"),
    )
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("users.id", name="fk_posts_users")),
        sa.Column("title", sa.Text()),
        sa.Column("data", postgresql.JSONB()),
        sa.CheckConstraint("length(title) > 0", name="ck_title"),
        sa.UniqueConstraint("title", name="uq_title"),
    )
    op.create_index("ix_users_name", "users", ["name"])
    op.execute("CREATE SCHEMA other")
    op.create_table("items", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("age", sa.Integer()), schema="other")
    op.create_table(
        "things",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("label", sa.String(20)),
        sa.Column("price", sa.Numeric(10, 2)),
        sa.Column("data", postgresql.JSONB()),
        sa.Column("tags", postgresql.ARRAY(sa.Text())),
        sa.Column("at", sa.DateTime(), server_default="2026-01-01"),
        sa.Column("day", sa.Date()),
        sa.Column("uid", sa.Uuid()),
        sa.Column("flag", sa.Boolean()),
        sa.Column("kind", sa.Enum("a", "b", name="kind")),
        sa.Column("took", sa.Interval()),
        sa.Column("raw", sa.LargeBinary()),
    )`;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  users: ['name', 'age', 'born', 'id'],
  posts: ['user_id', 'title', 'data', 'id'],
};
const NEW = ['email', 'Total', 'order', 'extra_1'];

/** What a call stands on: `op.` with a table as argument, or `batch_op.` within its table. */
interface Place {
  readonly table: string;
  readonly batch: boolean;
}

type Maker = (r: Random, place: Place) => string;

const on = ({ table, batch }: Place): string => (batch ? '' : `"${table}", `);
const op = ({ batch }: Place): string => (batch ? 'batch_op' : 'op');
const columnOf = (r: Random, { table }: Place): string =>
  r.chance(20) ? 'missing' : r.pick(COLUMNS[table]!);
const more = (r: Random, ...of: string[]): string =>
  r
    .some(of, 0, 2)
    .map((one) => `, ${one}`)
    .join('');

function newColumn(r: Random): string {
  const family = anyFamily(r);
  const parts = [text(r.pick(NEW)), anyType(r, family)];
  if (r.chance(10))
    parts.push(r.pick(['sa.ForeignKey("users.id")', 'sa.ForeignKey("users.id", ondelete="CASCADE")']));
  if (r.chance(14))
    parts.push(r.pick(['sa.Identity()', 'sa.Computed("age * 2")', 'sa.CheckConstraint("1 > 0")']));
  if (r.chance(3) && family.serverDefaults.length > 0)
    parts.push(`server_default=${r.pick(family.serverDefaults)}`);
  for (const one of ['nullable=True', 'nullable=False', 'unique=True', 'index=True', 'comment="it\'s"'])
    if (r.chance(6)) parts.push(one);
  // The constraints of a column's table are a set, walked by where they lie in memory: two are in no fixed order.
  const several = parts.some((one) => /Key\(|CheckConstraint\(/.test(one));
  if (several) parts.splice(0, parts.length, ...parts.filter((one) => one !== 'unique=True'));
  return `sa.Column(${parts.filter((one, at) => parts.findIndex((other) => other.split('=')[0] === one.split('=')[0]) === at).join(', ')})`;
}

const addColumn: Maker = (r, place) =>
  `${op(place)}.add_column(${on(place)}${newColumn(r)}${place.batch ? '' : more(r, 'if_not_exists=True')})`;

const dropColumn: Maker = (r, place) =>
  `${op(place)}.drop_column(${on(place)}"${columnOf(r, place)}"${place.batch ? '' : more(r, 'if_exists=True')})`;

const alterColumn: Maker = (r, place) => {
  const family = anyFamily(r);
  const column = columnOf(r, place);
  const kinds = [
    r.pick(['nullable=True', 'nullable=False']),
    r.pick([
      'server_default=None',
      'server_default="z"',
      'server_default=sa.func.now()',
      'server_default=sa.text("1")',
      'server_default=False',
    ]),
    `type_=${anyType(r, family)}`,
    'type_=sa.Text()',
    `type_=sa.Integer(), postgresql_using="${column}::text::integer"`,
    `new_column_name="${r.pick(NEW)}"`,
    r.pick(['comment="a note"', 'comment=None', 'comment="it\'s 100%"']),
    'existing_type=sa.String(40)',
    'existing_nullable=True',
    'existing_server_default=sa.text("1")',
    'existing_comment="old"',
    'server_default=sa.Identity()',
    'server_default=sa.Computed("1")',
    'autoincrement=True',
  ];
  const chosen = r.some(kinds, 1, 3);
  const once = chosen.filter(
    (one, at) => chosen.findIndex((other) => other.split('=')[0] === one.split('=')[0]) === at,
  );
  return `${op(place)}.alter_column(${on(place)}"${column}", ${once.join(', ')})`;
};

const createIndex: Maker = (r, place) => {
  const column = columnOf(r, place);
  const what = r.pick([
    `"${column}"`,
    `"${column}", "id"`,
    `sa.text("lower(${column}::text)")`,
    `sa.text("${column} DESC")`,
    `sa.desc("${column}")`,
  ]);
  return `${op(place)}.create_index(${r.pick(['"ix_new"', '"ix_new"', '"ix_users_name"', 'op.f("ix_f")', 'None'])}, ${on(place)}[${what}]${more(
    r,
    'unique=True',
    'if_not_exists=True',
    `postgresql_where=sa.text("${column} IS NOT NULL")`,
    'postgresql_using="btree"',
    'postgresql_include=["id"]',
    'postgresql_with={"fillfactor": 50}',
    'postgresql_concurrently=True',
    'postgresql_nulls_not_distinct=True',
    `postgresql_ops={"${column}": "text_pattern_ops"}`,
  )})`;
};

const dropIndex: Maker = (r, place) =>
  `${op(place)}.drop_index(${r.pick(['"ix_users_name"', '"ix_new"', 'op.f("ix_f")'])}${place.batch ? '' : r.pick(['', `, table_name="${place.table}"`, `, "${place.table}"`])}${more(r, 'if_exists=True', 'postgresql_concurrently=True')})`;

const createUnique: Maker = (r, place) =>
  `${op(place)}.create_unique_constraint(${r.pick(['"uq_new"', 'None', 'op.f("uq_f")'])}, ${on(place)}["${columnOf(r, place)}"]${more(r, 'deferrable=True', 'initially="DEFERRED"', 'postgresql_nulls_not_distinct=True', 'postgresql_include=["id"]')})`;

const createCheck: Maker = (r, place) => {
  const column = columnOf(r, place);
  return `${op(place)}.create_check_constraint(${r.pick(['"ck_new"', 'None'])}, ${on(place)}${r.pick([
    `"${column} IS NOT NULL"`,
    `sa.text("${column} IS NOT NULL")`,
    `sa.column("${column}").is_not(None)`,
    `sa.column("${column}") != "it's"`,
    `sa.func.length(sa.column("${column}")) > 5`,
    `sa.or_(sa.column("id") > 1, sa.column("${column}").in_(["a", "b"]))`,
    `sa.column("id").between(1, 9)`,
    `sa.cast(sa.column("id"), sa.Text) == "50%"`,
  ])}${more(r, 'postgresql_not_valid=True', 'deferrable=True')})`;
};

const createForeignKey: Maker = (r, place) =>
  `${op(place)}.create_foreign_key(${r.pick(['"fk_new"', 'None'])}, ${on(place)}"users", ["${columnOf(r, place)}"], ["${r.pick(['id', 'id', 'name'])}"]${anyRule(r)}${place.batch ? '' : more(r, 'referent_schema="public"', 'source_schema="public"', 'postgresql_not_valid=True')})`;

const dropConstraint: Maker = (r, place) =>
  `${op(place)}.drop_constraint(${r.pick(['"uq_title"', '"ck_title"', '"fk_posts_users"', '"users_pkey"', '"posts_pkey"', 'None', 'op.f("uq_title")'])}${place.batch ? '' : `, "${place.table}"`}${more(r, `type_="${r.pick(['unique', 'check', 'foreignkey', 'primary', 'odd'])}"`, 'if_exists=True')})`;

const createKey: Maker = (r, place) =>
  `${op(place)}.create_primary_key(${r.pick(['"pk_new"', 'None'])}, ${on(place)}["${columnOf(r, place)}"])`;

const COMMON: readonly Maker[] = [
  addColumn,
  addColumn,
  addColumn,
  dropColumn,
  alterColumn,
  alterColumn,
  alterColumn,
  createIndex,
  createIndex,
  dropIndex,
  createUnique,
  createCheck,
  createForeignKey,
  dropConstraint,
  createKey,
];

const tableComment: Maker = (r, { table }) =>
  r.pick([
    `op.create_table_comment("${table}", "it's a table")`,
    `op.create_table_comment("${table}", "새 표", existing_comment="old")`,
    `op.drop_table_comment("${table}")`,
    `op.drop_table_comment("${table}", existing_comment="old", schema="public")`,
  ]);

const tables: Maker = (r, { table }) =>
  r.pick([
    `op.rename_table("${table}", "renamed")`,
    `op.rename_table("${table}", "renamed", schema="public")`,
    `op.drop_table("${table}"${more(r, 'if_exists=True', 'schema="public"')})`,
    `op.create_table("fresh", ${newColumn(r)}, ${newColumn(r)}${more(r, 'if_not_exists=True', 'comment="new"', 'prefixes=["UNLOGGED"]', 'sa.PrimaryKeyConstraint("email")')})`.replace(
      /(, \w+=[^()]*)(, sa\.PrimaryKeyConstraint\("email"\))/,
      '$2$1',
    ),
    `op.create_exclude_constraint("no_two", "${table}", ("id", "="), using="btree"${more(r, 'where="id > 5"', 'deferrable=True')})`,
  ]);

const data: Maker = (r) =>
  r.pick([
    'op.execute("INSERT INTO users (name, age) VALUES (\'kim\', 30)")',
    'op.execute(sa.text("UPDATE users SET age = :age WHERE name = :name").bindparams(age=5, name="it\'s"))',
    'op.execute(users.insert().values(name="park", age=7))',
    'op.execute(users.update().where(users.c.age > 3).values(name=sa.func.upper(users.c.name)))',
    'op.execute(users.delete().where(sa.and_(users.c.age.is_(None), users.c.name.like("a%"))))',
    'op.execute(sa.select(sa.func.count()).select_from(users))',
    'op.execute(postgresql.insert(users).values(name="a", age=1).on_conflict_do_nothing())',
    'op.bulk_insert(users, [{"name": "a", "age": 1}, {"name": "it\'s", "age": None}])',
    'op.bulk_insert(users, [{"name": "a", "age": 1}, {"name": "b", "age": 2}], multiinsert=False)',
    'op.bulk_insert(users, [])',
    'op.execute("SELECT 1 / 0")',
    'print(op.get_bind() is None, op.get_context().as_sql)',
    'with op.get_context().autocommit_block():\n        op.execute("SELECT 1")',
    "op.execute(\"SELECT '100%', ':x'\")",
    'if not op.get_context().as_sql:\n        print(op.get_bind().execute(sa.select(users.c.name).order_by(users.c.name)).scalars().all())',
    'print(op.f("name"), op.get_context().dialect.name)',
  ]);

/** One statement of a migration; a batch has several. */
export function anyOperation(r: Random): string {
  const table = r.pick(['users', 'posts']);
  if (r.chance(6)) {
    const calls = Array.from({ length: 1 + r.int(3) }, () => r.pick(COMMON)(r, { table, batch: true }));
    return `with op.batch_alter_table("${table}"${more(r, 'schema="public"', 'recreate="never"')}) as batch_op:\n${calls.map((one) => `        ${one}`).join('\n')}`;
  }
  const make = r.chance(4) ? r.pick([tableComment, tables, data, data]) : r.pick(COMMON);
  return make(r, { table, batch: false });
}
