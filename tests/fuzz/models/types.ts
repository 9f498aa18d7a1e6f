/**
 * Column types as a person writes them, with what fits them: a Python annotation, server defaults, Python defaults.
 * Above 300 lines because it is one table.
 */
import type { Random } from '../random.ts';

/** What may stand beside a type. */
export interface TypeFamily {
  readonly name: string;
  /** For `Mapped[…]`. */
  readonly annotation: string;
  readonly serverDefaults: readonly string[];
  readonly defaults: readonly string[];
  /** SQL expressions over a column named `{c}` that are true or false. */
  readonly checks: readonly string[];
  /** The types, as functions of chance: arguments vary. */
  readonly types: readonly ((r: Random) => string)[];
}

const n = (r: Random, ...of: number[]) => r.pick(of);
const fixed = (...texts: string[]) => texts.map((text) => () => text);

const INTEGER: TypeFamily = {
  name: 'integer',
  annotation: 'int',
  serverDefaults: [
    '"0"',
    'sa.text("7")',
    '"-1"',
    'sa.text("1 + 2")',
    'sa.text("\'5\'")',
    'sa.null()',
    'sa.literal(3)',
    'sa.literal_column("8")',
    'sa.DefaultClause("9")',
    'sa.FetchedValue()',
    'sa.cast("4", sa.Integer)',
    'sa.func.coalesce(sa.null(), 5)',
  ],
  defaults: ['0', '42', 'int'],
  checks: ['{c} > 0', '{c} BETWEEN 1 AND 9', '{c} <> 3', '{c} IN (1, 2, 3)', '{c} / 2 = 0'],
  types: fixed(
    'sa.Integer',
    'sa.Integer()',
    'sa.BigInteger()',
    'sa.SmallInteger()',
    'sa.BigInteger',
    'sa.INTEGER()',
    'sa.BIGINT()',
    'sa.SMALLINT()',
    'sa.Integer().with_variant(sa.BigInteger(), "postgresql")',
    'postgresql.INTEGER()',
    'sa.BigInteger().with_variant(sa.Integer(), "sqlite")',
    'postgresql.OID()',
  ),
};

const TEXT: TypeFamily = {
  name: 'text',
  annotation: 'str',
  serverDefaults: [
    '"x"',
    '""',
    'sa.text("\'y\'")',
    '"it\'s"',
    'sa.func.lower("ABC")',
    'sa.text("current_user")',
    '"한글"',
    '"a:b"',
    '"50%"',
    'sa.text("NULL")',
    'sa.text("\'x\'::character varying")',
    'sa.func.concat("a", "b")',
    'sa.literal("z")',
    'sa.DefaultClause("d", for_update=False)',
    'sa.text("substring(md5(random()::text) from 1 for 5)")',
  ],
  defaults: ['"x"', '"한글"', 'str'],
  checks: ["{c} <> ''", 'length({c}) > 2', "{c} LIKE 'a%'", "{c} IN ('a', 'b')", '{c} IS NOT NULL'],
  types: [
    ...fixed(
      'sa.Text()',
      'sa.Text',
      'sa.String()',
      'sa.String',
      'sa.UnicodeText()',
      'sa.TEXT()',
      'sa.VARCHAR()',
      'sa.Unicode()',
      'sa.Text(collation="C")',
      'sa.String(30, collation="C")',
      'sa.String(collation="POSIX")',
      'postgresql.TEXT()',
      'sa.String(20).with_variant(sa.Text(), "postgresql")',
      'sa.String(20).with_variant(sa.Text(), "mysql", "mariadb")',
      'sa.CHAR()',
    ),
    (r) => `sa.String(${n(r, 1, 10, 20, 50, 100, 255)})`,
    (r) => `sa.String(length=${n(r, 20, 40)})`,
    (r) => `sa.Unicode(${n(r, 20, 40)})`,
    (r) => `sa.VARCHAR(${n(r, 9, 19)})`,
    (r) => `sa.CHAR(${n(r, 1, 3)})`,
    (r) => `sa.NVARCHAR(${n(r, 9)})`,
    (r) => `postgresql.VARCHAR(${n(r, 9, 12)})`,
    (r) => `postgresql.CHAR(${n(r, 2, 5)})`,
  ],
};

const NUMERIC: TypeFamily = {
  name: 'numeric',
  annotation: 'Decimal',
  serverDefaults: ['"0"', 'sa.text("0.00")', '"1.5"', 'sa.text("10 / 4")'],
  defaults: ['0', 'Decimal("1.5")'],
  checks: ['{c} >= 0', '{c} < 100.5', '{c} * 2 > 1'],
  types: [
    ...fixed(
      'sa.Numeric()',
      'sa.Numeric',
      'sa.DECIMAL()',
      'sa.NUMERIC()',
      'sa.Float()',
      'sa.Float',
      'sa.REAL()',
      'sa.Double()',
      'sa.DOUBLE()',
      'sa.DOUBLE_PRECISION()',
      'sa.FLOAT()',
      'sa.Double(53)',
      'sa.Float(asdecimal=True)',
      'postgresql.REAL()',
      'postgresql.DOUBLE_PRECISION()',
      'postgresql.FLOAT()',
    ),
    (r) => `sa.Numeric(${n(r, 8, 10, 12)}, ${n(r, 0, 2, 4)})`,
    (r) => `sa.Numeric(${n(r, 8, 10, 12)})`,
    (r) => `sa.Numeric(precision=${n(r, 8, 10)}, scale=${n(r, 2, 3)}, asdecimal=False)`,
    (r) => `sa.DECIMAL(${n(r, 6, 9)}, ${n(r, 1, 2)})`,
    (r) => `sa.Float(${n(r, 10, 24, 25, 53)})`,
    (r) => `sa.FLOAT(precision=${n(r, 10, 40)})`,
    (r) => `sa.Float(precision=${n(r, 5, 30)}, decimal_return_scale=2)`,
    (r) => `postgresql.NUMERIC(${n(r, 5, 7)}, 2)`,
  ],
};

const TIME: TypeFamily = {
  name: 'time',
  annotation: 'datetime.datetime',
  serverDefaults: [
    'sa.func.now()',
    'sa.text("now()")',
    'sa.text("CURRENT_TIMESTAMP")',
    'sa.func.current_timestamp()',
    '"2026-01-01 00:00:00"',
    'sa.text("timezone(\'utc\', now())")',
    'sa.text("(now() AT TIME ZONE \'utc\')")',
    'sa.func.timezone("UTC", sa.func.now())',
    'sa.text("clock_timestamp()")',
    'sa.func.now() + sa.text("interval \'1 day\'")',
  ],
  defaults: ['datetime.datetime.now', 'sa.func.now()', 'lambda: datetime.datetime(2026, 1, 1)'],
  checks: ["{c} > '2020-01-01'"],
  types: [
    ...fixed(
      'sa.DateTime()',
      'sa.DateTime',
      'sa.DateTime(timezone=True)',
      'sa.DateTime(True)',
      'sa.TIMESTAMP()',
      'sa.TIMESTAMP(timezone=True)',
      'sa.DATETIME()',
      'postgresql.TIMESTAMP()',
      'postgresql.TIMESTAMP(timezone=True)',
    ),
    (r) => `postgresql.TIMESTAMP(precision=${n(r, 0, 3)})`,
    (r) => `postgresql.TIMESTAMP(timezone=True, precision=${n(r, 0, 3, 6)})`,
  ],
};

const DATE: TypeFamily = {
  name: 'date',
  annotation: 'datetime.date',
  serverDefaults: ['sa.func.current_date()', 'sa.text("CURRENT_DATE")', '"2026-01-01"'],
  defaults: ['datetime.date.today'],
  checks: ["{c} >= '2020-01-01'", 'extract(year from {c}) > 2000'],
  types: fixed('sa.Date()', 'sa.Date', 'sa.DATE()', 'postgresql.DATE()'),
};

const CLOCK: TypeFamily = {
  name: 'clock',
  annotation: 'datetime.time',
  serverDefaults: ['"10:00"', 'sa.text("LOCALTIME")'],
  defaults: [],
  checks: ["{c} > '08:00'"],
  types: [
    ...fixed('sa.Time()', 'sa.Time(timezone=True)', 'sa.TIME()', 'sa.Time', 'postgresql.TIME()'),
    (r) => `postgresql.TIME(timezone=${n(r, 0, 1) ? 'True' : 'False'}, precision=${n(r, 0, 2)})`,
  ],
};

const SPAN: TypeFamily = {
  name: 'span',
  annotation: 'datetime.timedelta',
  serverDefaults: ['"1 day"', 'sa.text("interval \'1 hour\'")'],
  defaults: ['datetime.timedelta(days=1)'],
  checks: ["{c} > '1 minute'"],
  types: [
    ...fixed(
      'sa.Interval()',
      'sa.Interval',
      'sa.Interval(native=False)',
      'postgresql.INTERVAL()',
      'postgresql.INTERVAL(fields="DAY")',
      'postgresql.INTERVAL(fields="DAY TO SECOND", precision=3)',
      'postgresql.INTERVAL(fields="YEAR TO MONTH")',
    ),
    (r) => `sa.Interval(second_precision=${n(r, 0, 3)})`,
    (r) => `postgresql.INTERVAL(precision=${n(r, 0, 3)})`,
  ],
};

const BOOLEAN: TypeFamily = {
  name: 'boolean',
  annotation: 'bool',
  serverDefaults: [
    'sa.true()',
    'sa.false()',
    '"false"',
    'sa.text("true")',
    '"t"',
    '"1"',
    'sa.text("(1 = 1)")',
  ],
  defaults: ['True', 'False'],
  checks: ['{c}', 'NOT {c}', '{c} IS TRUE'],
  types: fixed(
    'sa.Boolean()',
    'sa.Boolean',
    'sa.BOOLEAN()',
    'sa.Boolean(create_constraint=True, name="ck_flag")',
    'postgresql.BOOLEAN()',
  ),
};

const JSONS: TypeFamily = {
  name: 'json',
  annotation: 'dict[str, Any]',
  serverDefaults: ['"{}"', 'sa.text("\'[]\'")', 'sa.text("\'{}\'::jsonb")', '\'{"a": 1}\''],
  defaults: ['dict', 'list', '{}'],
  checks: ['{c} IS NOT NULL'],
  types: fixed(
    'sa.JSON()',
    'sa.JSON',
    'sa.JSON(none_as_null=True)',
    'postgresql.JSON()',
    'postgresql.JSONB()',
    'postgresql.JSONB',
    'postgresql.JSONB(none_as_null=True)',
    'postgresql.JSONB(astext_type=sa.Text())',
    'postgresql.JSON(astext_type=sa.String(10))',
    'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
    'postgresql.JSONB().with_variant(sa.JSON(), "sqlite")',
  ),
};

const BYTES: TypeFamily = {
  name: 'bytes',
  annotation: 'bytes',
  serverDefaults: ['sa.text("\'\\\\x00\'")'],
  defaults: ['b""'],
  checks: ['length({c}) < 9'],
  types: fixed(
    'sa.LargeBinary()',
    'sa.LargeBinary(16)',
    'sa.LargeBinary',
    'sa.BLOB()',
    'sa.PickleType()',
    'postgresql.BYTEA()',
    'sa.VARBINARY(3)',
    'sa.PickleType(protocol=4)',
  ),
};

const UUIDS: TypeFamily = {
  name: 'uuid',
  annotation: 'uuid.UUID',
  serverDefaults: [
    'sa.text("gen_random_uuid()")',
    'sa.func.gen_random_uuid()',
    '"00000000-0000-0000-0000-000000000000"',
  ],
  defaults: ['uuid.uuid4'],
  checks: ['{c} IS NOT NULL'],
  types: fixed(
    'sa.Uuid()',
    'sa.Uuid',
    'sa.UUID()',
    'sa.Uuid(as_uuid=False)',
    'sa.Uuid(native_uuid=False)',
    'postgresql.UUID()',
    'postgresql.UUID(as_uuid=False)',
    'postgresql.UUID(as_uuid=True)',
  ),
};

const ARRAYS: TypeFamily = {
  name: 'array',
  annotation: 'list[Any]',
  serverDefaults: ['"{}"', 'sa.text("\'{}\'")', 'sa.text("ARRAY[]::integer[]")'],
  defaults: ['list'],
  checks: ['cardinality({c}) > 0'],
  types: [
    ...fixed(
      'sa.ARRAY(sa.Integer())',
      'sa.ARRAY(sa.Text)',
      'sa.ARRAY(sa.Integer, dimensions=2)',
      'postgresql.ARRAY(sa.Integer())',
      'postgresql.ARRAY(sa.Text(), dimensions=1)',
      'postgresql.ARRAY(sa.Numeric(6, 2))',
      'postgresql.ARRAY(postgresql.UUID(as_uuid=True))',
      'sa.ARRAY(sa.Boolean(), zero_indexes=True)',
      'postgresql.ARRAY(sa.BigInteger, as_tuple=True)',
      'postgresql.ARRAY(postgresql.JSONB)',
      'postgresql.ARRAY(sa.DateTime(timezone=True))',
      'sa.ARRAY(postgresql.INET())',
    ),
    (r) => `sa.ARRAY(sa.String(${n(r, 5, 10)}))`,
    (r) => `postgresql.ARRAY(sa.String(${n(r, 5, 10)}), dimensions=${n(r, 1, 2)})`,
    (r) => `postgresql.ARRAY(sa.Enum("x", "y", name="arr${n(r, 1, 2)}"))`,
  ],
};

const SPECIAL: TypeFamily = {
  name: 'special',
  annotation: 'Any',
  serverDefaults: [],
  defaults: [],
  checks: ['{c} IS NOT NULL'],
  types: [
    ...fixed(
      'postgresql.INET()',
      'postgresql.INET',
      'postgresql.CIDR()',
      'postgresql.MACADDR()',
      'postgresql.MACADDR8()',
      'postgresql.MONEY()',
      'postgresql.OID()',
      'postgresql.REGCLASS()',
      'postgresql.REGCONFIG()',
      'postgresql.TSVECTOR()',
      'postgresql.TSQUERY()',
      'postgresql.INT4RANGE()',
      'postgresql.INT8RANGE()',
      'postgresql.NUMRANGE()',
      'postgresql.DATERANGE()',
      'postgresql.TSRANGE()',
      'postgresql.TSTZRANGE()',
      'postgresql.INT4MULTIRANGE()',
      'postgresql.INT8MULTIRANGE()',
      'postgresql.NUMMULTIRANGE()',
      'postgresql.DATEMULTIRANGE()',
      'postgresql.TSMULTIRANGE()',
      'postgresql.TSTZMULTIRANGE()',
      'postgresql.BIT()',
      'postgresql.BIT(varying=True)',
      'postgresql.ARRAY(postgresql.INT4RANGE())',
    ),
    (r) => `postgresql.BIT(${n(r, 3, 8)})`,
    (r) => `postgresql.BIT(${n(r, 3, 8)}, varying=True)`,
  ],
};

const OWN: TypeFamily = {
  name: 'own',
  annotation: 'Any',
  serverDefaults: [],
  defaults: [],
  checks: ['{c} IS NOT NULL'],
  types: fixed(
    'Trimmed()',
    'Trimmed(20)',
    'Choice(Color)',
    'postgresql.DOMAIN("positive", sa.Integer(), check="VALUE > 0")',
    'Shout()',
  ),
};

/** Families with the weight with which they are drawn. */
const FAMILIES: readonly (readonly [TypeFamily, number])[] = [
  [INTEGER, 14],
  [TEXT, 16],
  [NUMERIC, 10],
  [TIME, 9],
  [DATE, 3],
  [CLOCK, 3],
  [SPAN, 4],
  [BOOLEAN, 6],
  [JSONS, 6],
  [BYTES, 3],
  [UUIDS, 5],
  [ARRAYS, 5],
  [SPECIAL, 6],
  [OWN, 1],
];

const DRAWN = FAMILIES.flatMap(([family, weight]) => Array.from({ length: weight }, () => family));

/** A family of types, the usual ones more often. */
export const anyFamily = (r: Random): TypeFamily => r.pick(DRAWN);

/** Types that PostgreSQL does not have, or whose text in a revision does not run: they end a round early, so they are rare. */
const ODD = /NVARCHAR|DATETIME|VARBINARY|BLOB|sa\.DOUBLE\(|Choice|DOMAIN/;

/** A type of a family, odd ones seldom. */
export function anyType(r: Random, family: TypeFamily): string {
  const type = r.pick(family.types)(r);
  return ODD.test(type) && !r.chance(9) ? anyType(r, family) : type;
}

export { BOOLEAN, INTEGER, NUMERIC, TEXT, TIME };
