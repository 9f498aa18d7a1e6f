/** Requests, responses, middleware, files. Answers to: starlette. */
export const RESPONSES = String.raw`

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
        self.body = self.render(content)
        self.status_code = status_code
        self.headers = dict(headers or {})

    def render(self, content):
        return b"" if content is None else content.encode() if isinstance(content, str) else content


class JSONResponse(Response):
    media_type = "application/json"

    def render(self, content):
        import json

        return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


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
`;
