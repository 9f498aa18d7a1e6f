/** Errors with an HTTP status. Their descriptions are not simulated. Answers to: werkzeug/exceptions.py. */

const CODES = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  RequestEntityTooLarge: 413,
  RequestURITooLarge: 414,
  UnsupportedMediaType: 415,
  RequestedRangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  ImATeapot: 418,
  MisdirectedRequest: 421,
  UnprocessableEntity: 422,
  Locked: 423,
  FailedDependency: 424,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  RequestHeaderFieldsTooLarge: 431,
  UnavailableForLegalReasons: 451,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HTTPVersionNotSupported: 505,
};

export const EXCEPTIONS_SOURCE = `
import http as _http

_NAMES = {status.value: status.phrase for status in _http.HTTPStatus} | {418: "I'm a teapot"}


class _Description:
    """Sentences of werkzeug's own, wanted only where an error is shown."""

    def __get__(self, instance, owner):
        return _description_of(owner.__name__)


class HTTPException(Exception):
    code = None
    description = None

    def __init__(self, description=None, response=None):
        Exception.__init__(self)
        if description is not None:
            self.description = description
        self.response = response

    @property
    def name(self):
        return _NAMES.get(self.code, "Unknown Error")

    def get_description(self, environ=None, scope=None):
        return "<p>%s</p>" % (self.description or "")

    def __str__(self):
        code = self.code if self.code is not None else "???"
        return "%s %s: %s" % (code, self.name, self.description)

    def __repr__(self):
        code = self.code if self.code is not None else "???"
        return "<%s '%s: %s'>" % (type(self).__name__, code, self.name)


HTTPException.__module__ = "werkzeug.exceptions"

default_exceptions = {}
for _name, _code in ${JSON.stringify(CODES)}.items():
    _body = {"code": _code, "description": _Description(), "__module__": "werkzeug.exceptions"}
    default_exceptions[_code] = globals()[_name] = type(_name, (HTTPException,), _body)


def abort(code, *args, **kwargs):
    if code not in default_exceptions:
        raise LookupError("no exception for %r" % code)
    raise default_exceptions[code](*args, **kwargs)
`;

/** What the module defines. */
export const EXCEPTION_NAMES = ['HTTPException', 'default_exceptions', 'abort', ...Object.keys(CODES)];
