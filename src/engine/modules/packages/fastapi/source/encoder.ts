/** `jsonable_encoder`: any value as JSON can hold it. Answers to: fastapi/encoders.py. */
export const ENCODER = String.raw`
import dataclasses as _dataclasses
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import pathlib as _pathlib
import uuid as _uuid
from types import GeneratorType as _GeneratorType

_PLAIN_VALUES = (str, int, float, type(None))


def jsonable_encoder(
    obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False,
    custom_encoder=None, sqlalchemy_safe=True,
):
    rest = dict(
        by_alias=by_alias, exclude_unset=exclude_unset, exclude_defaults=exclude_defaults, exclude_none=exclude_none,
        custom_encoder=custom_encoder, sqlalchemy_safe=sqlalchemy_safe,
    )
    for kind, encode in (custom_encoder or {}).items():
        if isinstance(obj, kind):
            return encode(obj)
    if hasattr(obj, "model_dump"):
        options = dict(by_alias=by_alias, exclude_unset=exclude_unset, exclude_defaults=exclude_defaults, exclude_none=exclude_none)
        return jsonable_encoder(
            obj.model_dump(mode="json", include=include, exclude=exclude, **options), exclude_none=exclude_none, custom_encoder=custom_encoder
        )
    if _dataclasses.is_dataclass(obj):
        return jsonable_encoder(_dataclasses.asdict(obj), include, exclude, **rest)
    if isinstance(obj, _enum.Enum):
        return obj.value
    if isinstance(obj, _PLAIN_VALUES):
        return obj
    if isinstance(obj, dict):
        return _encoded_items(obj, include, exclude, rest)
    if isinstance(obj, (list, set, frozenset, _GeneratorType, tuple)):
        return [jsonable_encoder(one, include, exclude, **rest) for one in obj]
    if _encoded_scalar(obj) is not None:
        return _encoded_scalar(obj)
    return jsonable_encoder(_encoded_attributes(obj), include, exclude, **rest)


def _encoded_items(obj, include, exclude, rest):
    found = {}
    for key, value in obj.items():
        hidden = rest["sqlalchemy_safe"] and isinstance(key, str) and key.startswith("_sa")
        if hidden or value is None and rest["exclude_none"] or include is not None and key not in include or exclude is not None and key in exclude:
            continue
        found[jsonable_encoder(key, **rest)] = jsonable_encoder(value, **rest)
    return found


def _encoded_scalar(obj):
    if isinstance(obj, (_datetime.date, _datetime.time)):
        return obj.isoformat()
    if isinstance(obj, _datetime.timedelta):
        return obj.total_seconds()
    if isinstance(obj, _decimal.Decimal):
        return int(obj) if obj.as_tuple().exponent >= 0 else float(obj)
    if isinstance(obj, bytes):
        return obj.decode()
    return str(obj) if isinstance(obj, (_uuid.UUID, _pathlib.PurePath)) or type(obj).__module__.startswith("pydantic") else None


def _encoded_attributes(obj):
    problems = []
    for read in (dict, vars):
        try:
            return dict(read(obj))
        except Exception as error:
            problems.append(error)
    raise ValueError(problems) from problems[-1]
`;
