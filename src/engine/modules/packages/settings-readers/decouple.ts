/** `decouple`: settings from the environment, .env and settings.ini. Answers to: python-decouple 3.8. */
export const DECOUPLE = String.raw`
import configparser as _configparser
import os as _os

_TRUE = {"y", "yes", "t", "true", "on", "1"}
_FALSE = {"n", "no", "f", "false", "off", "0"}


class UndefinedValueError(Exception):
    pass


class Undefined:
    pass


undefined = Undefined()


def _as_bool(value):
    text = str(value).lower()
    if text not in _TRUE | _FALSE:
        raise ValueError("Invalid truth value: " + text)
    return text in _TRUE


class RepositoryEmpty:
    def __init__(self, source="", encoding="UTF-8"):
        self.data = {}

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        return self.data[key]


class RepositoryEnv(RepositoryEmpty):
    def __init__(self, source, encoding="UTF-8"):
        self.data = {}
        with open(source, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if not line or line.startswith("#") or "=" not in line:
                    continue
                key, value = line.split("=", 1)
                self.data[key.strip()] = _unquoted(value.strip())

    def __contains__(self, key):
        return key in _os.environ or key in self.data


class RepositoryIni(RepositoryEmpty):
    def __init__(self, source, encoding="UTF-8"):
        self.parser = _configparser.ConfigParser()
        with open(source, encoding=encoding) as file:
            self.parser.read_file(file)

    def __contains__(self, key):
        return key in _os.environ or self.parser.has_option("settings", key)

    def __getitem__(self, key):
        try:
            return self.parser.get("settings", key)
        except _configparser.NoOptionError:
            raise KeyError(key)


class Config:
    def __init__(self, repository):
        self.repository = repository

    def get(self, option, default=undefined, cast=undefined):
        if option in _os.environ:
            value = _os.environ[option]
        elif option in self.repository:
            value = self.repository[option]
        elif isinstance(default, Undefined):
            raise UndefinedValueError("%s not found. Declare it as envvar or define a default value." % option)
        else:
            value = default
        if isinstance(cast, Undefined):
            return value
        if cast is bool:
            return value if isinstance(value, bool) else bool(value) and _as_bool(value)
        return cast(value)

    def __call__(self, *args, **kwargs):
        return self.get(*args, **kwargs)


class AutoConfig:
    def __init__(self, search_path=None):
        self.search_path, self.config = search_path, None

    def _found(self, folder):
        for name, kind in (("settings.ini", RepositoryIni), (".env", RepositoryEnv)):
            path = _os.path.join(folder, name)
            if _os.path.isfile(path):
                return kind(path)
        above = _os.path.dirname(folder)
        return self._found(above) if above != folder else RepositoryEmpty()

    def __call__(self, *args, **kwargs):
        if self.config is None:
            folder = self.search_path or _os.path.dirname(_calling_file())
            self.config = Config(self._found(_os.path.abspath(folder)))
        return self.config(*args, **kwargs)


config = AutoConfig()


def _unquoted(text):
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" \t\n\r\x0b\x0c", post_process=list):
        self.cast, self.delimiter, self.strip, self.post_process = cast, delimiter, strip, post_process

    def __call__(self, value):
        parts = [one.strip(self.strip) for one in (value or "").split(self.delimiter)]
        return self.post_process(self.cast(_unquoted(one)) for one in parts if one)


class Choices:
    def __init__(self, flat=None, cast=str, choices=None):
        self.flat, self.cast = list(flat or []), cast
        self._valid_values = [*self.flat, *(value for value, _ in choices or ())]

    def __call__(self, value):
        found = self.cast(value)
        if found not in self._valid_values:
            raise ValueError("Value not in list: %r; valid values are %r" % (value, self._valid_values))
        return found
`;
