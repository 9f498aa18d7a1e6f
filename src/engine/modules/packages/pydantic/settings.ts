/** Settings read from the environment and .env files. Answers to: pydantic_settings 2. */
export const SETTINGS_SOURCE = String.raw`
import json as _json
import os as _os
import pathlib as _pathlib
import tomllib as _tomllib
import typing as _typing
from dotenv import dotenv_values as _dotenv_values
from pydantic import BaseModel as _BaseModel, AliasChoices as _AliasChoices


class SettingsError(ValueError):
    pass


SettingsError.__module__ = "pydantic_settings.exceptions"


class SettingsConfigDict(dict):
    pass


class PydanticBaseSettingsSource:
    def __init__(self, settings_cls, **kw):
        self.settings_cls = settings_cls
        self.config = {**settings_cls.model_config, **{name: value for name, value in kw.items() if value is not None}}
        self.kw = kw
        self.current_state = {}
        self.settings_sources_data = {}

    def get_field_value(self, field, field_name):
        raise NotImplementedError

    def field_is_complex(self, field):
        return _decodes(field)

    def decode_complex_value(self, field_name, field, value):
        return _json.loads(value)

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if value is not None and (value_is_complex or self.field_is_complex(field)):
            return self.decode_complex_value(field_name, field, value)
        return value


class EnvSettingsSource(PydanticBaseSettingsSource):
    def variables(self):
        return dict(_os.environ)

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if value is None or not (value_is_complex or self.field_is_complex(field)):
            return value
        try:
            return self.decode_complex_value(field_name, field, value)
        except ValueError:
            if _is_union(field.annotation):
                return value
            raise

    def __call__(self):
        return _from_variables(self, self.settings_cls, self.variables(), False)


class DotEnvSettingsSource(EnvSettingsSource):
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


class InitSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, init_kwargs, **kw):
        super().__init__(settings_cls, **kw)
        self.init_kwargs = init_kwargs

    def __call__(self):
        return self.init_kwargs


class SecretsSettingsSource(EnvSettingsSource):
    def __call__(self):
        return {}


class DefaultSettingsSource(PydanticBaseSettingsSource):
    def __call__(self):
        return {}


_DEFAULT_PATH = _pathlib.Path("")


class _FileSource(InitSettingsSource):
    """Settings that stand in files: those that are there, the later over the earlier."""

    def __init__(self, settings_cls, files, encoding=None):
        if files == _DEFAULT_PATH:
            files = settings_cls.model_config.get(self._key)
        self.encoding = encoding or settings_cls.model_config.get(self._key + "_encoding")
        found = {}
        for file in [files] if isinstance(files, (str, _os.PathLike)) else files or []:
            path = _pathlib.Path(file).expanduser()
            if path.is_file():
                found.update(self._read_file(path) or {})
        super().__init__(settings_cls, found)


class JsonConfigSettingsSource(_FileSource):
    _key = "json_file"

    def __init__(self, settings_cls, json_file=_DEFAULT_PATH, json_file_encoding=None, **kw):
        super().__init__(settings_cls, json_file, json_file_encoding)

    def _read_file(self, path):
        return _json.loads(path.read_text(encoding=self.encoding))


class TomlConfigSettingsSource(_FileSource):
    _key = "toml_file"

    def __init__(self, settings_cls, toml_file=_DEFAULT_PATH, **kw):
        super().__init__(settings_cls, toml_file)

    def _read_file(self, path):
        return _tomllib.loads(path.read_text())


class YamlConfigSettingsSource(_FileSource):
    _key = "yaml_file"

    def __init__(self, settings_cls, yaml_file=_DEFAULT_PATH, yaml_file_encoding=None, yaml_config_section=None, **kw):
        super().__init__(settings_cls, yaml_file, yaml_file_encoding)

    def _read_file(self, path):
        try:
            import yaml
        except ImportError as error:
            raise ImportError("PyYAML is not installed, run ${'`'}pip install pydantic-settings[yaml]${'`'}") from error
        return yaml.safe_load(path.read_text(encoding=self.encoding))


class PyprojectTomlConfigSettingsSource(TomlConfigSettingsSource):
    def __init__(self, settings_cls, toml_file=None, **kw):
        depth = settings_cls.model_config.get("pyproject_toml_depth", 0)
        here = _pathlib.Path.cwd()
        above = [here, *here.parents][: depth + 1]
        found = next((one / "pyproject.toml" for one in above if (one / "pyproject.toml").is_file()), here / "pyproject.toml")
        super().__init__(settings_cls, toml_file or found)
        for name in settings_cls.model_config.get("pyproject_toml_table_header", ("tool", "pydantic-settings")):
            self.init_kwargs = self.init_kwargs.get(name, {})


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
    config = source.config
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
        try:
            value = source.prepare_field_value(name, field, value, False)
        except ValueError as error:
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

`.replaceAll("${'`'}", '`');
