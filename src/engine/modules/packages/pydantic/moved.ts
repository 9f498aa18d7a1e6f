/**
 * Names of pydantic's first version: where they went, and what is said of those that are gone. Answers to: pydantic/_migration.py (behaviour).
 */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { unsimulatedName } from '../../library/unsimulated.ts';
import { unknownName } from '../../unknown.ts';

/** Module and name, and where the warning says that it is now. */
const MOVED: Readonly<Record<string, string>> = {
  'pydantic.utils:version_info': 'pydantic.version:version_info',
  'pydantic.error_wrappers:ValidationError': 'pydantic:ValidationError',
  'pydantic.utils:to_camel': 'pydantic.alias_generators:to_pascal',
  'pydantic.utils:to_lower_camel': 'pydantic.alias_generators:to_camel',
  'pydantic:PyObject': 'pydantic.types:ImportString',
  'pydantic.types:PyObject': 'pydantic.types:ImportString',
  'pydantic.generics:GenericModel': 'pydantic.BaseModel',
};

/** Those that still have their old place: they warn where they are used. */
const KEPT: Readonly<Record<string, string>> = {
  'pydantic.tools': 'schema_of parse_obj_as schema_json_of',
  'pydantic.json': 'pydantic_encoder custom_pydantic_encoder timedelta_isoformat',
  pydantic: 'validate_arguments',
  'pydantic.decorator': 'validate_arguments',
  'pydantic.class_validators': 'validator root_validator',
  'pydantic.config': 'BaseConfig Extra',
};

/** Of those, the ones that are simulated. */
const SIMULATED = new Set('parse_obj_as validator root_validator BaseConfig Extra'.split(' '));

const FROM_V1 =
  'deep_update GetterDict lenient_issubclass lenient_isinstance is_valid_field update_not_none import_string Representation ROOT_KEY ' +
  'smart_deepcopy sequence_like';

const CONSTRAINED =
  'ConstrainedBytes ConstrainedDate ConstrainedDecimal ConstrainedFloat ConstrainedFrozenSet ConstrainedInt ConstrainedList ConstrainedSet ' +
  'ConstrainedStr JsonWrapper NoneBytes NoneStr NoneStrBytes StrBytes';

const GONE: Readonly<Record<string, string>> = {
  pydantic: `${CONSTRAINED} Protocol Required compiled create_model_from_namedtuple create_model_from_typeddict parse_file_as parse_raw_as stricturl validate_model`,
  'pydantic.types': CONSTRAINED,
  'pydantic.config': 'get_config inherit_config prepare_config',
  'pydantic.dataclasses': 'create_pydantic_model_from_dataclass make_dataclass_validator set_validation',
  'pydantic.datetime_parse': 'parse_date parse_datetime parse_duration parse_time',
  'pydantic.error_wrappers': 'ErrorWrapper',
  'pydantic.errors':
    'AnyStrMaxLengthError AnyStrMinLengthError ArbitraryTypeError BoolError BytesError CallableError ClassError ColorError ConfigError ' +
    'DataclassTypeError DateError DateNotInTheFutureError DateNotInThePastError DateTimeError DecimalError DecimalIsNotFiniteError ' +
    'DecimalMaxDigitsError DecimalMaxPlacesError DecimalWholeDigitsError DictError DurationError EmailError EnumError EnumMemberError ' +
    'ExtraError FloatError FrozenSetError FrozenSetMaxLengthError FrozenSetMinLengthError HashableError IPv4AddressError IPv4InterfaceError ' +
    'IPv4NetworkError IPv6AddressError IPv6InterfaceError IPv6NetworkError IPvAnyAddressError IPvAnyInterfaceError IPvAnyNetworkError ' +
    'IntEnumError IntegerError InvalidByteSize InvalidByteSizeUnit InvalidDiscriminator InvalidLengthForBrand JsonError JsonTypeError ' +
    'ListError ListMaxLengthError ListMinLengthError ListUniqueItemsError LuhnValidationError MissingDiscriminator MissingError ' +
    'NoneIsAllowedError NoneIsNotAllowedError NotDigitError NotNoneError NumberNotGeError NumberNotGtError NumberNotLeError NumberNotLtError ' +
    'NumberNotMultipleError PathError PathNotADirectoryError PathNotAFileError PathNotExistsError PatternError PyObjectError ' +
    'PydanticTypeError PydanticValueError SequenceError SetError SetMaxLengthError SetMinLengthError StrError StrRegexError StrictBoolError ' +
    'SubclassError TimeError TupleError TupleLengthError UUIDError UUIDVersionError UrlError UrlExtraError UrlHostError UrlHostTldError ' +
    'UrlPortError UrlSchemeError UrlSchemePermittedError UrlUserInfoError WrongConstantError',
  'pydantic.main': 'validate_model',
  'pydantic.networks': 'stricturl',
  'pydantic.tools': 'parse_file_as parse_raw_as',
  'pydantic.typing':
    'AbstractSetIntStr AnyCallable AnyClassMethod CallableGenerator DictAny DictIntStrAny DictStrAny IntStr ListStr MappingIntStrAny ' +
    'NoArgAnyCallable NoneType ReprArgs SetStr StrPath TupleGenerator WithArgsTypes all_literal_values display_as_type evaluate_forwardref ' +
    'get_all_type_hints get_args get_origin get_sub_types is_callable_type is_classvar is_finalvar is_literal_type is_namedtuple is_new_type ' +
    'is_none_type is_typeddict is_typeddict_special is_union new_type_supertype resolve_annotations typing_base update_field_forward_refs ' +
    'update_model_forward_refs',
  'pydantic.utils':
    'ClassAttribute DUNDER_ATTRIBUTES PyObjectStr ValueItems almost_equal_floats get_discriminator_alias_and_values get_model ' +
    'get_unique_discriminator_alias in_ipython is_valid_identifier path_type validate_field_name',
};

const has = (lists: Readonly<Record<string, string>>, module: string, name: string): boolean =>
  lists[module]?.split(' ').includes(name) === true;

/** A function of pydantic's that says something about a name. */
const say = (call: Interpreter, how: string, ...args: Value[]): Value =>
  call.call(call.importName(`pydantic.main.${how}`), args);

/**
 * What a module answers for a name of the first version.
 * @returns undefined for a name that neither version has
 * @throws PydanticImportError for one that is gone
 */
function nameOfV1(call: Interpreter, module: string, name: string): Value | undefined {
  const path = `${module}:${name}`;
  const moved = MOVED[path];
  if (moved) {
    say(call, '_moved', path, moved);
    return call.importName(moved.replace('pydantic.BaseModel', 'pydantic:BaseModel').replace(':', '.'));
  }
  if (has(KEPT, module, name))
    return SIMULATED.has(name) ? call.importName(`pydantic.main.${name}`) : unknownName(`${module}.${name}`);
  if (module === 'pydantic.utils' && FROM_V1.split(' ').includes(name)) {
    say(call, '_from_v1', path, `pydantic.v1.utils:${name}`);
    return unknownName(`pydantic.v1.utils.${name}`);
  }
  if (path === 'pydantic:FieldValidationInfo') {
    say(call, '_private', name);
    return call.importName('pydantic.main.ValidationInfo');
  }
  if (path === 'pydantic:BaseSettings') say(call, '_settings_moved');
  if (has(GONE, module, name)) say(call, '_gone', path);
  return undefined;
}

/** A module with what is asked of it beside its names. @param names what it has */
export const withV1Names = (module: NativeModule): NativeModule => ({
  ...module,
  getattr: (call, name) =>
    name.startsWith('__')
      ? undefined
      : (unsimulatedName(module.name, name) ?? nameOfV1(call, module.name, name)),
});

/** Modules that hold nothing but such names. */
export const V1_MODULES: readonly NativeModule[] =
  'class_validators datetime_parse decorator env_settings error_wrappers generics json parse schema tools typing utils validators'
    .split(' ')
    .map((part) => withV1Names({ name: `pydantic.${part}`, names: {}, distribution: 'pydantic' }));
