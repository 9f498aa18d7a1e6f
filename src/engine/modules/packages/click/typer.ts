/** `typer`: applications are made and commands registered; running one is not simulated. Answers to: typer/main.py. */
export const TYPER = String.raw`
import click as _click

echo = _click.echo
secho = _click.secho
style = _click.style
Abort = _click.Abort
Exit = _click.Exit
Context = _click.Context
BadParameter = _click.BadParameter


class _Info:
    def __init__(self, default=..., *param_decls, **more):
        self.default, self.param_decls, self.more = default, param_decls, more


def Option(default=..., *param_decls, **more):
    return _Info(default, *param_decls, **more)


def Argument(default=..., **more):
    return _Info(default, **more)


class Typer:
    def __init__(self, **kw):
        self.info, self.registered_commands, self.registered_groups, self.registered_callback = kw, [], [], None

    def command(self, name=None, **kw):
        def decorated(function):
            self.registered_commands.append((name or function.__name__.lower().replace("_", "-"), function))
            return function

        return decorated

    def callback(self, *args, **kw):
        def decorated(function):
            self.registered_callback = function
            return function

        return decorated

    def __call__(self, *args, **kwargs):
        from typer import main

        return main.get_command(self)(*args, **kwargs)

    def add_typer(self, typer_instance, **kw):
        self.registered_groups.append((typer_instance, kw))


Typer.__module__ = "typer.main"
`;
