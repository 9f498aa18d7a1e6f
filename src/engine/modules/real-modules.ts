/**
 * Which modules packages really have, as far as a learner's import can tell: one that is on this list but not simulated fails
 * where it is used, any other at its import. A package that is not on it is not simulated either: anything below it may be there.
 */
const BELOW: Readonly<Record<string, string>> = {
  alembic:
    'autogenerate command config context ddl environment migration op operations runtime script testing util',
  'alembic.autogenerate': 'api compare render rewriter',
  'alembic.autogenerate.compare':
    'check_constraints comments constraints schema server_defaults tables types util',
  'alembic.ddl': '_autogen base impl mssql mysql oracle postgresql sqlite',
  'alembic.operations': 'base batch ops schemaobj toimpl',
  'alembic.runtime': 'environment migration plugins',
  'alembic.script': 'base revision write_hooks',
  'alembic.testing': 'assertions env fixtures plugin requirements schemacompare suite util warnings',
  'alembic.testing.plugin': 'bootstrap',
  'alembic.testing.suite': '_autogen_fixtures',
  'alembic.util': 'compat editor exc langhelpers messaging pyfiles sqla_compat',
  asyncpg:
    '_asyncio_compat _testbase _version cluster compat connect_utils connection connresource cursor exceptions introspection pgproto pool prepared_stmt protocol serverversion transaction types utils',
  'asyncpg._testbase': 'fuzzer',
  'asyncpg.exceptions': '_base',
  'asyncpg.pgproto': 'pgproto types',
  'asyncpg.protocol': 'codecs protocol record',
  mako: '_ast_util ast cache cmd codegen compat exceptions ext filters lexer lookup parsetree pygen pyparser runtime template testing util',
  'mako.ext':
    'autohandler babelplugin beaker_cache extract linguaplugin preprocessors pygmentplugin turbogears',
  'mako.testing': '_config assertions config exclusions fixtures helpers',
  psycopg2: '_ipaddress _json _psycopg _range errorcodes errors extensions extras pool sql tz',
  dotenv: 'cli ipython main parser variables version',
  fastapi:
    '_body_limit _compat _form_limits applications background cli concurrency datastructures dependencies encoders exception_handlers exceptions logger middleware openapi param_functions params requests responses routing security sse staticfiles telemetry templating testclient types utils websockets',
  'fastapi._compat': 'shared v2',
  'fastapi.dependencies': 'models utils',
  'fastapi.middleware': 'asyncexitstack cors gzip httpsredirect trustedhost wsgi',
  'fastapi.openapi': 'constants docs models utils',
  'fastapi.security': 'api_key base http oauth2 open_id_connect_url utils',
  'fastapi.telemetry': '_api _asgi _runtime',
  flask:
    'app blueprints cli config ctx debughelpers globals helpers json logging sessions signals templating testing typing views wrappers',
  'flask.json': 'provider tag',
  flask_migrate: 'cli',
  flask_sqlalchemy: 'cli extension model pagination query record_queries session table track_modifications',
  pydantic:
    '_internal _migration alias_generators aliases annotated_handlers class_validators color config dataclasses datetime_parse decorator deprecated env_settings error_wrappers errors experimental fields functional_serializers functional_validators generics json json_schema main mypy networks parse plugin root_model schema tools type_adapter types typing utils v1 validate_call_decorator validators version warnings',
  'pydantic._internal':
    '_config _contextlib _core_metadata _core_utils _dataclasses _decorators _decorators_v1 _discriminated_union _docs_extraction _fields _forward_ref _generate_schema _generics _git _import_utils _known_annotated_metadata _mock_val_ser _model_construction _namespace_utils _repr _schema_gather _schema_generation_shared _serializers _signature _type_refs _typing_extra _utils _validate_call _validators',
  'pydantic.deprecated': 'class_validators config copy_internals decorator json parse tools',
  'pydantic.experimental': 'arguments_schema missing_sentinel pipeline',
  'pydantic.plugin': '_loader _schema_validator',
  'pydantic.v1':
    '_hypothesis_plugin annotated_types class_validators color config dataclasses datetime_parse decorator env_settings error_wrappers errors fields generics json main mypy networks parse schema tools types typing utils validators version',
  pydantic_settings: 'exceptions main sources utils version',
  'pydantic_settings.sources': 'base providers types utils',
  'pydantic_settings.sources.providers':
    'aws azure cli dotenv env gcp json nested_secrets pyproject secrets toml yaml',
  sqlalchemy_utils:
    'aggregates asserts compat exceptions expressions functions generic i18n listeners models observer operators path primitives proxy_dict query_chain relationships types utils view',
  'sqlalchemy_utils.functions': 'database foreign_keys mock orm render sort_query',
  'sqlalchemy_utils.primitives': 'country currency ltree weekday weekdays',
  'sqlalchemy_utils.relationships': 'chained_join',
  'sqlalchemy_utils.types':
    'arrow bit choice color country currency email encrypted enriched_datetime ip_address json locale ltree password pg_composite phone_number range scalar_coercible scalar_list timezone ts_vector url uuid weekdays',
  'sqlalchemy_utils.types.encrypted': 'encrypted_type padding',
  'sqlalchemy_utils.types.enriched_datetime':
    'arrow_datetime enriched_date_type enriched_datetime_type pendulum_date pendulum_datetime',
  sqlmodel: '_compat default ext main orm pool sql',
  'sqlmodel.ext': 'asyncio',
  'sqlmodel.ext.asyncio': 'session',
  'sqlmodel.orm': 'session',
  'sqlmodel.sql': '_expression_select_cls _expression_select_gen base expression sqltypes',
  starlette:
    '_exception_handler _utils applications authentication background concurrency config convertors datastructures endpoints exceptions formparsers middleware requests responses routing schemas staticfiles status templating testclient types websockets',
  'starlette.middleware':
    'authentication base body_limit cors errors exceptions gzip httpsredirect opentelemetry sessions trustedhost wsgi',
  werkzeug:
    '_internal _reloader datastructures debug exceptions formparser http local middleware routing sansio security serving test testapp urls user_agent utils wrappers wsgi',
  'werkzeug.datastructures':
    'accept auth cache_control csp etag file_storage headers mixins range structures',
  'werkzeug.debug': 'console repr tbtools',
  'werkzeug.middleware': 'dispatcher http_proxy lint profiler proxy_fix shared_data',
  'werkzeug.routing': 'converters exceptions map matcher rules',
  'werkzeug.sansio': 'http multipart request response utils',
  'werkzeug.wrappers': 'request response',
  concurrent: 'futures',
  'concurrent.futures': '_base process thread',
  email:
    '_encoded_words _header_value_parser _parseaddr _policybase base64mime charset contentmanager encoders errors feedparser generator header headerregistry iterators message mime parser policy quoprimime utils',
  'email.mime': 'application audio base image message multipart nonmultipart text',
  http: 'client cookiejar cookies server',
  unittest: '_log async_case case loader main mock result runner signals suite test util',
  'unittest.test': '_test_warnings dummy support testmock',
  'unittest.test.testmock':
    'support testasync testcallable testhelpers testmagicmethods testmock testpatch testsealable testsentinel testwith',
  xml: 'dom etree parsers sax',
  'xml.dom': 'NodeFilter domreg expatbuilder minicompat minidom pulldom xmlbuilder',
  'xml.etree': 'ElementInclude ElementPath ElementTree cElementTree',
  'xml.parsers': 'expat',
  'xml.sax': '_exceptions expatreader handler saxutils xmlreader',
  sqlalchemy:
    'connectors dialects engine event events exc ext future inspection log orm pool schema sql types util',
  'sqlalchemy.connectors': 'aioodbc asyncio pyodbc',
  'sqlalchemy.dialects': 'mssql mysql oracle postgresql sqlite',
  'sqlalchemy.dialects.mssql': 'aioodbc base information_schema json pymssql pyodbc',
  'sqlalchemy.dialects.mysql':
    'aiomysql asyncmy base cymysql dml enumerated expression json mariadb mariadbconnector mysqlconnector mysqldb pymysql pyodbc reflection reserved_words types',
  'sqlalchemy.dialects.oracle': 'base cx_oracle dictionary oracledb types vector',
  'sqlalchemy.dialects.postgresql':
    'array asyncpg base dml ext hstore json named_types operators pg8000 pg_catalog psycopg psycopg2 psycopg2cffi ranges types',
  'sqlalchemy.dialects.sqlite': 'aiosqlite base dml json pysqlcipher pysqlite',
  'sqlalchemy.engine':
    '_py_processors _py_row _py_util base characteristics create cursor default events interfaces mock processors reflection result row strategies url util',
  'sqlalchemy.event': 'api attr base legacy registry',
  'sqlalchemy.ext':
    'associationproxy asyncio automap baked compiler declarative horizontal_shard hybrid indexable instrumentation mutable mypy orderinglist serializer',
  'sqlalchemy.ext.asyncio': 'base engine exc result scoping session',
  'sqlalchemy.ext.declarative': 'extensions',
  'sqlalchemy.future': 'engine',
  'sqlalchemy.orm':
    '_orm_constructors _typing attributes base bulk_persistence clsregistry collections context decl_api decl_base dependency descriptor_props dynamic evaluator events exc identity instrumentation interfaces loading mapped_collection mapper path_registry persistence properties query relationships scoping session state state_changes strategies strategy_options sync unitofwork util writeonly',
  'sqlalchemy.pool': 'base events impl',
  'sqlalchemy.sql':
    '_dml_constructors _elements_constructors _orm_types _py_util _selectable_constructors _typing annotation base cache_key coercions compiler crud ddl default_comparator dml elements events expression functions lambdas naming operators roles schema selectable sqltypes traversals type_api util visitors',
  'sqlalchemy.util':
    '_collections _concurrency_py3k _has_cy _py_collections compat concurrency deprecations langhelpers preloaded queue tool_support topological typing',
};

/** Whether a package has this module; undefined where its modules are not known. */
export function hasModule(name: string): boolean | undefined {
  const dot = name.lastIndexOf('.');
  if (dot < 0 || !Object.hasOwn(BELOW, name.slice(0, name.indexOf('.')))) return undefined;
  const parent = name.slice(0, dot);
  return Object.hasOwn(BELOW, parent) && BELOW[parent]!.split(' ').includes(name.slice(dot + 1));
}
