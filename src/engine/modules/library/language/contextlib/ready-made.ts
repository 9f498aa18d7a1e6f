/** Managers that are there to be used: closing, nullcontext, suppress and their kin. */
export const READY_MADE = String.raw`

class _Holding:
    """Gives what it was made with."""

    _name = "thing"

    def __init__(self, thing):
        setattr(self, self._name, thing)

    def _held(self):
        return getattr(self, self._name)


class closing(_Holding, AbstractContextManager):
    def __enter__(self):
        return self._held()

    def __exit__(self, *how):
        self.thing.close()


class aclosing(_Holding, AbstractAsyncContextManager):
    async def __aenter__(self):
        return self._held()

    async def __aexit__(self, *how):
        await self.thing.aclose()


class nullcontext(_Holding, AbstractContextManager, AbstractAsyncContextManager):
    _name = "enter_result"

    def __init__(self, enter_result=None):
        super().__init__(enter_result)

    def __enter__(self):
        return self._held()

    def __exit__(self, *how):
        return None

    async def __aenter__(self):
        return self._held()

    async def __aexit__(self, *how):
        return None


class _RedirectStream(AbstractContextManager):
    """Puts another object in the place of a stream of sys; may be entered several times."""

    def __init__(self, new_target):
        self._replacement, self._before = new_target, []

    def __enter__(self):
        name = type(self).__name__.removeprefix("redirect_")
        self._before.append((name, getattr(_sys, name)))
        setattr(_sys, name, self._replacement)
        return self._replacement

    def __exit__(self, *how):
        setattr(_sys, *self._before.pop())


class redirect_stdout(_RedirectStream):
    pass


class redirect_stderr(_RedirectStream):
    pass


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._swallowed = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, *rest):
        return bool(kind) and issubclass(kind, self._swallowed)
`;
