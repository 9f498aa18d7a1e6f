/**
 * Names that a module of SQLAlchemy imports from another one, and that people import from there: by module, where the name
 * is bound, and which names.
 */
export const ALSO_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sqlalchemy.dialects.postgresql.ext': {
    'sqlalchemy.dialects.postgresql':
      'aggregate_order_by array_agg to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_headline',
  },
  'sqlalchemy.dialects.postgresql.hstore': { 'sqlalchemy.dialects.postgresql': 'hstore' },
  'sqlalchemy.engine': {
    sqlalchemy: 'Inspector',
  },
  'sqlalchemy.sql': {
    sqlalchemy:
      'Alias BaseDDLElement ClauseElement ColumnElement CompoundSelect DDL DDLElement Delete Executable ' +
      'ExecutableDDLElement False_ FromClause Insert Join Select Subquery TableClause TableSample True_ ' +
      'Update Values',
  },
  'sqlalchemy.sql.functions': {
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.sql.sqltypes': {
    sqlalchemy: 'quoted_name',
  },
  'sqlalchemy.sql.schema': {
    sqlalchemy: 'ClauseElement ColumnClause ColumnElement Executable TableClause TextClause quoted_name',
  },
  'sqlalchemy.sql.ddl': {
    sqlalchemy: 'ClauseElement Executable',
  },
  'sqlalchemy.sql.type_api': {
    sqlalchemy: 'ColumnOperators',
  },
  'sqlalchemy.orm.attributes': {
    'sqlalchemy.orm': 'Mapped',
  },
  'sqlalchemy.orm.session': {
    sqlalchemy: 'Connection Engine LABEL_STYLE_TABLENAME_PLUS_COL Select Table TableClause inspect',
    'sqlalchemy.orm': 'Query SessionTransaction make_transient object_mapper',
  },
  'sqlalchemy.orm.decl_api': {
    'sqlalchemy.orm':
      'Composite DeclarativeBaseNoMeta InstrumentedAttribute Mapped MappedColumn Mapper ' +
      'RelationshipProperty Synonym composite deferred mapped_column relationship synonym',
    sqlalchemy: 'FromClause MetaData',
  },
  'sqlalchemy.orm.collections': {
    'sqlalchemy.orm': 'column_keyed_dict mapped_collection',
  },
  'sqlalchemy.ext.hybrid': {
    sqlalchemy: 'ColumnElement',
    'sqlalchemy.orm': 'QueryableAttribute',
  },
  'sqlalchemy.ext.mutable': {
    'sqlalchemy.orm': 'InstrumentedAttribute Mapper QueryableAttribute',
    sqlalchemy: 'Column inspect',
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.engine.url': {
    sqlalchemy: 'Dialect',
  },
  'sqlalchemy.engine.reflection': {
    sqlalchemy: 'Connection Engine TextClause quoted_name',
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.engine.interfaces': {
    sqlalchemy: 'Pool',
  },
  'sqlalchemy.dialects.postgresql.base': {
    sqlalchemy: 'URL bindparam select',
    'sqlalchemy.dialects.postgresql': 'aggregate_order_by dialect',
  },
  'sqlalchemy.dialects.postgresql.json': {
    'sqlalchemy.dialects.postgresql': 'ARRAY',
    sqlalchemy: 'cast',
  },
  'sqlalchemy.dialects.postgresql.ranges': {
    'sqlalchemy.dialects.postgresql': 'Range MultiRange',
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.dialects.postgresql.psycopg2': {
    'sqlalchemy.dialects.postgresql': 'JSON JSONB',
  },
  'sqlalchemy.sql.compiler': {
    sqlalchemy: 'TupleType quoted_name',
  },
  'sqlalchemy.sql.dml': {
    'sqlalchemy.types': 'NullType',
  },
  'sqlalchemy.orm.query': {
    'sqlalchemy.orm': 'object_mapper',
    sqlalchemy:
      'BooleanClauseList Executable Exists LABEL_STYLE_TABLENAME_PLUS_COL Result Row Select inspect',
  },
  'sqlalchemy.orm.relationships': {
    'sqlalchemy.orm': 'DynamicMapped WriteOnlyMapped class_mapper foreign remote',
    sqlalchemy: 'ColumnClause ColumnElement Exists inspect',
  },
  'sqlalchemy.orm.properties': {
    sqlalchemy: 'Column ForeignKey',
    'sqlalchemy.orm': 'CompositeProperty MapperProperty SynonymProperty class_mapper',
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.orm.mapper': {
    sqlalchemy: 'Column LABEL_STYLE_TABLENAME_PLUS_COL Table TableClause',
    'sqlalchemy.orm': 'MapperProperty',
  },
  'sqlalchemy.orm.util': {
    'sqlalchemy.orm': 'DynamicMapped Mapped MapperProperty WriteOnlyMapped class_mapper object_mapper',
    sqlalchemy: 'ColumnElement FromClause',
  },
  'sqlalchemy.orm.scoping': {
    'sqlalchemy.orm': 'Session',
  },
  'sqlalchemy.orm.interfaces': {
    sqlalchemy: 'Column ColumnElement ColumnOperators',
    'sqlalchemy.orm': 'MapperProperty',
    'sqlalchemy.types': 'TypeEngine',
  },
  'sqlalchemy.orm.base': {
    'sqlalchemy.orm': 'class_mapper object_mapper',
  },
  'sqlalchemy.future.engine': {
    sqlalchemy: 'Connection Engine create_engine',
  },
  'sqlalchemy.future': {
    sqlalchemy: 'Connection Engine create_engine select',
  },
  'sqlalchemy.dialects.sqlite.base': {
    'sqlalchemy.types':
      'BLOB BOOLEAN CHAR DECIMAL FLOAT INTEGER NUMERIC REAL SMALLINT TEXT TIMESTAMP VARCHAR',
  },
  'sqlalchemy.ext.asyncio.session': {
    'sqlalchemy.ext.asyncio': 'AsyncResult AsyncScalarResult',
    'sqlalchemy.orm': 'Session SessionTransaction object_session',
  },
  'sqlalchemy.ext.asyncio.engine': {
    'sqlalchemy.exc': 'ArgumentError',
    'sqlalchemy.ext.asyncio': 'AsyncResult AsyncScalarResult',
    sqlalchemy: 'Connection Engine NestedTransaction Transaction',
  },
};
