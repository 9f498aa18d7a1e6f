/** Settings read from the environment and .env files. Answers to: pydantic_settings 2. */
export const SETTINGS_SOURCE = String.raw`
import json as _json
import os as _os
import typing as _typing
from dotenv import dotenv_values as _dotenv_values
from pydantic import BaseModel as _BaseModel, AliasChoices as _AliasChoices


class SettingsError(ValueError):
    pass


SettingsError.__module__ = "pydantic_settings.exceptions"


class SettingsConfigDict(dict):
    pass


class _Source:
    def __init__(self, settings_cls, **kw):
        self.settings_cls = settings_cls
        self.kw = kw


class PydanticBaseSettingsSource(_Source):
    pass


class EnvSettingsSource(_Source):
    def variables(self):
        return dict(_os.environ)

    def __call__(self):
        return _from_variables(self, self.settings_cls, self.variables(), False)


class DotEnvSettingsSource(_Source):
    def variables(self):
        files = self.kw.get("env_file", self.settings_cls.model_config.get("env_file"))
        found = {}
        if files is None:
            return found
        for file in files if isinstance(files, (list, tuple)) else [files]:
            path = _os.path.expanduser(str(file))
            if _os.path.isfile(path):
                found.update(_dotenv_values(path, encoding=self.settings_cls.model_config.get("env_file_encoding") or "utf8"))
        return found

    def __call__(self):
        return _from_variables(self, self.settings_cls, self.variables(), True)


class InitSettingsSource(_Source):
    def __call__(self):
        return self.kw["init_kwargs"]


class SecretsSettingsSource(_Source):
    def __call__(self):
        return {}


def _is_complex(annotation):
    annotation = _bare(annotation)
    origin = _typing.get_origin(annotation)
    if _is_union(annotation):
        return any(_is_complex(one) for one in _typing.get_args(annotation))
    if origin in (list, dict, set, frozenset, tuple) or annotation in (list, dict, set, frozenset, tuple):
        return True
    return isinstance(annotation, type) and issubclass(annotation, _BaseModel)


class NoDecode:
    pass


class ForceDecode:
    pass


def _decodes(field):
    marks = list(field.metadata) + list(_typing.get_args(field.annotation))
    if any(one is NoDecode or isinstance(one, NoDecode) for one in marks):
        return False
    return _is_complex(field.annotation)


def _bare(annotation):
    return _typing.get_args(annotation)[0] if _typing.get_origin(annotation) is _typing.Annotated else annotation


def _is_union(annotation):
    annotation = _bare(annotation)
    return _typing.get_origin(annotation) is _typing.Union or type(annotation).__name__ == "UnionType"


def _from_variables(source, cls, variables, from_file):
    config = cls.model_config
    fold = (lambda name: name) if config.get("case_sensitive") else (lambda name: name.lower())
    present = {fold(name): value for name, value in variables.items()}
    prefix = config.get("env_prefix") or ""
    delimiter = config.get("env_nested_delimiter")
    found, used = {}, set()
    for name, field in cls.model_fields.items():
        alias = field.validation_alias
        names = [prefix + name] if alias is None else list(alias.choices) if isinstance(alias, _AliasChoices) else [alias]
        legacy = field.extra.get("env")
        if legacy:
            names = [legacy] if isinstance(legacy, str) else list(legacy)
        value = None
        for one in names:
            if fold(one) in present:
                value = present[fold(one)]
                used.add(fold(one))
                break
        if value is not None and config.get("env_ignore_empty") and value == "":
            value = None
        if value is not None and _decodes(field):
            try:
                value = _json.loads(value)
            except ValueError as error:
                if not _is_union(field.annotation):
                    raise SettingsError(
                        'error parsing value for field "%s" from source "%s"' % (name, type(source).__name__)
                    ) from error
        if delimiter and _is_complex(field.annotation):
            start = fold(prefix + name + delimiter)
            nested = {key[len(start):]: one for key, one in present.items() if key.startswith(start)}
            if nested:
                used.update(key for key in present if key.startswith(start))
                value = _merged(value or {}, nested, delimiter)
        if value is not None:
            found[names[0] if alias is not None else name] = value
    if from_file and config.get("extra", "forbid") != "ignore":
        for key, value in present.items():
            if key not in used and key not in found and value is not None and (not prefix or key.startswith(fold(prefix))):
                found[key] = value
    return found


def _merged(into, nested, delimiter):
    made = dict(into)
    for key, value in nested.items():
        place = made
        *above, last = key.split(delimiter)
        for one in above:
            place = place.setdefault(one, {})
        place[last] = value
    return made


class BaseSettings(_BaseModel):
    model_config = {
        "extra": "forbid", "arbitrary_types_allowed": True, "validate_default": True, "case_sensitive": False,
        "env_prefix": "", "env_file": None, "env_file_encoding": None, "env_nested_delimiter": None,
    }

    def __init__(self, /, _env_file=..., _env_file_encoding=None, _env_prefix=None, _case_sensitive=None, _secrets_dir=None, **values):
        cls = type(self)
        given = {} if _env_file is ... else {"env_file": _env_file}
        sources = cls.settings_customise_sources(
            cls,
            InitSettingsSource(cls, init_kwargs=values),
            EnvSettingsSource(cls),
            DotEnvSettingsSource(cls, **given),
            SecretsSettingsSource(cls),
        )
        merged = {}
        for source in reversed(sources):
            merged.update(source())
        super().__init__(**merged)

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings

`;
