/** Rows within migrations: statements, rows in bulk, what a connection answers, operations of one's own. */
import type { Random } from '../random.ts';

const TABLES = `rows = sa.table("users", sa.column("id", sa.Integer), sa.column("name", sa.String(40)), sa.column("age", sa.Integer), sa.column("born", sa.DateTime(timezone=True)))`;

/** What stands before `upgrade()` where a migration has data or operations of its own. */
export const DATA_HEAD = `import datetime
import decimal
import enum
import json
import uuid
from alembic.operations import MigrateOperation, Operations, ops

${TABLES}
things = sa.Table(
    "things", sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("label", sa.String(20), default="none"),
    sa.Column("price", sa.Numeric(10, 2)),
    sa.Column("data", postgresql.JSONB()),
    sa.Column("tags", postgresql.ARRAY(sa.Text)),
    sa.Column("at", sa.DateTime(), server_default=sa.func.now()),
    sa.Column("day", sa.Date),
    sa.Column("uid", sa.Uuid()),
    sa.Column("flag", sa.Boolean()),
    sa.Column("kind", sa.Enum("a", "b", name="kind")),
    sa.Column("took", sa.Interval()),
    sa.Column("raw", sa.LargeBinary()),
)`;

const VALUES: Readonly<Record<string, readonly string[]>> = {
  label: [
    '"it\'s"',
    '"100%"',
    '"a:b"',
    'None',
    '"한글"',
    '"back\\\\slash"',
    'sa.func.lower("ABC")',
    '"new\\nline"',
    '5',
    'op.inline_literal("in")',
  ],
  price: ['5', 'decimal.Decimal("1.50")', '1.25', 'None', '"7.5"', 'sa.text("1 + 1")', 'sa.literal(3)'],
  data: ['{"a": [1, None, True, "x"]}', '[]', 'None', '"text"', 'sa.null()', '{"q": "it\'s 5%"}', '5'],
  tags: ['["a", "b"]', '[]', 'None', '["it\'s", "50%"]', '[None]', '("a",)'],
  at: [
    'datetime.datetime(2026, 1, 2, 3, 4, 5)',
    'sa.func.now()',
    'None',
    '"2026-01-01"',
    'datetime.datetime(2026, 1, 2, 3, 4, 5, 678)',
    'datetime.date(2026, 1, 2)',
  ],
  day: ['datetime.date(2026, 1, 2)', 'None', '"2026-03-04"', 'sa.func.current_date()'],
  uid: ['uuid.UUID("12345678-1234-5678-1234-567812345678")', 'None', '"12345678123456781234567812345678"'],
  flag: ['True', 'False', 'None', 'sa.true()', '1', '"x"'],
  kind: ['"a"', '"b"', 'None', '"c"', '5'],
  took: ['datetime.timedelta(days=1, seconds=5)', 'None', 'datetime.timedelta(seconds=-5)'],
  raw: ['b"abc"', 'b"\\x00\\xff"', 'None', '"text"'],
};

function anyRow(r: Random, names: readonly string[]): string {
  return `{${names.map((name) => `"${name}": ${r.pick(VALUES[name]!)}`).join(', ')}}`;
}

const someNames = (r: Random) => r.some(Object.keys(VALUES), 1, 4);

function bulkInsert(r: Random): string {
  const names = someNames(r);
  const rows = Array.from({ length: 1 + r.int(3) }, () => anyRow(r, r.chance(8) ? someNames(r) : names));
  return `op.bulk_insert(things, [${rows.join(', ')}]${r.pick(['', '', ', multiinsert=False', ', multiinsert=True'])})`;
}

const keywords = (r: Random) =>
  someNames(r)
    .map((name) => `${name}=${r.pick(VALUES[name]!)}`)
    .join(', ');

const CONDITIONS = [
  'rows.c.age > 5',
  'rows.c.name == "it\'s"',
  'rows.c.name.in_(["a", "b"])',
  'rows.c.age.between(1, 5)',
  'rows.c.name.ilike("%a%")',
  'sa.or_(rows.c.age == None, rows.c.age != 3)',
  'rows.c.name == sa.bindparam("who", "kim")',
  'rows.c.name == op.inline_literal("kim")',
  'sa.exists().where(rows.c.id == 1)',
  'rows.c.id.in_(sa.select(rows.c.id).where(rows.c.age > 1))',
  'rows.c.born < datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)',
  'rows.c.born < sa.func.now() - sa.text("interval \'1 day\'")',
  'sa.text("age > :low").bindparams(low=3)',
  'rows.c.name.startswith("a", autoescape=True)',
  'sa.tuple_(rows.c.id, rows.c.age).in_([(1, 2), (3, 4)])',
  '~rows.c.name.contains("x")',
  'sa.case((rows.c.age > 3, "a"), else_="b") == "a"',
];

const PARTS = [
  'name=sa.func.upper(rows.c.name)',
  'age=rows.c.age + 1',
  'age=sa.case((rows.c.age > 3, 1), else_=sa.null())',
  'name=rows.c.name + "!"',
  'age=sa.cast("5", sa.Integer)',
  'name="50%"',
  'age=None',
  'born=datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)',
  'age=sa.select(sa.func.max(rows.c.age)).scalar_subquery()',
  'age=sa.bindparam("n", 5)',
  'age=op.inline_literal(7)',
];

const STATEMENTS: readonly ((r: Random) => string)[] = [
  (r) => `things.insert().values(${keywords(r)})`,
  (r) => `sa.insert(things).values([${anyRow(r, ['label', 'price'])}, ${anyRow(r, ['label', 'price'])}])`,
  (r) =>
    `sa.insert(rows).from_select(["name", "age"], sa.select(rows.c.name, rows.c.age).where(${r.pick(CONDITIONS)}))`,
  (r) => `rows.update().where(${r.pick(CONDITIONS)}).values(${r.pick(PARTS)})`,
  (r) => `sa.update(rows).values({"age": ${r.pick(['1', 'rows.c.age * 2', 'None', '"x"'])}})`,
  (r) => `rows.delete().where(${r.pick(CONDITIONS)}, ${r.pick(CONDITIONS)})`,
  (r) =>
    `sa.text("UPDATE users SET age = :n WHERE name = :who").bindparams(${r.pick(['n=5, who="it\'s"', 'sa.bindparam("n", 5, sa.Integer), who="100%"', 'n=5', 'nope=1', 'n=None, who=None'])})`,
  (r) =>
    `sa.text(${r.pick(['"SELECT \':x\'"', '"SELECT \'a\\\\:b\'"', '"SELECT 1::text"', '"SELECT \'100%\'"', '"SELECT :x"'])})`,
  (r) =>
    `postgresql.insert(things).values(id=1, ${keywords(r)}).on_conflict_do_${r.pick(['nothing()', 'nothing(index_elements=["id"])', 'update(index_elements=["id"], set_={"label": "again"})', 'update(constraint="things_pkey", set_=dict(label=sa.text("excluded.label")), where=(things.c.id > 0))'])}`,
  (r) =>
    `sa.select(rows.c.name, sa.func.count().label("n")).where(${r.pick(CONDITIONS)}).group_by(rows.c.name).order_by(sa.desc("n")).limit(3)`,
  () => 'sa.schema.CreateTable(things)',
  () => 'sa.schema.CreateSequence(sa.Sequence("a_seq", start=5))',
  () => 'sa.DDL("COMMENT ON TABLE users IS \'%(fullname)s\'")',
  (r) => `rows.update().values(${r.pick(PARTS)}).returning(rows.c.id)`,
  (r) =>
    r.pick([
      '"UPDATE users SET age = 5"',
      "\"SELECT '%', '%%', ':x'\"",
      '"COMMENT ON TABLE users IS \'a; b\'"',
      '"DO $$ BEGIN RAISE NOTICE \'x\'; END $$"',
      '""',
      '"SELECT"',
      '"SELEC 1"',
      '"DELETE FROM nowhere"',
      '"INSERT INTO users (id) VALUES (1), (1)"',
    ]),
];

const QUESTIONS: readonly ((r: Random, statement: string) => string)[] = [
  (_r, statement) => `print(bind.execute(${statement}).fetchall())`,
  (_r, statement) => `print(bind.execute(${statement}).rowcount)`,
  (r) =>
    `print(bind.execute(sa.text("SELECT name, age FROM users WHERE name = :n ORDER BY id"), ${r.pick(['{"n": "kim"}', '{}', '{"n": None}', '[{"n": "a"}, {"n": "b"}]', 'dict(n="it\'s")'])}).${r.pick(['all()', 'first()', 'mappings().all()', 'scalars().all()', 'one()', 'one_or_none()', 'scalar()', 'keys()', 'fetchone()', 'scalar_one_or_none()'])})`,
  () => 'print(sorted(sa.inspect(bind).get_table_names()), sa.inspect(bind).has_table("nowhere"))',
  (r) =>
    `print([c["name"] for c in sa.inspect(bind).get_columns(${r.pick(['"users"', '"nowhere"', '"items", schema="other"'])})])`,
  () =>
    'print(bind.exec_driver_sql("SELECT %s", ("x",)).scalar(), bind.dialect.name, bind.engine.url.database)',
  () => 'print(bind.in_transaction(), op.get_context().connection is bind, op.get_context().as_sql)',
  () =>
    'things.create(bind, checkfirst=True)\n        print(bind.execute(sa.select(sa.func.count()).select_from(things)).scalar_one())',
  () =>
    'for row in bind.execute(sa.select(rows.c.id, rows.c.name, rows.c.age).order_by(rows.c.id)):\n            print(row, row.name, row._mapping["age"])',
];

const OWN: readonly ((r: Random) => string)[] = [
  (r) =>
    `op.create_view("v_users", ${r.pick(['"SELECT 1 AS one"', '"SELECT name FROM users"', '"SELEC"', ''])})`,
  () => 'op.create_view("v", "SELECT 1 AS one")\n    op.drop_view("v")',
  () => 'print(op.invoke(CreateView("v2", "SELECT 2 AS two")), CreateView("a", "b").reverse().name)',
  (r) =>
    `op.invoke(ops.AddColumnOp("users", sa.Column("own", sa.Integer)${r.pick(['', ', schema="public"', ', if_not_exists=True'])}))`,
  (r) =>
    `op.invoke(ops.${r.pick(['DropTableOp("posts")', 'DropColumnOp("users", "age")', 'ExecuteSQLOp("SELECT 5")', 'RenameTableOp("users", "people")', 'DropIndexOp("ix_users_name", "users")', 'CreateIndexOp("ix_o", "users", ["age"])', 'AlterColumnOp("users", "age", modify_nullable=False)', 'ModifyTableOps("users", [ops.DropColumnOp("users", "age")])', 'UpgradeOps([])'])})`,
  (r) =>
    `print(${r.pick(['ops.AddColumnOp("users", sa.Column("x", sa.Integer)).to_diff_tuple()', 'ops.DropColumnOp("users", "x").to_diff_tuple()', 'ops.AddColumnOp("users", sa.Column("x", sa.Integer)).reverse().column_name', 'ops.CreateTableOp("t", [sa.Column("id", sa.Integer)]).to_table()', 'ops.DropIndexOp("ix", "users").reverse()', 'ops.CreateIndexOp("ix", "users", ["a"]).to_index()', 'ops.RenameTableOp("a", "b").reverse()', 'ops.AlterColumnOp("t", "c", modify_nullable=True).to_diff_tuple()', 'ops.AlterColumnOp("t", "c").has_changes()', 'ops.CreateForeignKeyOp("fk", "a", "b", ["x"], ["y"]).to_constraint()', 'ops.DropConstraintOp("uq", "users", "unique").reverse()'])})`,
];

/** Definitions of an operation of one's own, which the statements of OWN call. */
export const OWN_HEAD = `@Operations.register_operation("create_view")
class CreateView(MigrateOperation):
    def __init__(self, name, query):
        self.name = name
        self.query = query

    @classmethod
    def create_view(cls, operations, name, query="SELECT 0 AS none", **kw):
        return operations.invoke(cls(name, query))

    def reverse(self):
        return DropView(self.name)


@Operations.register_operation("drop_view")
class DropView(MigrateOperation):
    def __init__(self, name):
        self.name = name

    @classmethod
    def drop_view(cls, operations, name):
        return operations.invoke(cls(name))


@Operations.implementation_for(CreateView)
def create_view(operations, operation):
    operations.execute(f"CREATE VIEW {operation.name} AS {operation.query}")
    return operation.name


@Operations.implementation_for(DropView)
def drop_view(operations, operation):
    operations.execute("DROP VIEW %s" % operation.name)`;

/** One or more lines of `upgrade()`, indented by four but for the first. */
export function anyData(r: Random): string {
  const statement = r.pick(STATEMENTS)(r);
  switch (r.int(7)) {
    case 0:
      return bulkInsert(r);
    case 1:
      return `if not op.get_context().as_sql:\n        bind = op.get_bind()\n        ${r.pick(QUESTIONS)(r, r.pick(STATEMENTS)(r))}`;
    case 2:
      return r.pick(OWN)(r);
    case 3:
      return `print(str(${statement}))`;
    default:
      return `op.execute(${statement})`;
  }
}
