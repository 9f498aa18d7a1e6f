/** Modules that SQLAlchemy 2.0.52 has: one that is on this list but not bound fails where it is used, any other at its import. */
const BELOW: Readonly<Record<string, string>> = {
  '': 'connectors dialects engine event events exc ext future inspection log orm pool schema sql types util',
  connectors: 'aioodbc asyncio pyodbc',
  dialects: 'mssql mysql oracle postgresql sqlite',
  'dialects.mssql': 'aioodbc base information_schema json pymssql pyodbc',
  'dialects.mysql':
    'aiomysql asyncmy base cymysql dml enumerated expression json mariadb mariadbconnector mysqlconnector mysqldb pymysql ' +
    'pyodbc reflection reserved_words types',
  'dialects.oracle': 'base cx_oracle dictionary oracledb types vector',
  'dialects.postgresql':
    'array asyncpg base dml ext hstore json named_types operators pg8000 pg_catalog psycopg psycopg2 psycopg2cffi ranges types',
  'dialects.sqlite': 'aiosqlite base dml json pysqlcipher pysqlite',
  engine:
    'base characteristics create cursor default events interfaces mock processors reflection result row strategies url util',
  event: 'api attr base legacy registry',
  ext:
    'associationproxy asyncio automap baked compiler declarative horizontal_shard hybrid indexable instrumentation mutable ' +
    'mypy orderinglist serializer',
  'ext.asyncio': 'base engine exc result scoping session',
  'ext.declarative': 'extensions',
  future: 'engine',
  orm:
    'attributes base bulk_persistence clsregistry collections context decl_api decl_base dependency descriptor_props dynamic ' +
    'evaluator events exc identity instrumentation interfaces loading mapped_collection mapper path_registry persistence ' +
    'properties query relationships scoping session state state_changes strategies strategy_options sync unitofwork util ' +
    'writeonly',
  pool: 'base events impl',
  sql:
    'annotation base cache_key coercions compiler crud ddl default_comparator dml elements events expression functions lambdas ' +
    'naming operators roles schema selectable sqltypes traversals type_api util visitors',
  util: 'compat concurrency deprecations langhelpers preloaded queue tool_support topological typing',
};

/** Every dotted name, such as "sqlalchemy.ext.hybrid". */
export const SQLALCHEMY_MODULE_NAMES: ReadonlySet<string> = new Set(
  Object.entries(BELOW).flatMap(([parent, names]) =>
    names.split(' ').map((name) => ['sqlalchemy', ...(parent ? [parent] : []), name].join('.')),
  ),
);
