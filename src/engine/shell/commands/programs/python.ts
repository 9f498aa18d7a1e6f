/** `python file.py`, `python -c`, `python -m`. Answers to: CPython's command line. */
import { within } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { absolute, folderOf } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { startPython } from '../../run/process.ts';
import { shellWords } from '../../words.ts';

const VERSION = 'Python 3.11.7';

export const python: Program = {
  options: ['-c', '-m', '--version'],
  run: (call) => {
    const [first, ...rest] = call.args;
    if (first === '--version' || first === '-V') {
      call.stdout.write(`${VERSION}\n`);
      return 0;
    }
    if (first === '-c') return runText(call, rest);
    if (first === '-m') return runModule(call, rest);
    if (first?.startsWith('-') && first !== '-') {
      call.stderr.write(
        `unknown option ${first}\nusage: python [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`,
      );
      return 2;
    }
    if (first === undefined || first === '-') {
      const { stdin } = call;
      if (stdin !== undefined) return runText(call, [stdin]);
      call.stderr.write(`python: ${shellWords(call.machine).python}\n`);
      return 1;
    }
    return runFile(call, first, rest);
  },
};

function runFile(call: Invocation, name: string, args: readonly string[]): number {
  const path = absolute(name, call.machine.cwd);
  if (!call.machine.files.isFile(path)) {
    const why = call.machine.files.isDirectory(path)
      ? `can't find '__main__' module in '${path}'`
      : `can't open file '${path}': [Errno 2] No such file or directory`;
    call.stderr.write(`python: ${why}\n`);
    return call.machine.files.isDirectory(path) ? 1 : 2;
  }
  return startPython(call, [name, ...args], folderOf(path)).python.main(path);
}

function runText(call: Invocation, [source, ...args]: readonly string[]): number {
  if (source === undefined) {
    call.stderr.write('Argument expected for the -c option\n');
    return 2;
  }
  const { python: interpreter } = startPython(call, ['-c', ...args], '');
  const names = new Map<string, Value>([
    ['__name__', '__main__'],
    ['__doc__', null],
  ]);
  return within(interpreter, () =>
    interpreter.guarded(() => interpreter.executeText(source, '<string>', names)),
  );
}

function runModule(call: Invocation, [name, ...args]: readonly string[]): number {
  if (name === undefined) {
    call.stderr.write('Argument expected for the -m option\n');
    return 2;
  }
  const { files, cwd } = call.machine;
  const base = `${cwd}/${name.replaceAll('.', '/')}`;
  const path = [`${base}.py`, `${base}/__main__.py`].find((one) => files.isFile(one));
  if (path === undefined) {
    call.stderr.write(`/usr/local/bin/python: No module named ${name}\n`);
    return 1;
  }
  return startPython(call, [path, ...args], cwd).python.main(path);
}
