/** `subprocess`: no program can be started. */
import { pythonModule } from '../../library.ts';
import { NO_PROGRAMS, refusal } from './refusal.ts';

/** Programs cannot be started; what programs say about those they start is there. */
export const subprocessModule = pythonModule(
  'subprocess',
  String.raw`
PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    def __init__(self, *args, **kwargs):
        _popen()

    def __class_getitem__(cls, item):
        return cls


def list2cmdline(seq):
    return " ".join(map(str, seq))
`,
  Object.fromEntries(
    ['run', 'call', 'check_call', 'check_output', 'getoutput', 'getstatusoutput', '_popen'].map((fn) => [
      fn,
      refusal('subprocess', fn.replace('_popen', 'Popen'), NO_PROGRAMS),
    ]),
  ),
);
