/** A process with its Python: what the TypeScript rooms may ask of the learner's world. */

import type { Process, PythonWorld, SyntaxProblem, ThrownException } from '../machine.ts';
import type { Code } from '../python/evaluate/frame.ts';
import { warnOfForgotten } from '../python/evaluate/never-awaited.ts';
import { Python } from '../python/evaluate/python.ts';
import { PythonSyntaxError, parseModule } from '../python/parse/index.ts';
import { findAttribute } from '../python/values/attributes/attributes.ts';
import { setAttribute } from '../python/values/attributes/set-attribute.ts';
import { callValue } from '../python/values/callable.ts';
import { classOf } from '../python/values/classes/class-of.ts';
import { list, tuple } from '../python/values/containers/containers.ts';
import { dict } from '../python/values/containers/dict.ts';
import { iterate } from '../python/values/containers/iterate.ts';
import { PyException } from '../python/values/exceptions/exceptions.ts';
import { within } from '../python/values/interpreter.ts';
import { repr, str } from '../python/values/text.ts';
import { truth } from '../python/values/truth.ts';
import { type PyClass, undoPatches, type Value } from '../python/values/value.ts';
import { loggingOf } from '../stdlib/logging/logging.ts';
import { isCallable } from './builtins/functions/class-functions.ts';
import { builtinNames } from './builtins/index.ts';
import { moduleTable } from './index.ts';
import { reportFailure } from './logging/failure.ts';

/** What a process is before it has its Python. */
export type Hardware = Omit<Process, 'python' | 'warn' | 'log'>;

/** A new process: its Python, and the interpreter behind that for the modules and the shell. */
export function createInterpreter(hardware: Hardware): { process: Process; python: Python } {
  undoPatches();
  let python: Python | undefined;
  const process: Process = {
    ...hardware,
    python: createWorld(() => python!),
    warn: (category, message) => warn(python!, category, message),
    isLogged: (logger, level) => within(python!, () => loggingOf(process).isLogged(logger, level)),
    log: (logger, level, message) =>
      within(python!, () =>
        loggingOf(process).log(logger, level, message, (error, msg) =>
          reportFailure(python!, error, msg, tuple([]), python!.frame),
        ),
      ),
  };
  python = new Python(process, moduleTable, builtinNames());
  return { process, python };
}

/** `warnings.warn` where that module is there; else the line that it would print. */
function warn(python: Python, category: string, message: string): void {
  within(python, () => {
    const { place } = python.process;
    if (moduleTable.find('warnings') && place && (!python.frame || place.nearest)) {
      const { file, line } = place;
      python.call(python.importName('warnings.warn_explicit'), [
        message,
        python.importName(category),
        file,
        line,
        null,
        // With a registry the place says the same once.
        true,
      ]);
    } else if (moduleTable.find('warnings'))
      python.call(python.importName('warnings.warn'), [message, python.importName(category), 1]);
    else
      python.process.stderr.write(`<sys>:0: ${category.slice(category.lastIndexOf('.') + 1)}: ${message}\n`);
  });
}

function createWorld(running: () => Python): PythonWorld {
  const inside = <T>(work: (python: Python) => T): T => within(running(), () => work(running()));
  // Few, and asked for again and again: each is compiled, and warned of, once.
  const expressions = new Map<string, Code>();
  return {
    isCallable: (value) => isCallable(value as Value),
    forget: (value, at) =>
      inside((python) => {
        const { place } = python.process;
        python.process.place = at;
        warnOfForgotten(python, value as Value, at.file, at.line);
        python.process.place = place;
      }),
    call: (callable, args, keywords) =>
      inside(() =>
        callValue(
          callable as Value,
          args as Value[],
          keywords && new Map(Object.entries(keywords) as [string, Value][]),
        ),
      ),
    getAttribute: (value, name) => inside(() => findAttribute(value as Value, name)),
    setAttribute: (value, name, to) => inside(() => setAttribute(value as Value, name, to as Value)),
    repr: (value) => inside(() => repr(value as Value)),
    str: (value) => inside(() => str(value as Value)),
    truth: (value) => inside(() => truth(value as Value)),
    typeName: (value) => classOf(value as Value).name,
    isInstance: (value, dotted) =>
      inside((python) => classOf(value as Value).isSubclassOf(python.importName(dotted) as PyClass)),
    iterate: (value) => inside(() => [...iterate(value as Value)]),
    list: (items) => list([...(items as Value[])]),
    tuple: (items) => tuple([...(items as Value[])]),
    dict: (entries) => dict(entries as Iterable<readonly [Value, Value]>),
    runFile: (path, name, source) => inside((python) => python.runFile(path, name, source)),
    evaluate: (expression, names) =>
      inside((python) => {
        const code =
          expressions.get(expression) ?? python.compileText(expression, '<template>', 'eval', undefined);
        expressions.set(expression, code);
        return python.execute(code, new Map(names as ReadonlyMap<string, Value>));
      }),
    execute: (source, names) =>
      inside((python) => {
        const globals = new Map(names as ReadonlyMap<string, Value>);
        python.executeText(source, '<template>', globals);
        return globals;
      }),
    syntaxProblem,
    thrown: (error) => inside((python) => thrown(python, error)),
  };
}

function syntaxProblem(source: string, filename: string): SyntaxProblem | undefined {
  try {
    parseModule(source, filename);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, placeless } = error;
    return { type, message, line: placeless ? undefined : lineno };
  }
  return undefined;
}

function thrown(python: Python, error: unknown): ThrownException | undefined {
  const exception = python.toException(error);
  if (!(exception instanceof PyException)) return undefined;
  const dotted = ({ module, name }: PyClass) => `${module}.${name}`;
  return { types: exception.cls.mro.map(dotted), message: str(exception), value: exception };
}
