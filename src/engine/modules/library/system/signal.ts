/** `signal`: handlers are kept, and no signal ever comes. Answers to: CPython's signal (behaviour). */
import { pythonModule } from '../../library.ts';

export const signalModule = pythonModule(
  'signal',
  String.raw`
import enum as _enum

Signals = _enum.IntEnum(
    "Signals",
    "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT "
    "SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS",
    module="signal",
)
SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE = list(Signals)[:8]
SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT = list(Signals)[8:16]
SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU = list(Signals)[16:24]
SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS = list(Signals)[24:]
SIGCLD, SIGIOT, SIGPOLL = SIGCHLD, SIGABRT, SIGIO
Handlers = _enum.IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
SIG_DFL, SIG_IGN = list(Handlers)
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_kept = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN}


def _number(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(signalnum).__name__)
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def getsignal(signalnum):
    return _kept.get(_number(signalnum), SIG_DFL)


def signal(signalnum, handler):
    if not isinstance(signalnum, int):
        _number(signalnum)
    if handler not in (SIG_DFL, SIG_IGN) and not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    number = _number(signalnum)
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    _kept[number] = handler
    return before


def valid_signals():
    return set(Signals)


def alarm(seconds, /):
    return 0


def siginterrupt(signalnum, flag, /):
    _number(signalnum)
`,
);
