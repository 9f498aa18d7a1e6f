/** Names that packages have and these modules do not: they can be imported and stand in annotations, and using one says that it is not simulated. */

const PYDANTIC =
  'Base64Encoder EncodedBytes EncodedStr EncoderProtocol MISSING NameEmail PaymentCardNumber PydanticErrorCodes PydanticForbiddenQualifier ' +
  'ValidateAs schema_json_of schema_of validate_email';

const SETTINGS =
  'AWSSecretsManagerSettingsSource AWSSystemsManagerSettingsSource AzureKeyVaultSettingsSource CLI_SUPPRESS CliApp CliDualFlag ' +
  'CliExplicitFlag CliImplicitFlag CliMutuallyExclusiveGroup CliPositionalArg CliSettingsSource CliSubCommand CliSuppress CliToggleFlag ' +
  'CliUnknownArgs CliVariadicArg GoogleSecretManagerSettingsSource IncompleteFieldDefinitionWarning NestedSecretsSettingsSource ' +
  'get_subcommand';

const ASYNCPG_ERRORS =
  'UniqueViolationError ForeignKeyViolationError NotNullViolationError CheckViolationError ExclusionViolationError ' +
  'IntegrityConstraintViolationError UndefinedTableError UndefinedColumnError UndefinedObjectError UndefinedFunctionError ' +
  'DuplicateTableError DuplicateColumnError DuplicateObjectError DuplicateDatabaseError DuplicateSchemaError DuplicateFunctionError ' +
  'DeadlockDetectedError SerializationError InsufficientPrivilegeError ConnectionDoesNotExistError InterfaceError InternalClientError ' +
  'TooManyConnectionsError CannotConnectNowError QueryCanceledError LockNotAvailableError DataError InvalidTextRepresentationError ' +
  'StringDataRightTruncationError NumericValueOutOfRangeError SyntaxOrAccessError PostgresSyntaxError ObjectInUseError ' +
  'ConnectionFailureError PostgresConnectionError FeatureNotSupportedError OperatorInterventionError AdminShutdownError ' +
  'InvalidSQLStatementNameError UnsupportedClientFeatureError ClientCannotConnectError InvalidSchemaNameError RaiseError ' +
  'InFailedSQLTransactionError ActiveSQLTransactionError';

/** By module; of those below a package, the ones that programs import from. */
export const PACKAGE_NAMES: Readonly<Record<string, string>> = {
  pydantic: PYDANTIC,
  'pydantic.types': PYDANTIC,
  'pydantic.networks': PYDANTIC,
  'pydantic.fields': `${PYDANTIC} ComputedFieldInfo ModelPrivateAttr`,
  'pydantic.main':
    'IncEx TupleGenerator JsonSchemaMode JsonSchemaValue GenerateJsonSchema DEFAULT_REF_TEMPLATE',
  'pydantic.config': 'ExtraValues JsonEncoder JsonSchemaExtraCallable',
  'pydantic.errors': 'PydanticErrorCodes PydanticErrorMixin PydanticForbiddenQualifier',
  'pydantic.version': 'version_info check_pydantic_core_version parse_mypy_version',
  'pydantic.v1': `${PYDANTIC} BaseSettings PyObject Required stricturl validate_arguments validate_model ConstrainedStr ConstrainedInt ConstrainedFloat NoneStr StrBytes`,
  pydantic_core:
    'ArgsKwargs CoreConfig CoreSchema CoreSchemaType ErrorDetails InitErrorDetails MISSING MultiHostHost PydanticKnownError ' +
    'PydanticSerializationError PydanticSerializationUnexpectedValue SchemaError SchemaSerializer SchemaValidator Some TzInfo core_schema',
  pydantic_settings: SETTINGS,
  'pydantic_settings.sources': SETTINGS,
  'werkzeug.utils':
    'append_slash_redirect environ_property find_modules get_content_type header_property redirect safe_join send_file ' +
    'send_from_directory wrap_file',
  'werkzeug.exceptions': 'Aborter BadHost BadRequestKeyError ClientDisconnected SecurityError',
  'werkzeug.local': 'LocalManager',
  flask_migrate: 'alembic_version Config',
  dotenv: 'get_cli_string load_ipython_extension unset_key',
  sqlmodel:
    'Discriminator Tag LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL',
  'sqlmodel.sql.expression': 'Select SelectOfScalar SelectBase',
  sqlalchemy_utils:
    'Asterisk create_mock_engine instrumented_list json_sql jsonb_sql mock_engine row_to_json',
  'sqlalchemy_utils.functions':
    'create_mock_engine is_auto_assigned_date_column json_sql jsonb_sql make_order_by_deterministic mock_engine non_indexed_foreign_keys',
  'sqlalchemy_utils.types.encrypted.encrypted_type':
    'InvalidCiphertextError DatetimeHandler EncryptionDecryptionBaseEngine',
  asyncpg: `${ASYNCPG_ERRORS} Attribute BitString Box Circle Connection Line LineSegment Path Point Polygon Pool PostgresLogMessage Range Record ServerVersion Type connect create_pool`,
  'asyncpg.exceptions': ASYNCPG_ERRORS,
  psycopg2:
    'BINARY DATETIME Date DateFromTicks NUMBER ROWID STRING Time TimeFromTicks Timestamp TimestampFromTicks',
  'psycopg2.extensions':
    'BINARYARRAY BOOLEAN BYTES Column ConnectionInfo DATE DECIMAL DateFromPy Diagnostics FLOAT INTEGER INTERVAL ISQLQuote Int JSON JSONB ' +
    'LONGINTEGER NoneAdapter Notify POLL_ERROR POLL_OK POLL_READ POLL_WRITE PYDATE PYDATETIME PYDATETIMETZ PYINTERVAL PYTIME STATUS_ASYNC ' +
    'STATUS_SETUP STATUS_SYNC TIME UNICODE UNICODEARRAY Xid adapters binary_types encodings encrypt_password get_wait_callback libpq_version ' +
    'lobject set_wait_callback string_types',
  'psycopg2.extras':
    'CompositeCaster DictConnection LoggingCursor LoggingConnection LogicalReplicationConnection MinTimeLoggingConnection NamedTupleConnection Range ' +
    'RealDictConnection ReplicationCursor UUID_adapter quote_ident register_composite register_inet register_ipaddress register_json',
  typing_extensions:
    'Buffer CapsuleType Doc Format IntVar NoExtraItems Reader Writer Sentinel SupportsComplex TypeForm disjoint_base evaluate_forward_ref ' +
    'get_original_bases get_protocol_members is_protocol type_repr',
};
