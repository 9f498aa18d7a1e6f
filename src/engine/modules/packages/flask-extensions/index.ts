/**
 * Extensions that a Flask project makes beside its database: they can be made, told of an application and decorated with; nothing
 * serves requests. Answers to: Flask-Login, Flask-Bcrypt, Flask-Cors, Flask-JWT-Extended and their like.
 */
import { textPackage } from '../text-package.ts';

const LOGIN = String.raw`
class UserMixin:
    __hash__ = object.__hash__

    @property
    def is_active(self):
        return True

    @property
    def is_authenticated(self):
        return self.is_active

    @property
    def is_anonymous(self):
        return False

    def get_id(self):
        try:
            return str(self.id)
        except AttributeError:
            raise NotImplementedError("No ${'`'}id${'`'} attribute - override ${'`'}get_id${'`'}") from None

    def __eq__(self, other):
        return self.get_id() == other.get_id() if isinstance(other, UserMixin) else NotImplemented

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal


class AnonymousUserMixin:
    is_authenticated = False
    is_active = False
    is_anonymous = True

    def get_id(self):
        return None


for _one in (UserMixin, AnonymousUserMixin):
    _one.__module__ = "flask_login.mixins"


class LoginManager:
    def __init__(self, app=None, add_context_processor=True):
        self.anonymous_user = AnonymousUserMixin
        self.login_view = self.refresh_view = self.session_protection = None
        self.blueprint_login_views = {}
        self.login_message, self.login_message_category = "Please log in to access this page.", "message"
        self.id_attribute = "get_id"
        if app is not None:
            self.init_app(app, add_context_processor)

    def init_app(self, app, add_context_processor=True):
        app.login_manager = self

    def _kept(self, name):
        def keep(callback):
            setattr(self, name, callback)
            return callback

        return keep

    def user_loader(self, callback):
        return self._kept("_user_callback")(callback)

    def request_loader(self, callback):
        return self._kept("_request_callback")(callback)

    def unauthorized_handler(self, callback):
        return self._kept("unauthorized_callback")(callback)

    def needs_refresh_handler(self, callback):
        return self._kept("needs_refresh_callback")(callback)


class _Nobody:
    def __repr__(self):
        return "None"

    def __bool__(self):
        return False


current_user = _Nobody()


def login_required(func):
    return func


fresh_login_required = login_required
`.replaceAll("${'`'}", '`');

/** Classes that are made and told of the application; `key`: under which the application knows them. */
const made = (classes: string, decorators = '', more = ''): string => `
class _Extension:
    def __init__(self, app=None, *args, **kwargs):
        self.app = app

    def init_app(self, app, *args, **kwargs):
        self.app = app

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return _decorating


def _decorating(*args, **kwargs):
    return args[0] if len(args) == 1 and callable(args[0]) and not kwargs else lambda given: given

${classes
  .split(' ')
  .map((name) => `\nclass ${name}(_Extension):\n    pass\n`)
  .join('\n')}
${decorators
  .split(' ')
  .filter(Boolean)
  .map((name) => `\n${name} = _decorating\n`)
  .join('')}
${more}
`;

const RESTFUL = `
class Resource:
    method_decorators = []


class Api(_Extension):
    def add_resource(self, resource, *urls, **kwargs):
        pass
`;

/** Their modules. */
export const FLASK_EXTENSION_MODULES = [
  ...textPackage('flask_login', { flask_login: LOGIN }),
  ...textPackage('flask_bcrypt', { flask_bcrypt: made('Bcrypt') }),
  ...textPackage('flask_cors', { flask_cors: made('CORS', 'cross_origin') }),
  ...textPackage('flask_jwt_extended', { flask_jwt_extended: made('JWTManager', 'jwt_required') }),
  ...textPackage('flask_mail', { flask_mail: made('Mail') }),
  ...textPackage('flask_caching', { flask_caching: made('Cache') }),
  ...textPackage('flask_limiter', {
    flask_limiter: made('Limiter'),
    'flask_limiter.util': '\ndef get_remote_address():\n    return "127.0.0.1"\n',
  }),
  ...textPackage('flask_restful', { flask_restful: made('_Unnamed', '', RESTFUL) }),
  ...textPackage('flask_socketio', { flask_socketio: made('SocketIO') }),
  ...textPackage('flask_session', { flask_session: made('Session') }),
  ...textPackage('flask_moment', { flask_moment: made('Moment') }),
  ...textPackage('flask_bootstrap', { flask_bootstrap: made('Bootstrap Bootstrap4 Bootstrap5') }),
  ...textPackage('flask_babel', { flask_babel: made('Babel') }),
];
