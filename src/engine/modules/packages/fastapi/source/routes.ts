/** Exceptions, parameters, dependencies, routes, the application. Answers to: fastapi/applications.py, routing.py, params.py. */
export const ROUTES = String.raw`
import warnings as _warnings
from http import HTTPStatus as _HTTPStatus
from pydantic import Field as _Field
from pydantic.fields import FieldInfo as _FieldInfo


class HTTPException(Exception):
    def __init__(self, status_code, detail=None, headers=None):
        self.status_code = status_code
        self.detail = _HTTPStatus(status_code).phrase if detail is None else detail
        self.headers = headers

    def __str__(self):
        return "%s: %s" % (self.status_code, self.detail)

    def __repr__(self):
        return "HTTPException(status_code=%r, detail=%r)" % (self.status_code, self.detail)


class RequestValidationError(Exception):
    def __init__(self, errors, *, body=None):
        self._errors = errors
        self.body = body

    def errors(self):
        return self._errors


class WebSocketDisconnect(Exception):
    pass


class APIRoute:
    def __init__(self, path, endpoint, methods=None, name=None, response_model=..., status_code=None, **kw):
        self.path = path
        self.endpoint = endpoint
        self.name = name or endpoint.__name__
        self.methods = set(methods or ["GET"])
        self.status_code = status_code
        self.response_model = getattr(endpoint, "__annotations__", {}).get("return") if response_model is ... else response_model


class FastAPIDeprecationWarning(UserWarning):
    __module__ = "fastapi.exceptions"


class _Parameter(_FieldInfo):
    pass


def _parameter(name):
    def make(default=..., **kw):
        for old, new in (("example", "examples"), ("regex", "pattern")):
            if kw.get(old) is not None:
                message = "${'`'}%s${'`'} has been deprecated, please use ${'`'}%s${'`'} instead" % (old, new)
                _warnings.warn(message, category=FastAPIDeprecationWarning, stacklevel=2)
        found = _Parameter(default)
        found.alias = kw.get("alias")
        return found

    make.__name__ = make.__qualname__ = name
    return make


Query, Path, Body, Header, Cookie, Form, File = [
    _parameter(name) for name in "Query Path Body Header Cookie Form File".split()
]


class _Dependency:
    def __init__(self, dependency=None, use_cache=True, scopes=None):
        self.dependency = dependency
        self.use_cache = use_cache
        self.scopes = scopes

    def __repr__(self):
        return "Depends(dependency=%r, use_cache=%r, scope=None, max_concurrency=None)" % (self.dependency, self.use_cache)


def Depends(dependency=None, *, use_cache=True, scope=None):
    return _Dependency(dependency, use_cache)


def Security(dependency=None, *, scopes=None, use_cache=True):
    return _Dependency(dependency, use_cache, scopes)


class _Routes:
    def __init__(self):
        self.routes = []

    def add_api_route(self, path, endpoint, *, methods=None, **kw):
        self.routes.append(APIRoute(self.prefix + path, endpoint, methods, **kw))

    def _route(self, path, methods, kw):
        def decorate(function):
            self.add_api_route(path, function, methods=methods, **kw)
            return function

        return decorate

    def get(self, path, **kw):
        return self._route(path, ["GET"], kw)

    def post(self, path, **kw):
        return self._route(path, ["POST"], kw)

    def put(self, path, **kw):
        return self._route(path, ["PUT"], kw)

    def patch(self, path, **kw):
        return self._route(path, ["PATCH"], kw)

    def delete(self, path, **kw):
        return self._route(path, ["DELETE"], kw)

    def options(self, path, **kw):
        return self._route(path, ["OPTIONS"], kw)

    def head(self, path, **kw):
        return self._route(path, ["HEAD"], kw)

    def api_route(self, path, *, methods=None, **kw):
        return self._route(path, methods, kw)

    def websocket(self, path, **kw):
        return self._route(path, ["WEBSOCKET"], kw)

    def on_event(self, event_type):
        return lambda function: function

    def include_router(self, router, *, prefix="", **kw):
        for route in router.routes:
            path = self.prefix + prefix + route.path
            self.routes.append(APIRoute(path, route.endpoint, route.methods, route.name, route.response_model, route.status_code))

    def mount(self, path, app, name=None):
        pass


class APIRouter(_Routes):
    def __init__(self, *, prefix="", tags=None, dependencies=None, **kw):
        if prefix and not prefix.startswith("/"):
            raise AssertionError("A path prefix must start with '/'")
        if prefix.endswith("/"):
            raise AssertionError("A path prefix must not end with '/', as the routes will start with '/'")
        _Routes.__init__(self)
        self.prefix = prefix
        self.tags = tags or []
        self.dependencies = list(dependencies or [])


class State:
    pass


class FastAPI(_Routes):
    prefix = ""

    def __init__(self, *, debug=False, title="FastAPI", version="0.1.0", **kw):
        _Routes.__init__(self)
        self.debug = debug
        self.title = title
        self.version = version
        self.state = State()
        self.router = self
        self.dependency_overrides = {}
        self.user_middleware = []
        self.exception_handlers = {}

    def add_middleware(self, middleware_class, *args, **kw):
        self.user_middleware.append(middleware_class)

    def middleware(self, middleware_type):
        return lambda function: function

    def exception_handler(self, kind):
        def decorate(function):
            self.exception_handlers[kind] = function
            return function

        return decorate

    def add_exception_handler(self, kind, handler):
        self.exception_handlers[kind] = handler

    def add_event_handler(self, event_type, function):
        pass
`.replaceAll("${'`'}", '`');
