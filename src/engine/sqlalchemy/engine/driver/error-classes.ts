/**
 * psycopg2's exception classes by SQLSTATE.
 * Answers to: psycopg2.errors, psycopg2.extensions.
 */

/** Each word is a SQLSTATE and the name of its class; the key is the class it derives from. */
const TABLE: Readonly<Record<string, string>> = {
  DatabaseError:
    '02000NoData 02001NoAdditionalDynamicResultSetsReturned 03000SqlStatementNotYetComplete ' +
    '09000TriggeredActionException 0B000InvalidTransactionInitiation 0F000LocatorException ' +
    '0F001InvalidLocatorSpecification 0L000InvalidGrantor 0LP01InvalidGrantOperation ' +
    '0P000InvalidRoleSpecification 0Z000DiagnosticsException ' +
    '0Z002StackedDiagnosticsAccessedWithoutActiveHandler 10608InvalidArgumentForXquery ' +
    '72000SnapshotTooOld',
  OperationalError:
    '08000ConnectionException 08001SqlclientUnableToEstablishSqlconnection 08003ConnectionDoesNotExist ' +
    '08004SqlserverRejectedEstablishmentOfSqlconnection 08006ConnectionFailure ' +
    '08007TransactionResolutionUnknown 08P01ProtocolViolation 26000InvalidSqlStatementName ' +
    '27000TriggeredDataChangeViolation 28000InvalidAuthorizationSpecification 28P01InvalidPassword ' +
    '34000InvalidCursorName 53000InsufficientResources 53100DiskFull 53200OutOfMemory ' +
    '53300TooManyConnections 53400ConfigurationLimitExceeded 54000ProgramLimitExceeded ' +
    '54001StatementTooComplex 54011TooManyColumns 54023TooManyArguments 55000ObjectNotInPrerequisiteState ' +
    '55006ObjectInUse 55P02CantChangeRuntimeParam 55P03LockNotAvailable 55P04UnsafeNewEnumValueUsage ' +
    '57000OperatorIntervention 57P01AdminShutdown 57P02CrashShutdown 57P03CannotConnectNow ' +
    '57P04DatabaseDropped 57P05IdleSessionTimeout 58000SystemError 58030IoError 58P01UndefinedFile ' +
    '58P02DuplicateFile 58P03FileNameTooLong HV000FdwError HV001FdwOutOfMemory ' +
    'HV002FdwDynamicParameterValueNeeded HV004FdwInvalidDataType HV005FdwColumnNameNotFound ' +
    'HV006FdwInvalidDataTypeDescriptors HV007FdwInvalidColumnName HV008FdwInvalidColumnNumber ' +
    'HV009FdwInvalidUseOfNullPointer HV00AFdwInvalidStringFormat HV00BFdwInvalidHandle ' +
    'HV00CFdwInvalidOptionIndex HV00DFdwInvalidOptionName HV00JFdwOptionNameNotFound HV00KFdwReplyHandle ' +
    'HV00LFdwUnableToCreateExecution HV00MFdwUnableToCreateReply HV00NFdwUnableToEstablishConnection ' +
    'HV00PFdwNoSchemas HV00QFdwSchemaNotFound HV00RFdwTableNotFound HV010FdwFunctionSequenceError ' +
    'HV014FdwTooManyHandles HV021FdwInconsistentDescriptorInformation HV024FdwInvalidAttributeValue ' +
    'HV090FdwInvalidStringLengthOrBufferLength HV091FdwInvalidDescriptorFieldIdentifier',
  NotSupportedError: '0A000FeatureNotSupported',
  ProgrammingError:
    '20000CaseNotFound 21000CardinalityViolation 3D000InvalidCatalogName 3F000InvalidSchemaName ' +
    '42000SyntaxErrorOrAccessRuleViolation 42501InsufficientPrivilege 42601SyntaxError 42602InvalidName ' +
    '42611InvalidColumnDefinition 42622NameTooLong 42701DuplicateColumn 42702AmbiguousColumn ' +
    '42703UndefinedColumn 42704UndefinedObject 42710DuplicateObject 42712DuplicateAlias ' +
    '42723DuplicateFunction 42725AmbiguousFunction 42803GroupingError 42804DatatypeMismatch ' +
    '42809WrongObjectType 42830InvalidForeignKey 42846CannotCoerce 42883UndefinedFunction ' +
    '428C9GeneratedAlways 42939ReservedName 42P01UndefinedTable 42P02UndefinedParameter ' +
    '42P03DuplicateCursor 42P04DuplicateDatabase 42P05DuplicatePreparedStatement 42P06DuplicateSchema ' +
    '42P07DuplicateTable 42P08AmbiguousParameter 42P09AmbiguousAlias 42P10InvalidColumnReference ' +
    '42P11InvalidCursorDefinition 42P12InvalidDatabaseDefinition 42P13InvalidFunctionDefinition ' +
    '42P14InvalidPreparedStatementDefinition 42P15InvalidSchemaDefinition 42P16InvalidTableDefinition ' +
    '42P17InvalidObjectDefinition 42P18IndeterminateDatatype 42P19InvalidRecursion 42P20WindowingError ' +
    '42P21CollationMismatch 42P22IndeterminateCollation 44000WithCheckOptionViolation',
  DataError:
    '22000DataException 22001StringDataRightTruncation 22002NullValueNoIndicatorParameter ' +
    '22003NumericValueOutOfRange 22004NullValueNotAllowed 22005ErrorInAssignment ' +
    '22007InvalidDatetimeFormat 22008DatetimeFieldOverflow 22009InvalidTimeZoneDisplacementValue ' +
    '2200BEscapeCharacterConflict 2200CInvalidUseOfEscapeCharacter 2200DInvalidEscapeOctet ' +
    '2200FZeroLengthCharacterString 2200GMostSpecificTypeMismatch 2200HSequenceGeneratorLimitExceeded ' +
    '2200LNotAnXmlDocument 2200MInvalidXmlDocument 2200NInvalidXmlContent 2200SInvalidXmlComment ' +
    '2200TInvalidXmlProcessingInstruction 22010InvalidIndicatorParameterValue 22011SubstringError ' +
    '22012DivisionByZero 22013InvalidPrecedingOrFollowingSize 22014InvalidArgumentForNtileFunction ' +
    '22015IntervalFieldOverflow 22016InvalidArgumentForNthValueFunction 22018InvalidCharacterValueForCast ' +
    '22019InvalidEscapeCharacter 2201BInvalidRegularExpression 2201EInvalidArgumentForLogarithm ' +
    '2201FInvalidArgumentForPowerFunction 2201GInvalidArgumentForWidthBucketFunction ' +
    '2201WInvalidRowCountInLimitClause 2201XInvalidRowCountInResultOffsetClause ' +
    '22021CharacterNotInRepertoire 22022IndicatorOverflow 22023InvalidParameterValue ' +
    '22024UnterminatedCString 22025InvalidEscapeSequence 22026StringDataLengthMismatch 22027TrimError ' +
    '2202EArraySubscriptError 2202GInvalidTablesampleRepeat 2202HInvalidTablesampleArgument ' +
    '22030DuplicateJsonObjectKeyValue 22031InvalidArgumentForSqlJsonDatetimeFunction 22032InvalidJsonText ' +
    '22033InvalidSqlJsonSubscript 22034MoreThanOneSqlJsonItem 22035NoSqlJsonItem ' +
    '22036NonNumericSqlJsonItem 22037NonUniqueKeysInAJsonObject 22038SingletonSqlJsonItemRequired ' +
    '22039SqlJsonArrayNotFound 2203ASqlJsonMemberNotFound 2203BSqlJsonNumberNotFound ' +
    '2203CSqlJsonObjectNotFound 2203DTooManyJsonArrayElements 2203ETooManyJsonObjectMembers ' +
    '2203FSqlJsonScalarRequired 2203GSqlJsonItemCannotBeCastToTargetType 22P01FloatingPointException ' +
    '22P02InvalidTextRepresentation 22P03InvalidBinaryRepresentation 22P04BadCopyFileFormat ' +
    '22P05UntranslatableCharacter 22P06NonstandardUseOfEscapeCharacter',
  IntegrityError:
    '23000IntegrityConstraintViolation 23001RestrictViolation 23502NotNullViolation ' +
    '23503ForeignKeyViolation 23505UniqueViolation 23514CheckViolation 23P01ExclusionViolation',
  InternalError:
    '24000InvalidCursorState 25000InvalidTransactionState 25001ActiveSqlTransaction ' +
    '25002BranchTransactionAlreadyActive 25003InappropriateAccessModeForBranchTransaction ' +
    '25004InappropriateIsolationLevelForBranchTransaction 25005NoActiveSqlTransactionForBranchTransaction ' +
    '25006ReadOnlySqlTransaction 25007SchemaAndDataStatementMixingNotSupported ' +
    '25008HeldCursorRequiresSameIsolationLevel 25P01NoActiveSqlTransaction 25P02InFailedSqlTransaction ' +
    '25P03IdleInTransactionSessionTimeout 25P04TransactionTimeout ' +
    '2B000DependentPrivilegeDescriptorsStillExist 2BP01DependentObjectsStillExist ' +
    '2D000InvalidTransactionTermination 2F000SqlRoutineException 2F002ModifyingSqlDataNotPermitted ' +
    '2F003ProhibitedSqlStatementAttempted 2F004ReadingSqlDataNotPermitted ' +
    '2F005FunctionExecutedNoReturnStatement 38000ExternalRoutineException 38001ContainingSqlNotPermitted ' +
    '38002ModifyingSqlDataNotPermittedExt 38003ProhibitedSqlStatementAttemptedExt ' +
    '38004ReadingSqlDataNotPermittedExt 39000ExternalRoutineInvocationException ' +
    '39001InvalidSqlstateReturned 39004NullValueNotAllowedExt 39P01TriggerProtocolViolated ' +
    '39P02SrfProtocolViolated 39P03EventTriggerProtocolViolated 3B000SavepointException ' +
    '3B001InvalidSavepointSpecification F0000ConfigFileError F0001LockFileExists P0000PlpgsqlError ' +
    'P0001RaiseException P0002NoDataFound P0003TooManyRows P0004AssertFailure XX000InternalError_ ' +
    'XX001DataCorrupted XX002IndexCorrupted',
  TransactionRollbackError:
    '40000TransactionRollback 40001SerializationFailure 40002TransactionIntegrityConstraintViolation ' +
    '40003StatementCompletionUnknown 40P01DeadlockDetected',
  QueryCanceledError: '57014QueryCanceled',
};

/** What stands between these and DatabaseError. */
export const BASES: Readonly<Record<string, string>> = {
  Warning: 'builtins.Exception',
  Error: 'builtins.Exception',
  InterfaceError: 'psycopg2.Error',
  DatabaseError: 'psycopg2.Error',
  DataError: 'psycopg2.DatabaseError',
  OperationalError: 'psycopg2.DatabaseError',
  IntegrityError: 'psycopg2.DatabaseError',
  InternalError: 'psycopg2.DatabaseError',
  ProgrammingError: 'psycopg2.DatabaseError',
  NotSupportedError: 'psycopg2.DatabaseError',
  QueryCanceledError: 'psycopg2.OperationalError',
  TransactionRollbackError: 'psycopg2.OperationalError',
};

export interface DriverErrorClass {
  readonly sqlstate: string;
  /** In psycopg2.errors. */
  readonly name: string;
  /** The class of psycopg2 or psycopg2.extensions that it derives from. */
  readonly base: string;
}

let table: ReadonlyMap<string, DriverErrorClass> | undefined;

/** All of them, by SQLSTATE. */
export function errorClasses(): ReadonlyMap<string, DriverErrorClass> {
  table ??= new Map(
    Object.entries(TABLE).flatMap(([base, words]) =>
      words.split(' ').map((word) => {
        const sqlstate = word.slice(0, 5);
        return [sqlstate, { sqlstate, name: word.slice(5), base }] as const;
      }),
    ),
  );
  return table;
}

/** Where psycopg2 knows a SQLSTATE only by its class, the general exception of that class. */
export function generalClass(sqlstate: string): string {
  const first = sqlstate.slice(0, 2);
  if (first === '0A') return 'NotSupportedError';
  if (['20', '21', '3D', '3F', '42', '44'].includes(first)) return 'ProgrammingError';
  if (first === '22') return 'DataError';
  if (first === '23') return 'IntegrityError';
  if (['24', '25', '2B', '2D', '2F', '38', '39', '3B', 'F0', 'P0', 'XX'].includes(first))
    return 'InternalError';
  if (['08', '26', '27', '28', '34', '53', '54', '55', '57', '58', 'HV'].includes(first))
    return 'OperationalError';
  if (first === '40') return 'TransactionRollbackError';
  return 'DatabaseError';
}
