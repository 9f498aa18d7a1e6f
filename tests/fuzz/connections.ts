/** What a person's env.py does to the connection before it is handed on: other schemas, a path of its own, a transaction. */
import type { Random } from './random.ts';

interface Connection {
  /** Lines after `with engine.connect()`, indented by eight. */
  readonly prepare: string;
  /** Further arguments of engine_from_config, with a comma before them. */
  readonly engine: string;
}

const MAPS = [
  '{None: "stock"}',
  '{"stock": "shop"}',
  '{"stock": None}',
  '{None: "public"}',
  '{None: "stock", "stock": None}',
  '{"shop": "stock", None: "shop"}',
  '{None: "nowhere"}',
  '{}',
];

const PREPARED = [
  // Tenants, as Alembic's cookbook has them.
  [
    'connection.execute(sa.text("SET search_path TO stock"))',
    'connection.commit()',
    'connection.dialect.default_schema_name = "stock"',
  ],
  ['connection.execute(sa.text("SET search_path TO stock"))', 'connection.commit()'],
  [
    'connection.execute(sa.text("SET search_path TO stock, public"))',
    'connection.dialect.default_schema_name = "stock"',
  ],
  ['connection.execute(sa.schema.CreateSchema("stock", if_not_exists=True))', 'connection.commit()'],
  ['connection.execute(sa.text("SET TIME ZONE \'Asia/Seoul\'"))', 'connection.commit()'],
  ['connection = connection.execution_options(isolation_level="AUTOCOMMIT")'],
  ['connection = connection.execution_options(isolation_level="SERIALIZABLE")'],
  ['connection.begin()'],
  ['print(sa.inspect(connection).get_table_names())'],
  ['print(connection.dialect.has_table(connection, "users"), connection.dialect.default_schema_name)'],
];

/** @returns mostly nothing at all */
export function anyConnection(r: Random): Connection {
  const map = r.pick(MAPS);
  switch (r.int(24)) {
    case 0:
      return {
        prepare: `        connection = connection.execution_options(schema_translate_map=${map})\n`,
        engine: '',
      };
    case 1:
      return { prepare: '', engine: `, execution_options={"schema_translate_map": ${map}}` };
    case 2:
    case 3:
      return {
        prepare: r
          .pick(PREPARED)
          .map((line) => `        ${line}\n`)
          .join(''),
        engine: '',
      };
    default:
      return { prepare: '', engine: '' };
  }
}
