/** OSError and its kin. */
import { tuple } from '../../../python/values/containers/containers.ts';
import { exceptionClass, PyException } from '../../../python/values/exceptions/exceptions.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { repr, str } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';
import { initialise } from './exceptions.ts';

const ERRNO: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};

function strOsError(self: PyException): string {
  const [number, text] = self.args;
  const file = self.attrs?.get('filename') ?? null;
  if (self.args.length < 2) return self.args.length === 0 ? '' : str(self.args[0]!);
  const other = self.attrs?.get('filename2') ?? null;
  const target = other === null ? '' : ` -> ${repr(other)}`;
  if (file !== null) return `[Errno ${str(number!)}] ${str(text!)}: ${repr(file)}${target}`;
  return self.args.length === 2 ? `[Errno ${str(number!)}] ${str(text!)}` : str(tuple(self.args));
}

fillNativeClass(exceptionClass('OSError'), {
  style: 'builtin',
  attributes: {
    __new__: makeNew('OSError', '*args, **kwargs', (_call, cls, args: Value[]) => {
      const named = typeof args[0] === 'number' && args.length > 1 ? ERRNO[args[0]] : undefined;
      return new PyException(cls === exceptionClass('OSError') && named ? exceptionClass(named) : cls, args);
    }),
  },
  methods: {
    __init__: initialise('*args, **kwargs', (self, args) => {
      const known = args.length >= 2;
      self.attrs!.set('errno', known ? args[0]! : null);
      self.attrs!.set('strerror', known ? args[1]! : null);
      self.attrs!.set('filename', args[2] ?? null);
      if (args.length > 4) self.attrs!.set('filename2', args[4]!);
      self.args = args.slice(0, known ? 2 : args.length);
    }),
  },
  str: strOsError,
});
