/** Applications, blueprints and the context. Answers to: flask/{app,blueprints,ctx,globals,config}.py. */
export const FLASK_SOURCE = String.raw`
import json as _json
import os as _os
from werkzeug.exceptions import abort
from werkzeug.local import LocalProxy as _LocalProxy

_contexts = []

_OUTSIDE_APPLICATION = (
    "Working outside of application context.\n\nThis typically means that you attempted to use functionality that needed\n"
    "the current application. To solve this, set up an application context\n"
    "with app.app_context(). See the documentation for more information."
)
_OUTSIDE_REQUEST = (
    "Working outside of request context.\n\nThis typically means that you attempted to use functionality that needed\n"
    "an active HTTP request. Consult the documentation on testing for\ninformation about how to avoid this problem."
)


def _current_app():
    if not _contexts:
        raise RuntimeError(_OUTSIDE_APPLICATION)
    return _contexts[-1].app


def _current_g():
    if not _contexts:
        raise RuntimeError(_OUTSIDE_APPLICATION)
    return _contexts[-1].g


def _no_request():
    raise RuntimeError(_OUTSIDE_REQUEST)


current_app = _LocalProxy(_current_app)
g = _LocalProxy(_current_g)
request = _LocalProxy(_no_request)
session = _LocalProxy(_no_request)


def has_app_context():
    return bool(_contexts)


def has_request_context():
    return False


class _Globals:
    def get(self, name, default=None):
        return self.__dict__.get(name, default)


class AppContext:
    def __init__(self, app):
        self.app = app
        self.g = _Globals()

    def push(self):
        _contexts.append(self)

    def pop(self, exc=None):
        _contexts.remove(self)

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, type_, value, traceback):
        self.pop()


class Config(dict):
    def __init__(self, root_path=None, defaults=None):
        dict.__init__(self, defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            from werkzeug.utils import import_string

            obj = import_string(obj)
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kwargs):
        for key, value in {**(mapping or {}), **kwargs}.items():
            if key.isupper():
                self[key] = value
        return True

    def from_envvar(self, variable_name, silent=False):
        if not _os.environ.get(variable_name):
            if silent:
                return False
            raise RuntimeError(
                "The environment variable %r is not set and as such configuration could not be loaded. Set this variable and make it point to a configuration file"
                % variable_name
            )
        return self.from_pyfile(_os.environ[variable_name], silent=silent)

    def from_pyfile(self, filename, silent=False):
        path = _os.path.join(self.root_path or _os.getcwd(), filename)
        if silent and not _os.path.isfile(path):
            return False
        namespace = {"__file__": path}
        with open(path) as file:
            exec(file.read(), namespace)
        return self.from_mapping(namespace)

    def from_prefixed_env(self, prefix="FLASK", *, loads=_json.loads):
        for key in sorted(_os.environ):
            if key.startswith(prefix + "_"):
                try:
                    self[key[len(prefix) + 1:]] = loads(_os.environ[key])
                except ValueError:
                    self[key[len(prefix) + 1:]] = _os.environ[key]
        return True


class _Scaffold:
    def route(self, rule, **options):
        def decorate(function):
            self.view_functions[options.get("endpoint") or function.__name__] = function
            return function

        return decorate

    get = post = put = patch = delete = route

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        self.view_functions[endpoint or view_func.__name__] = view_func

    def _kept(self, function=None, *args, **kw):
        return function

    before_request = after_request = teardown_request = context_processor = teardown_appcontext = shell_context_processor = _kept
    before_first_request = url_value_preprocessor = before_app_request = after_app_request = _kept

    def errorhandler(self, code_or_exception):
        return lambda function: function

    app_errorhandler = template_filter = template_global = errorhandler

    def register_error_handler(self, code_or_exception, f):
        pass


class _Commands:
    def command(self, *args, **kw):
        return lambda function: function

    def group(self, *args, **kw):
        return lambda function: self

    def add_command(self, *args, **kw):
        pass


class Blueprint(_Scaffold):
    def __init__(self, name, import_name, **options):
        self.name = name
        self.import_name = import_name
        self.url_prefix = options.get("url_prefix")
        self.view_functions = {}
        self.cli = _Commands()

    def register_blueprint(self, blueprint, **options):
        pass

    def __repr__(self):
        return "<Blueprint %r>" % self.name


class Flask(_Scaffold):
    def __init__(self, import_name, static_url_path=None, static_folder="static", template_folder="templates",
                 instance_path=None, instance_relative_config=False, root_path=None, **options):
        self.import_name = import_name
        self.name = "main" if import_name == "__main__" else import_name
        self.root_path = root_path or _os.getcwd()
        self.instance_path = instance_path or _os.path.join(self.root_path, "instance")
        base = self.instance_path if instance_relative_config else self.root_path
        self.config = Config(base, {"DEBUG": False, "TESTING": False, "SECRET_KEY": None})
        self.extensions = {}
        self.blueprints = {}
        self.view_functions = {}
        self.cli = _Commands()
        self.jinja_env = _Globals()
        from flask.json.provider import DefaultJSONProvider
        self.json = DefaultJSONProvider(self)
        import logging
        self.logger = logging.getLogger(self.name)

    @property
    def debug(self):
        return self.config["DEBUG"]

    @debug.setter
    def debug(self, value):
        self.config["DEBUG"] = value

    @property
    def secret_key(self):
        return self.config["SECRET_KEY"]

    @secret_key.setter
    def secret_key(self, value):
        self.config["SECRET_KEY"] = value

    def app_context(self):
        return AppContext(self)

    def wsgi_app(self, environ, start_response):
        raise RuntimeError(_OUTSIDE_REQUEST)

    def register_blueprint(self, blueprint, **options):
        self.blueprints[options.get("name") or blueprint.name] = blueprint

    def __repr__(self):
        return "<Flask %r>" % self.name
`;

/** What an application writes JSON with. Answers to: flask/json/provider.py. */
export const JSON_SOURCE = String.raw`
import datetime as _datetime
import decimal as _decimal
import json as _json
import uuid as _uuid


class JSONProvider:
    def __init__(self, app):
        self._app = app

    def dumps(self, obj, **kwargs):
        raise NotImplementedError

    def dump(self, obj, fp, **kwargs):
        fp.write(self.dumps(obj, **kwargs))

    def loads(self, s, **kwargs):
        raise NotImplementedError

    def load(self, fp, **kwargs):
        return self.loads(fp.read(), **kwargs)


def _default(value):
    if isinstance(value, _datetime.date):
        return _http_date(value)
    if isinstance(value, (_decimal.Decimal, _uuid.UUID)):
        return str(value)
    if hasattr(value, "__html__"):
        return str(value.__html__())
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


class DefaultJSONProvider(JSONProvider):
    default = staticmethod(_default)
    ensure_ascii = True
    sort_keys = True
    compact = None
    mimetype = "application/json"

    def dumps(self, obj, **kwargs):
        kwargs.setdefault("default", self.default)
        kwargs.setdefault("ensure_ascii", self.ensure_ascii)
        kwargs.setdefault("sort_keys", self.sort_keys)
        return _json.dumps(obj, **kwargs)

    def loads(self, s, **kwargs):
        return _json.loads(s, **kwargs)


def _http_date(value):
    if not isinstance(value, _datetime.datetime):
        value = _datetime.datetime(value.year, value.month, value.day)
    return value.strftime("%a, %d %b %Y %H:%M:%S GMT")
`;
