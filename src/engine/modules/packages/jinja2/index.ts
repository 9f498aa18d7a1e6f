/** `jinja2`: environments and loaders are made when a project is imported; templates are not rendered. Answers to: Jinja2 3.1. */
import { textPackage } from '../text-package.ts';

const SOURCE = String.raw`
class Environment:
    sandboxed = False

    def __init__(self, loader=None, autoescape=False, **options):
        self.loader, self.autoescape = loader, autoescape
        self.filters, self.tests, self.globals, self.policies = {}, {}, {}, {}
        self.extensions = {one: one for one in options.pop("extensions", ())}
        for name, value in options.items():
            setattr(self, name, value)

    def get_template(self, name, parent=None, globals=None):
        import jinja2

        return jinja2.Template(name)

    select_template = from_string = get_template


class _Loader:
    def __init__(self, *args, **options):
        self.args, self.options = args, options


class BaseLoader(_Loader):
    pass


class FileSystemLoader(BaseLoader):
    def __init__(self, searchpath, encoding="utf-8", followlinks=False):
        paths = [searchpath] if isinstance(searchpath, str) or hasattr(searchpath, "__fspath__") else searchpath
        self.searchpath, self.encoding, self.followlinks = [str(one) for one in paths], encoding, followlinks


class PackageLoader(BaseLoader):
    pass


class DictLoader(BaseLoader):
    pass


class ChoiceLoader(BaseLoader):
    pass


class Undefined:
    pass


class StrictUndefined(Undefined):
    pass


class ChainableUndefined(Undefined):
    pass


class TemplateError(Exception):
    pass


class TemplateNotFound(TemplateError, LookupError):
    pass


class TemplateSyntaxError(TemplateError):
    pass


class UndefinedError(TemplateError):
    pass


def select_autoescape(enabled_extensions=("html", "htm", "xml"), disabled_extensions=(), default_for_string=True, default=False):
    def autoescape(template_name):
        if template_name is None:
            return default_for_string
        name = template_name.lower()
        if name.endswith(tuple("." + one.lstrip(".").lower() for one in enabled_extensions)):
            return True
        return False if name.endswith(tuple("." + one.lstrip(".").lower() for one in disabled_extensions)) else default

    return autoescape


def pass_context(f):
    return f


pass_environment = pass_context
pass_eval_context = pass_context
`;

const SANDBOX = String.raw`
import jinja2 as _jinja2


class SandboxedEnvironment(_jinja2.Environment):
    sandboxed = True


class ImmutableSandboxedEnvironment(SandboxedEnvironment):
    pass
`;

const EXCEPTIONS = String.raw`
import jinja2 as _jinja2

TemplateError = _jinja2.TemplateError
TemplateNotFound = _jinja2.TemplateNotFound
TemplateSyntaxError = _jinja2.TemplateSyntaxError
UndefinedError = _jinja2.UndefinedError
`;

/** Its modules. */
export const JINJA2_MODULES = textPackage('jinja2', {
  jinja2: SOURCE,
  'jinja2.sandbox': SANDBOX,
  'jinja2.exceptions': EXCEPTIONS,
});
