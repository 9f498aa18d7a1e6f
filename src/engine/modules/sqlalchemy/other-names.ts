/**
 * Names that modules of SQLAlchemy have, but that are not simulated. They can be imported and are found by "Did you mean";
 * using one fails by name.
 */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  sqlalchemy:
    'AdaptedConnection AliasedReturnsRows AsyncAdaptedQueuePool BaseRow BindTyping CacheKey ChunkedIteratorResult ClauseList ' +
    'CollectionAggregate ColumnCollection Compiled CreateEnginePlugin ExceptionContext ' +
    'ExecutionContext FallbackAsyncAdaptedQueuePool FromGrouping FrozenResult GenerativeSelect HasCTE HasPrefixes HasSuffixes ' +
    'IteratorResult LambdaElement MergedResult NotNullable Nullable Operators PoolProxiedConnection PoolResetState ' +
    'ReleaseSavepointClause ResultProxy ReturnsRows RollbackToSavepointClause SavepointClause ' +
    'SelectLabelStyle Selectable StatementLambdaElement TableValuedAlias TextAsFrom TryCast TwoPhaseTransaction TypeClause ' +
    'TypeCompiler UpdateBase ValuesBase Visitable create_pool_from_url custom_op insert_sentinel lambda_stmt result_tuple',
  'sqlalchemy.dialects.postgresql': 'Insert array_agg',
  'sqlalchemy.engine':
    'AdaptedConnection BaseRow ChunkedIteratorResult Compiled CreateEnginePlugin ExceptionContext ExecutionContext FilterResult ' +
    'FrozenResult IteratorResult MergedResult ObjectKind ObjectScope ResultProxy TupleResult TwoPhaseTransaction TypeCompiler',
  'sqlalchemy.sql':
    'ClauseVisitor ColumnCollection LambdaElement SelectLabelStyle Selectable lambda_stmt visitors COLLECT_CARTESIAN_PRODUCTS FROM_LINTING NO_LINTING NotNullable Nullable StatementLambdaElement WARN_LINTING',
  'sqlalchemy.sql.functions':
    'AnsiFunction ReturnTypeFromArgs aggregate_strings array_agg char_length cube cume_dist current_time current_user dense_rank grouping_sets localtime localtimestamp mode next_value percent_rank percentile_cont percentile_disc rank rollup session_user sysdate user OrderedSetAgg ReturnTypeFromOptionalArgs ScalarFunctionColumn register_function FunctionAsBinary',
  'sqlalchemy.ext.asyncio': 'async_session',
  'sqlalchemy.types': 'Variant adapt_type to_instance',
  'sqlalchemy.schema':
    'ColumnCollectionMixin HasConditionalDDL InvokeDDLBase SchemaConst SchemaVisitable SchemaVisitor insert_sentinel',
  'sqlalchemy.orm':
    'AliasOption AppenderQuery AttributeEventToken AttributeEvents AttributeState Bundle CascadeOptions ClassManager Composite CompositeProperty DynamicMapped EXT_CONTINUE EXT_SKIP EXT_STOP FromStatement IdentityMap InspectionAttr InstanceEvents InstanceState InstrumentationEvents InstrumentedAttribute KeyFuncDict Load LoaderCallableStatus LoaderCriteriaOption MANYTOMANY MANYTOONE MappedClassProtocol MappedCollection MappedSQLExpression MapperEvents MapperProperty NO_KEY NO_VALUE NotExtension ONETOMANY ORMDescriptor ORMExecuteState PassiveFlag PropComparator Query QueryContext QueryEvents QueryableAttribute RelationshipDirection RelationshipProperty SQLORMExpression SessionEvents SessionTransaction SessionTransactionOrigin Synonym SynonymProperty UOWTransaction UserDefinedOption WriteOnlyCollection WriteOnlyMapped add_mapped_attribute aliased as_declarative attribute_keyed_dict attribute_mapped_collection class_mapper clear_mappers close_all_sessions column_keyed_dict column_mapped_collection composite contains_alias contains_eager create_session defaultload defer dynamic_loader foreign has_inherited_table immediateload join joinedload keyfunc_mapping lazyload load_only make_transient make_transient_to_detached mapped_collection mapperlib merge_frozen_result merge_result noload object_mapper object_session orm_insert_sentinel outerjoin polymorphic_union raiseload reconstructor remote scoped_session selectin_polymorphic selectinload subqueryload undefer undefer_group validates was_deleted with_expression with_loader_criteria with_parent with_polymorphic InspectionAttrExtensionType InspectionAttrInfo QueryPropertyDescriptor mapped_as_dataclass mapper synonym_for',
  'sqlalchemy.dialects': 'plugins',
  'sqlalchemy.dialects.mssql': 'dialect try_cast',
  'sqlalchemy.dialects.mysql': 'Insert dialect insert match',
  'sqlalchemy.dialects.oracle': 'NVARCHAR2 VECTOR dialect',
  'sqlalchemy.dialects.postgresql.array': 'All Any array',
  'sqlalchemy.dialects.postgresql.asyncpg':
    'AsyncAdapt_asyncpg_connection AsyncAdapt_asyncpg_cursor AsyncAdapt_asyncpg_dbapi PGExecutionContext_asyncpg',
  'sqlalchemy.dialects.postgresql.base':
    'PGBit PGCidr PGCompiler PGDDLCompiler PGExecutionContext PGIdentifierPreparer PGInet PGInterval PGMacAddr PGTypeCompiler PGUuid RESERVED_WORDS ReflectedNamedType ReflectedDomainConstraint ReflectedDomain ReflectedEnum PGReadOnlyConnectionCharacteristic PGDeferrableConnectionCharacteristic',
  'sqlalchemy.dialects.postgresql.json': 'JSONPathType',
  'sqlalchemy.dialects.postgresql.psycopg2':
    'EXECUTEMANY_VALUES PGExecutionContext_psycopg2 PGIdentifierPreparer_psycopg2',
  'sqlalchemy.dialects.sqlite': 'Insert dialect insert',
  'sqlalchemy.engine.base':
    'ConnectionEventsTarget ExceptionContext ExecutionContext OptionEngine TwoPhaseTransaction ExceptionContextImpl OptionEngineMixin',
  'sqlalchemy.engine.cursor': 'CursorFetchStrategy CursorResultMetaData ResultProxy',
  'sqlalchemy.engine.default':
    'Connection DefaultExecutionContext Dialect ExecutionContext StrCompileDialect',
  'sqlalchemy.engine.interfaces':
    'AdaptedConnection BindTyping Compiled CreateEnginePlugin DBAPIConnection DBAPICursor DBAPIType ExceptionContext ExecutionContext IsolationLevel ReflectedCheckConstraint ReflectedColumn ReflectedComputed ReflectedForeignKeyConstraint ReflectedIdentity ReflectedIndex ReflectedPrimaryKeyConstraint ReflectedTableComment ReflectedUniqueConstraint SchemaTranslateMapType TypeCompiler CacheStats ExecuteStyle DBAPIModule ReflectedConstraint ConnectionEventsTarget Connectable',
  'sqlalchemy.engine.reflection': 'ObjectKind ObjectScope ReflectionDefaults cache flexi_cache',
  'sqlalchemy.engine.result':
    'ChunkedIteratorResult FilterResult FrozenResult IteratorResult MergedResult ResultInternal TupleResult ResultMetaData RMKeyView SimpleResultMetaData result_tuple null_result',
  'sqlalchemy.event': 'CANCEL Events NO_RETVAL dispatcher registry',
  'sqlalchemy.events': 'ConnectionEvents DDLEvents DialectEvents PoolEvents PoolResetState SchemaEventTarget',
  'sqlalchemy.ext.associationproxy':
    'AssociationProxyExtensionType ColumnAssociationProxyInstance ObjectAssociationProxyInstance AmbiguousAssociationProxyInstance',
  'sqlalchemy.ext.automap':
    'PythonNameForTableType NameForScalarRelationshipType NameForCollectionRelationshipType GenerateRelationshipType',
  'sqlalchemy.ext.declarative': 'synonym_for',
  'sqlalchemy.ext.hybrid': 'ExprComparator HybridExtensionType',
  'sqlalchemy.ext.indexable': 'index_property',
  'sqlalchemy.inspection': 'Inspectable',
  'sqlalchemy.orm.attributes':
    'ATTR_EMPTY AttributeEvent AttributeEventToken AttributeImpl CollectionAttributeImpl Event NEVER_SET NO_VALUE PASSIVE_NO_INITIALIZE PASSIVE_OFF ScalarAttributeImpl ScalarObjectAttributeImpl AdHocHasEntityNamespace create_proxied_attribute HasCollectionAdapter backref_listeners History get_history get_state_history has_parent register_attribute register_attribute_impl register_descriptor unregister_attribute init_collection init_state_collection set_committed_value set_attribute get_attribute del_attribute flag_dirty',
  'sqlalchemy.orm.base':
    'ATTR_EMPTY EXT_CONTINUE EXT_SKIP EXT_STOP InspectionAttr LoaderCallableStatus MANYTOMANY MANYTOONE NEVER_SET NO_CHANGE NO_VALUE ONETOMANY ORMDescriptor PASSIVE_NO_FETCH PASSIVE_NO_INITIALIZE PASSIVE_OFF PassiveFlag RelationshipDirection SQLCoreOperations attribute_str instance_state instance_str manager_of_class object_state state_str EventConstants InspectionAttrExtensionType NotExtension opt_manager_of_class state_class_str state_attribute_str InspectionAttrInfo SQLORMOperations SQLORMExpression',
  'sqlalchemy.orm.collections':
    'CollectionAdapter InstrumentedDict InstrumentedList InstrumentedSet KeyFuncDict MappedCollection bulk_replace collection collection_adapter column_mapped_collection keyfunc_mapping',
  'sqlalchemy.orm.decl_api':
    'DCTransformDeclarative DeclarativeAttributeIntercept synonym_for add_mapped_attribute RegistryType mapped_as_dataclass',
  'sqlalchemy.orm.events':
    'AttributeEvents InstanceEvents InstrumentationEvents MapperEvents QueryEvents SessionEvents',
  'sqlalchemy.orm.identity': 'IdentityMap WeakInstanceDict',
  'sqlalchemy.orm.instrumentation':
    'ClassManager InstrumentationFactory is_instrumented manager_of_class register_class unregister_class',
  'sqlalchemy.orm.interfaces':
    'EXT_CONTINUE EXT_SKIP EXT_STOP ExecutableOption InspectionAttr InspectionAttrInfo LoaderOption MANYTOMANY MANYTOONE MapperOption ONETOMANY ORMOption PropComparator StrategizedProperty UserDefinedOption ORMStatementRole ORMColumnsClauseRole ORMEntityColumnsClauseRole ORMFromClauseRole ORMColumnDescription CompileStateOption CriteriaOption LoaderStrategy',
  'sqlalchemy.orm.properties':
    'ConcreteInheritedProperty MappedSQLExpression PropComparator StrategizedProperty',
  'sqlalchemy.orm.query':
    'AliasOption AliasedClass BulkDelete BulkUpdate FromStatement QueryContext BulkUD RowReturningQuery',
  'sqlalchemy.orm.relationships': 'JoinCondition MANYTOMANY MANYTOONE ONETOMANY RelationshipDirection',
  'sqlalchemy.orm.scoping': 'QueryPropertyDescriptor ScopedRegistry ThreadLocalRegistry',
  'sqlalchemy.orm.session':
    'IdentityMap InstanceState ORMExecuteState SessionTransactionState UOWTransaction SessionTransactionOrigin make_transient_to_detached',
  'sqlalchemy.orm.state': 'AttributeState InstanceState',
  'sqlalchemy.orm.util':
    'AliasedClass AliasedInsp Bundle CascadeOptions LoaderCriteriaOption polymorphic_union identity_key ORMStatementAdapter ORMAdapter with_parent has_identity was_deleted',
  'sqlalchemy.pool': 'ConnectionPoolEntry ManagesConnection PoolProxiedConnection PoolResetState',
  'sqlalchemy.sql.base':
    'ColumnCollection ColumnSet CompileState DedupeColumnCollection DialectKWArgs Generative HasCompileState ReadOnlyColumnCollection SchemaEventTarget SchemaVisitor Immutable SingletonConstant InPlaceGenerative Options CacheableOptions ExecutableOption SchemaVisitable',
  'sqlalchemy.sql.compiler':
    'Compiled DDLCompiler GenericTypeCompiler RESERVED_WORDS StrSQLCompiler StrSQLTypeCompiler TypeCompiler ResultColumnsEntry ExpandedState InsertmanyvaluesSentinelOpts CompilerState Linting FromLinter ilike_case_insensitive SQLCompiler IdentifierPreparer',
  'sqlalchemy.sql.ddl':
    'CreateConstraint DDLIf InvokeDDLBase SchemaDropper SchemaGenerator DDLIfCallable InvokeCreateDDLBase InvokeDropDDLBase',
  'sqlalchemy.sql.elements':
    'AsBoolean ClauseList CollationClause CollectionAggregate ExpressionClauseList NamedColumn OperatorExpression ReleaseSavepointClause SavepointClause TypeClause WrapsColumnExpression CompilerElement DQLDMLClauseElement CompilerColumnElement SQLCoreOperations KeyedColumnElement TryCast Slice IndexExpression GroupedElement TableValuedColumn RollbackToSavepointClause AnnotatedColumnElement',
  'sqlalchemy.sql.expression':
    'ClauseList CollectionAggregate ColumnCollection FromGrouping GenerativeSelect HasCTE HasPrefixes HasSuffixes LambdaElement ReturnsRows SelectLabelStyle UpdateBase Visitable lambda_stmt AliasedReturnsRows CacheKey ExpressionClauseList Operators ReleaseSavepointClause RollbackToSavepointClause SavepointClause ScalarValues Selectable StatementLambdaElement TableValuedAlias TextAsFrom TryCast TypeClause ValuesBase custom_op',
  'sqlalchemy.sql.operators':
    'OperatorType Operators all_op any_op as_ asc_op between_op bitwise_and_op collate concat_op contains_op custom_op desc_op distinct_op endswith_op exists ilike_op in_op is_ is_comparison is_distinct_from is_false is_not is_not_distinct_from is_true istartswith_op json_getitem_op json_path_getitem_op like_op match_op not_between_op not_ilike_op not_in_op not_like_op nulls_first_op nulls_last_op op regexp_match_op regexp_replace_op startswith_op commutative_op comparison_op from_ function_as_comparison_op istrue isfalse isnot_distinct_from isnot notlike_op notilike_op notbetween_op notin_op not_startswith_op notstartswith_op not_istartswith_op not_endswith_op notendswith_op iendswith_op not_iendswith_op not_contains_op notcontains_op icontains_op not_icontains_op not_regexp_match_op not_match_op notmatch_op comma_op filter_op nullsfirst_op nullslast_op bitwise_xor_op bitwise_or_op bitwise_not_op bitwise_lshift_op bitwise_rshift_op is_commutative is_ordering_modifier is_natural_self_precedent is_boolean mirror is_associative is_order_by_modifier is_precedent',
  'sqlalchemy.sql.schema':
    'CallableColumnDefault ColumnCollectionMixin DEFAULT_NAMING_CONVENTION ScalarElementColumnDefault SchemaConst HasConditionalDDL HasSchemaAttr insert_sentinel ColumnElementColumnDefault IdentityOptions',
  'sqlalchemy.sql.selectable':
    'ClauseList ColumnCollection ForUpdateArg FromGrouping GenerativeSelect HasCTE HasPrefixes HasSuffixes ReturnsRows SelectLabelStyle TableValuedAlias ExecutableReturnsRows TypedReturnsRows Selectable HasHints NamedFromClause NoInit LateralFromClause AliasedReturnsRows FromClauseAlias SelectsRows NamedFromGrouping ScalarValues SelectStatementGrouping CompoundSelectState SelectState TextAsFrom AnnotatedFromClause',
  'sqlalchemy.sql.sqltypes': 'DATETIME_TIMEZONE MATCHTYPE NUMERICTYPE TABLEVALUE Variant',
  'sqlalchemy.sql.type_api':
    'BOOLEANTYPE INTEGERTYPE NULLTYPE NUMERICTYPE STRINGTYPE Variant adapt_type to_instance _T',
  'sqlalchemy.sql.visitors':
    'ClauseVisitor CloningVisitor ExternalTraversal InternalTraversal ReplacingCloningVisitor Visitable cloned_traverse iterate replacement_traverse traverse traverse_using HasTraverseInternals HasTraversalDispatch ExtendedInternalTraversal ExternallyTraversible CloningExternalTraversal ReplacingExternalTraversal Traversible',
  'sqlalchemy.util':
    'FacadeDict IdentitySet LRUCache OrderedIdentitySet OrderedProperties OrderedSet deprecated memoized_instancemethod memoized_property symbol to_list warn warn_deprecated',
  'sqlalchemy.dialects.postgresql.named_types':
    'NamedTypeGenerator NamedTypeDropper EnumGenerator EnumDropper DomainGenerator DomainDropper',
  'sqlalchemy.dialects.postgresql.ranges': 'AbstractSingleRangeImpl AbstractMultiRangeImpl',
  'sqlalchemy.dialects.postgresql.types': 'PGUuid PGInet PGCidr PGMacAddr PGMacAddr8 PGInterval PGBit',
  'sqlalchemy.engine.create': 'create_pool_from_url',
  'sqlalchemy.ext.asyncio.engine': 'create_async_pool_from_url AsyncConnectable',
  'sqlalchemy.ext.asyncio.session': 'async_session',
  'sqlalchemy.orm.exc': 'ConcurrentModificationError',
  'sqlalchemy.pool.base':
    'PoolResetState ResetStyle ManagesConnection ConnectionPoolEntry PoolProxiedConnection',
  'sqlalchemy.sql.dml':
    'DMLState InsertDMLState UpdateDMLState DeleteDMLState UpdateBase ValuesBase ReturningInsert DMLWhereBase ReturningUpdate ReturningDelete',
  'sqlalchemy.sql.naming': 'ConventionDict',
};
