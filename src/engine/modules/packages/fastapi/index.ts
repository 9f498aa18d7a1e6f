/**
 * `fastapi` and the parts of `starlette` that modules import. An application can be written and imported: routes are kept,
 * middleware and handlers are accepted. Nothing serves requests. Answers to: fastapi, starlette.
 */
import type { NativeModule } from '../../../python/values/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';

const SOURCE = String.raw`
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
    def __init__(self, path, endpoint, methods=None, name=None, **kw):
        self.path = path
        self.endpoint = endpoint
        self.name = name or endpoint.__name__
        self.methods = set(methods or ["GET"])


class _Parameter(_FieldInfo):
    pass


def _parameter(name):
    def make(default=..., **kw):
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
        name = getattr(self.dependency, "__name__", type(self.dependency).__name__)
        return "Depends(%s)" % name


def Depends(dependency=None, *, use_cache=True, scope=None):
    return _Dependency(dependency, use_cache)


def Security(dependency=None, *, scopes=None, use_cache=True):
    return _Dependency(dependency, use_cache, scopes)


class _Routes:
    def __init__(self):
        self.routes = []

    def add_api_route(self, path, endpoint, *, methods=None, **kw):
        self.routes.append(APIRoute(self.prefix + path, endpoint, methods, kw.get("name")))

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
            self.routes.append(APIRoute(self.prefix + prefix + route.path, route.endpoint, route.methods, route.name))

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


class Request:
    pass


class WebSocket:
    pass


class UploadFile:
    pass


class BackgroundTasks:
    def add_task(self, func, *args, **kwargs):
        pass


class Response:
    media_type = None

    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None):
        self.body = content
        self.status_code = status_code
        self.headers = dict(headers or {})


class JSONResponse(Response):
    media_type = "application/json"


class HTMLResponse(Response):
    media_type = "text/html"


class PlainTextResponse(Response):
    media_type = "text/plain"


class RedirectResponse(Response):
    def __init__(self, url, status_code=307, **kw):
        Response.__init__(self, None, status_code)
        self.headers["location"] = str(url)


class StreamingResponse(Response):
    pass


class FileResponse(Response):
    pass


ORJSONResponse = UJSONResponse = JSONResponse


class CORSMiddleware:
    pass


class GZipMiddleware:
    pass


class TrustedHostMiddleware:
    pass


class HTTPSRedirectMiddleware:
    pass


class SessionMiddleware:
    pass


class BaseHTTPMiddleware:
    def __init__(self, app=None, dispatch=None):
        self.app = app


class Middleware:
    def __init__(self, cls, *args, **kwargs):
        self.cls = cls


class StaticFiles:
    def __init__(self, *, directory=None, packages=None, html=False, check_dir=True, follow_symlink=False):
        import os
        self.directory = directory
        if check_dir and directory is not None and not os.path.isdir(directory):
            raise RuntimeError("Directory '%s' does not exist" % directory)


class Jinja2Templates:
    def __init__(self, directory=None, **kw):
        self.directory = directory


class _SecurityBase:
    def __init__(self, *args, **kw):
        self.scheme_name = kw.get("scheme_name") or type(self).__name__
        self.auto_error = kw.get("auto_error", True)


class OAuth2PasswordBearer(_SecurityBase):
    def __init__(self, tokenUrl, **kw):
        _SecurityBase.__init__(self, **kw)
        self.tokenUrl = tokenUrl


class OAuth2PasswordRequestForm:
    pass


class OAuth2AuthorizationCodeBearer(_SecurityBase):
    pass


class HTTPBearer(_SecurityBase):
    pass


class HTTPBasic(_SecurityBase):
    pass


class APIKeyHeader(_SecurityBase):
    pass


class APIKeyQuery(_SecurityBase):
    pass


class APIKeyCookie(_SecurityBase):
    pass


class HTTPAuthorizationCredentials:
    pass


class HTTPBasicCredentials:
    pass


class SecurityScopes:
    pass


def jsonable_encoder(obj, **kw):
    return obj.model_dump(mode="json") if hasattr(obj, "model_dump") else obj


async def run_in_threadpool(func, *args, **kwargs):
    return func(*args, **kwargs)


__version__ = "0.165.0"
`;

const FASTAPI = { distribution: 'fastapi', package: true };
const STARLETTE = { distribution: 'starlette', package: true };
const main = pythonModule('fastapi.applications', SOURCE, {}, { distribution: 'fastapi' });

/** `status.HTTP_404_NOT_FOUND`: the number is in the name. */
const STATUS: NativeModule['getattr'] = (_call, name) => {
  const found = /^(?:HTTP|WS)_(\d{3,4})_[A-Z_]+$/.exec(name);
  return found ? Number(found[1]) : undefined;
};

const PARTS =
  'routing params security security.http security.oauth2 security.api_key responses requests middleware middleware.cors ' +
  'middleware.gzip middleware.trustedhost exceptions encoders staticfiles templating concurrency background datastructures ' +
  'websockets param_functions';
const STARLETTE_PARTS =
  'applications routing responses requests middleware middleware.base middleware.cors middleware.sessions middleware.gzip ' +
  'exceptions staticfiles templating concurrency background datastructures websockets types';

/** Names that the module has beside, as far as anybody knows: using one fails by name. */
const rest =
  (module: string): NativeModule['getattr'] =>
  (_call, name) =>
    name.startsWith('__') ? undefined : unknownName(`${module}.${name}`);

const shared = (options: typeof FASTAPI, name: string): NativeModule => ({
  ...options,
  name,
  names: main.names,
  getattr: rest(name),
});
const statusModule = (options: typeof FASTAPI, name: string): NativeModule => ({
  ...options,
  name,
  names: {},
  getattr: STATUS,
});

/** The modules of fastapi and starlette. */
export const FASTAPI_MODULES: readonly NativeModule[] = [
  {
    ...FASTAPI,
    name: 'fastapi',
    names: { ...main.names, status: (call) => call.importModule('fastapi.status') },
    getattr: rest('fastapi'),
  },
  main,
  statusModule(FASTAPI, 'fastapi.status'),
  ...PARTS.split(' ').map((part) => shared(FASTAPI, `fastapi.${part}`)),
  { ...shared(STARLETTE, 'starlette') },
  statusModule(STARLETTE, 'starlette.status'),
  ...STARLETTE_PARTS.split(' ').map((part) => shared(STARLETTE, `starlette.${part}`)),
];
