/**
 * `werkzeug`: proxies, errors with a status, and what wraps an application. Nothing serves requests; passwords are not hashed.
 * Answers to: Werkzeug 3.1.
 */
import { unknownPackage } from '../../../python/unsupported.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { EXCEPTION_NAMES, EXCEPTIONS_SOURCE } from './exceptions.ts';
import { LOCAL_SOURCE } from './local.ts';

const D = { distribution: 'werkzeug' };

const descriptionOf = nativeFunction('_description_of', 'name', (_call, name: string) => {
  throw unknownPackage(`werkzeug.exceptions.${name}.description`);
});

const MIDDLEWARE_SOURCE = String.raw`
class ProxyFix:
    def __init__(self, app, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0):
        self.app = app
        self.x_for = x_for
        self.x_proto = x_proto
        self.x_host = x_host
        self.x_port = x_port
        self.x_prefix = x_prefix
`;

const UTILS_SOURCE = String.raw`
import re as _re
import sys as _sys
import unicodedata as _unicodedata
from functools import cached_property


def import_string(import_name, silent=False):
    text = import_name.replace(":", ".")
    try:
        try:
            __import__(text)
        except ImportError:
            if "." not in text:
                raise
        else:
            return _sys.modules[text]
        module, name = text.rsplit(".", 1)
        found = __import__(module, globals(), locals(), [name])
        try:
            return getattr(found, name)
        except AttributeError as error:
            raise ImportError(error) from None
    except ImportError as error:
        if not silent:
            raise ImportStringError(import_name, error) from None
    return None


_REASONS = (
    "missing __init__.py in a package",
    "package or module path not included in sys.path",
    "duplicated package or module name taking precedence in sys.path",
    "missing module, class, function or variable",
)


class ImportStringError(ImportError):
    def __init__(self, import_name, exception):
        self.import_name, self.exception = import_name, exception
        parts, seen = import_name.replace(":", ".").split("."), []
        for count in range(1, len(parts) + 1):
            name = ".".join(parts[:count])
            found = import_string(name, silent=True)
            if not found:
                seen.append("- %r not found." % name)
                break
            seen.append("- %r found in %r." % (name, getattr(found, "__file__", None)))
        super().__init__(
            "import_string() failed for %r. Possible reasons are:\n\n%s\n\nDebugged import:\n\n%s\n\nOriginal exception:\n\n%s: %s"
            % (import_name, "\n".join("- %s;" % one for one in _REASONS), "\n".join(seen), type(exception).__name__, exception)
        )

    def __repr__(self):
        return "<%s(%r, %r)>" % (type(self).__name__, self.import_name, self.exception)


ImportStringError.__module__ = "werkzeug.utils"


def secure_filename(filename):
    text = _unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode("ascii")
    joined = "_".join(text.replace("/", " ").split())
    return _re.sub(r"[^A-Za-z0-9_.-]", "", joined).strip("._")
`;

/** Functions of the module that hash passwords, which is not simulated. */
const SECURITY = ['generate_password_hash', 'check_password_hash', 'gen_salt', 'safe_join'];

const SUBMODULES = new Set(['exceptions', 'local', 'middleware', 'security', 'utils']);

/** Their modules. */
export const WERKZEUG_MODULES: readonly NativeModule[] = [
  {
    ...D,
    package: true,
    name: 'werkzeug',
    names: {},
    getattr: (_call, name) =>
      name.startsWith('__') || SUBMODULES.has(name) ? undefined : unknownName(`werkzeug.${name}`),
  },
  { ...D, package: true, name: 'werkzeug.middleware', names: {} },
  pythonModule('werkzeug.local', LOCAL_SOURCE, {}, D),
  pythonModule(
    'werkzeug.exceptions',
    EXCEPTIONS_SOURCE,
    { _description_of: () => descriptionOf },
    { ...D, defines: EXCEPTION_NAMES },
  ),
  pythonModule(
    'werkzeug.utils',
    UTILS_SOURCE,
    {},
    { ...D, defines: ['ImportStringError', 'cached_property', 'import_string', 'secure_filename'] },
  ),
  pythonModule('werkzeug.middleware.proxy_fix', MIDDLEWARE_SOURCE, {}, D),
  {
    ...D,
    name: 'werkzeug.security',
    names: Object.fromEntries(SECURITY.map((name) => [name, () => unknownName(`werkzeug.security.${name}`)])),
  },
];
