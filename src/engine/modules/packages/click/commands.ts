/** Commands and groups of them, as far as their words are plain. Answers to: click/core.py. */
export const COMMANDS = String.raw`
class Command:
    def __init__(self, name=None, callback=None, params=None, help=None, **more):
        self.name, self.callback, self.params = name, callback, list(params or [])
        self.help = help if help is not None else _inspect.getdoc(callback) if callback else None

    def __repr__(self):
        return "<%s %s>" % (self.__class__.__name__, self.name)

    def __call__(self, *args, **kwargs):
        return self.main(*args, **kwargs)

    def main(self, args=None, prog_name=None, standalone_mode=True, obj=None, **extra):
        try:
            result = self._run(list(_sys.argv[1:] if args is None else args), Context(self, prog_name or self.name, obj=obj))
        except Exit as error:
            if standalone_mode:
                _sys.exit(error.exit_code)
            return error.exit_code
        except ClickException as error:
            if not standalone_mode:
                raise
            error.show()
            _sys.exit(error.exit_code)
        if standalone_mode:
            _sys.exit(0)
        return result

    def _run(self, words, ctx):
        _contexts.append(ctx)
        try:
            return self._finish(self._read(words, ctx), ctx)
        finally:
            _contexts.pop()

    def _finish(self, rest, ctx):
        if rest:
            raise UsageError("Got unexpected extra argument (%s)" % " ".join(rest))
        return self.callback(**ctx.params)

    def _read(self, words, ctx):
        options = {opt: (one, True) for one in self.params for opt in one.opts}
        options.update({opt: (one, False) for one in self.params for opt in one.off})
        values, rest = {}, []
        while words:
            word = words.pop(0)
            opt, equals, given = word.partition("=")
            if opt in options:
                param, on = options[opt]
                value = on if param.is_flag else param.convert(given if equals else words.pop(0), ctx)
                values[param.name] = [*values.get(param.name, []), value] if param.multiple else value
            elif opt == "--help":
                from click import formatting

                formatting.HelpFormatter()
            elif word.startswith("-") and word != "-":
                raise UsageError("No such option: %s" % opt)
            else:
                rest.append(word)
                if isinstance(self, Group):
                    rest, words = rest + words, []
        for param in self.params:
            if isinstance(param, Argument) and not isinstance(self, Group):
                count = len(rest) if param.nargs == -1 else 1
                taken, rest = rest[:count], rest[count:]
                if taken or param.nargs == -1:
                    values[param.name] = tuple(taken) if param.nargs == -1 else param.convert(taken[0], ctx)
                elif param.default is None:
                    raise UsageError("Missing argument '%s'." % param.name.upper())
            if param.name not in values:
                values[param.name] = self._absent(param, ctx)
        ctx.params = values
        return rest

    def _absent(self, param, ctx):
        import os

        if param.envvar and isinstance(param.envvar, str) and param.envvar in os.environ:
            return param.convert(os.environ[param.envvar], ctx)
        if param.required:
            raise UsageError("Missing option '%s'." % (param.opts[0] if param.opts else param.name))
        return () if param.multiple and param.default is None else param.default() if callable(param.default) else param.default


class Group(Command):
    def __init__(self, name=None, commands=None, invoke_without_command=False, **more):
        super().__init__(name, **more)
        self.commands, self.invoke_without_command = dict(commands or {}), invoke_without_command

    def add_command(self, cmd, name=None):
        self.commands[name or cmd.name] = cmd

    def get_command(self, ctx, cmd_name):
        return self.commands.get(cmd_name)

    def list_commands(self, ctx):
        return sorted(self.commands)

    def command(self, *args, **kwargs):
        return self._adding(command, args, kwargs)

    def group(self, *args, **kwargs):
        return self._adding(group, args, kwargs)

    def _adding(self, make, args, kwargs):
        if args and callable(args[0]):
            return self._adding(make, (), kwargs)(args[0])

        def decorated(function):
            made = make(*args, **kwargs)(function)
            self.add_command(made)
            return made

        return decorated

    def _finish(self, rest, ctx):
        found = self.get_command(ctx, rest[0]) if rest else None
        if rest and found is None:
            raise UsageError("No such command '%s'." % rest[0])
        if not rest and not self.invoke_without_command:
            raise UsageError("Missing command.")
        ctx.invoked_subcommand = rest[0] if rest else None
        result = self.callback(**ctx.params) if self.callback else None
        return found._run(rest[1:], Context(found, rest[0], ctx)) if found else result


MultiCommand = Group
BaseCommand = Command


`;
