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
  'sqlalchemy.dialects.postgresql': 'Insert MultiRange Range array_agg',
  'sqlalchemy.engine':
    'AdaptedConnection BaseRow ChunkedIteratorResult Compiled CreateEnginePlugin ExceptionContext ExecutionContext FilterResult ' +
    'FrozenResult IteratorResult MergedResult ObjectKind ObjectScope ResultProxy TupleResult TwoPhaseTransaction TypeCompiler',
  'sqlalchemy.sql':
    'ClauseVisitor ColumnCollection LambdaElement SelectLabelStyle Selectable lambda_stmt visitors',
  'sqlalchemy.sql.functions':
    'AnsiFunction ReturnTypeFromArgs aggregate_strings array_agg char_length cube cume_dist current_time current_user dense_rank ' +
    'grouping_sets localtime localtimestamp mode next_value percent_rank percentile_cont percentile_disc rank rollup session_user ' +
    'sysdate user',
  'sqlalchemy.ext.asyncio': 'AsyncTransaction async_session',
  'sqlalchemy.types': 'Variant adapt_type to_instance',
  'sqlalchemy.schema':
    'ColumnCollectionMixin HasConditionalDDL InvokeDDLBase SchemaConst SchemaVisitable SchemaVisitor insert_sentinel',
  'sqlalchemy.orm':
    'AliasOption AppenderQuery AttributeEventToken AttributeEvents AttributeState Bundle CascadeOptions ClassManager Composite ' +
    'CompositeProperty DynamicMapped EXT_CONTINUE EXT_SKIP EXT_STOP FromStatement IdentityMap InspectionAttr InstanceEvents ' +
    'InstanceState InstrumentationEvents InstrumentedAttribute KeyFuncDict Load LoaderCallableStatus LoaderCriteriaOption ' +
    'MANYTOMANY MANYTOONE MappedClassProtocol MappedCollection MappedSQLExpression MapperEvents MapperProperty NO_KEY NO_VALUE ' +
    'NotExtension ONETOMANY ORMDescriptor ORMExecuteState PassiveFlag PropComparator Query QueryContext QueryEvents ' +
    'QueryableAttribute RelationshipDirection RelationshipProperty SQLORMExpression SessionEvents SessionTransaction ' +
    'SessionTransactionOrigin Synonym SynonymProperty UOWTransaction UserDefinedOption WriteOnlyCollection WriteOnlyMapped ' +
    'add_mapped_attribute aliased as_declarative attribute_keyed_dict attribute_mapped_collection class_mapper clear_mappers ' +
    'close_all_sessions column_keyed_dict column_mapped_collection composite contains_alias contains_eager create_session ' +
    'defaultload defer dynamic_loader foreign has_inherited_table immediateload join joinedload keyfunc_mapping lazyload ' +
    'load_only make_transient make_transient_to_detached mapped_collection mapperlib merge_frozen_result merge_result noload ' +
    'object_mapper object_session orm_insert_sentinel outerjoin polymorphic_union query_expression raiseload reconstructor ' +
    'remote scoped_session selectin_polymorphic selectinload subqueryload undefer undefer_group validates was_deleted ' +
    'with_expression with_loader_criteria with_parent with_polymorphic',
};
