"""What applications take from werkzeug and flask beside routes: proxies, errors with a status, wrappers, JSON."""
from flask import Flask, abort
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, default_exceptions
from werkzeug.local import Local, LocalProxy, LocalStack, release_local
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.utils import import_string, secure_filename

settings = LocalProxy(lambda: {"title": "shop"})
print(settings["title"], len(settings), "title" in settings, settings == {"title": "shop"}, settings)
nobody = LocalProxy(lambda: None)
print(bool(nobody), repr(nobody), nobody == None)

local = Local()
local.user = 5
user = local("user")
print(local.user, user + 1, repr(user))
release_local(local)
print(repr(local("user")))
try:
    print(local.user)
except AttributeError as error:
    print(error)
try:
    user + 1
except RuntimeError as error:
    print(error)

stack = LocalStack()
print(stack.push("a"), stack.top, stack.pop(), stack.pop(), stack.top)

try:
    raise NotFound("no such book")
except HTTPException as error:
    print(error, error.code, error.name, repr(error))
try:
    abort(403, "members only")
except HTTPException as error:
    print(error)


class Teapot(HTTPException):
    code = 418
    description = "short and stout"


print(Teapot(), repr(Teapot()), BadRequest.code, sorted(default_exceptions)[:5])
print(secure_filename("../../My cool movie.mov"), import_string("os.path:join").__name__)


class Shown(DefaultJSONProvider):
    def default(self, value):
        return str(value)


class Session(LocalProxy):
    pass


app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1)
app.json = Shown(app)
print(type(app.wsgi_app).__name__, app.json.dumps({"b": 1, "a": object}))

for line in (
    "from flask import Markup",
    "from flask_sqlalchemy import BaseQuery",
    "from flask import jsonify, url_for",
    "from flask_migrate import MigrateCommand",
    "from flask_migrate import upgrade",
):
    try:
        exec(line)
        print("there is", line)
    except ImportError as error:
        print(str(error).split(" (")[0])
