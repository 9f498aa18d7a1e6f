/** How commands are declared. Answers to: click/decorators.py. */
export const DECORATORS = String.raw`
def command(name=None, cls=None, **attrs):
    if callable(name):
        return command()(name)

    def decorated(function):
        params = getattr(function, "__click_params__", [])
        plain = function.__name__.lower().replace("_", "-")
        for suffix in ("-command", "-cmd", "-group", "-grp"):
            plain = plain.removesuffix(suffix)
        return (cls or Command)(name or plain, callback=function, params=list(reversed(params)), **attrs)

    return decorated


def group(name=None, cls=None, **attrs):
    if callable(name):
        return command(cls=Group)(name)
    return command(name, cls or Group, **attrs)


def _declared(kind, decls, attrs):
    def decorated(function):
        made = (attrs.pop("cls", None) or kind)(decls, **attrs)
        if isinstance(function, Command):
            function.params.append(made)
        else:
            function.__click_params__ = [*getattr(function, "__click_params__", []), made]
        return function

    return decorated


def option(*param_decls, **attrs):
    return _declared(Option, param_decls, attrs)


def argument(*param_decls, **attrs):
    return _declared(Argument, param_decls, attrs)


def version_option(*args, **kwargs):
    return lambda function: function


help_option = version_option


def _passing(value):
    def decorator(function):
        @_functools.wraps(function)
        def passed(*args, **kwargs):
            return function(value(), *args, **kwargs)

        return passed

    return decorator


pass_context = _passing(get_current_context)
pass_obj = _passing(lambda: get_current_context().obj)
`;
