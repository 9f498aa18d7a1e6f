/** Small packages that read settings and documents: decouple, environs, toml, yaml, orjson. */
import { nativeFunction } from '../../../python/values/native/native.ts';
import { callingFrame } from '../../library/caller.ts';
import { textPackage } from '../text-package.ts';
import { DECOUPLE } from './decouple.ts';
import { ENVIRONS } from './environs.ts';
import { YAML } from './yaml.ts';

/** The file whose code called the library. */
const callingFile = nativeFunction('_calling_file', '', (call) => callingFrame(call)?.file ?? '');

const TOML = String.raw`
import tomllib as _tomllib


class TomlDecodeError(ValueError):
    pass


def loads(s, *args):
    try:
        return _tomllib.loads(s)
    except _tomllib.TOMLDecodeError as error:
        raise TomlDecodeError(str(error)) from None


def load(f, *args):
    if hasattr(f, "read"):
        return loads(f.read())
    with open(f) as file:
        return loads(file.read())
`;

const TOMLI = String.raw`
import tomllib as _tomllib

TOMLDecodeError = _tomllib.TOMLDecodeError
load = _tomllib.load
loads = _tomllib.loads
`;

const ORJSON = String.raw`
import json as _json

JSONDecodeError = _json.JSONDecodeError
OPT_INDENT_2 = 1
OPT_NAIVE_UTC = 2
OPT_NON_STR_KEYS = 4
OPT_OMIT_MICROSECONDS = 8
OPT_SORT_KEYS = 32
OPT_STRICT_INTEGER = 64
OPT_UTC_Z = 128
OPT_APPEND_NEWLINE = 1024
OPT_SERIALIZE_NUMPY = 16


JSONEncodeError = TypeError


def _plain(value, default):
    import dataclasses
    import datetime
    import enum
    import uuid

    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if dataclasses.is_dataclass(value):
        return dataclasses.asdict(value)
    if default is None:
        raise JSONEncodeError("Type is not JSON serializable: %s" % type(value).__name__)
    return default(value)


def dumps(obj, default=None, option=None):
    option = option or 0
    text = _json.dumps(
        obj, default=lambda value: _plain(value, default), ensure_ascii=False, sort_keys=bool(option & OPT_SORT_KEYS),
        indent=2 if option & OPT_INDENT_2 else None, separators=(",", ": ") if option & OPT_INDENT_2 else (",", ":"),
    )
    return (text + ("\n" if option & OPT_APPEND_NEWLINE else "")).encode()


def loads(obj):
    return _json.loads(obj)
`;

/** Their modules. */
export const SETTINGS_READER_MODULES = [
  ...textPackage('decouple', { decouple: DECOUPLE }, { _calling_file: () => callingFile }),
  ...textPackage('environs', { environs: ENVIRONS }, { _calling_file: () => callingFile }),
  ...textPackage('toml', { toml: TOML }),
  ...textPackage('tomli', { tomli: TOMLI }),
  ...textPackage('yaml', { yaml: YAML }),
  ...textPackage('orjson', { orjson: ORJSON }),
];
