/** alembic.util.messaging and the small helpers beside it in alembic.util. Answers to: the modules of these names. */
import { pythonModule } from '../../library.ts';

/** What prints. */
const SOURCE = String.raw`
import collections.abc
import contextlib
import sys
import textwrap
import warnings

from sqlalchemy.engine import url


def format_as_comma(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, collections.abc.Iterable):
        return ", ".join(value)
    raise ValueError("Don't know how to comma-format %r" % value)


def write_outstream(stream, *text, quiet=False):
    if not quiet:
        for part in text:
            stream.write(part)


def msg(msg, newline=True, flush=False, quiet=False):
    if quiet:
        return
    lines = textwrap.wrap(msg, 78) or [""]
    for number, line in enumerate(lines):
        end = "\n" if newline or number < len(lines) - 1 else ""
        write_outstream(sys.stdout, ("  " + line) if number or len(lines) > 1 else "  " + line, end)
    if flush:
        sys.stdout.flush()


def err(message, quiet=False):
    msg(f"FAILED: {message}", quiet=quiet)
    sys.exit(-1)


def warn(msg, stacklevel=2):
    warnings.warn(msg, UserWarning, stacklevel=stacklevel)


def warn_deprecated(msg, stacklevel=2):
    warnings.warn(msg, DeprecationWarning, stacklevel=stacklevel)


@contextlib.contextmanager
def status(status_msg, newline=False, quiet=False):
    msg(status_msg + " ...", newline, flush=True, quiet=quiet)
    end = "  FAILED\n"
    try:
        yield
        end = "  done\n"
    finally:
        write_outstream(sys.stdout, end, quiet=quiet)


def obfuscate_url_pw(input_url):
    return url.make_url(input_url).render_as_string(hide_password=True)
`;

export const messagingModule = pythonModule(
  'alembic.util.messaging',
  () => SOURCE,
  {},
  { distribution: 'alembic' },
);
