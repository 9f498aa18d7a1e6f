/** argparse for Python: parsers, groups, namespaces. */

import { list, tuple } from '../python/values/containers/containers.ts';
import { dict } from '../python/values/containers/dict.ts';
import { exceptionClass } from '../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeClass } from '../python/values/native/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { ArgumentMessage, type Nargs } from '../stdlib/argparse/argument.ts';
import { type ArgumentOptions, ArgumentParser } from '../stdlib/argparse/argument-parser.ts';
import { terminalWidth } from '../stdlib/argparse/terminal-width.ts';
import { nothing } from './alembic/bound.ts';

const MODULE = 'argparse';

/** `argparse.Namespace` */
export class Namespace {
  readonly values: Map<string, unknown>;
  constructor(values: Map<string, unknown>) {
    this.values = values;
  }
}

const namespaceClass = nativeClass({
  name: 'Namespace',
  module: MODULE,
  host: Namespace,
  signature: '**kwargs',
  construct: (_call, _cls, keywords: Map<string, Value>) => new Namespace(new Map(keywords)),
  methods: {
    __setattr__: [
      'name, value',
      (_call, self: Namespace, name: string, value: Value) => nothing(self.values.set(name, value)),
    ],
  },
  getters: {
    __dict__: (self: Namespace) => dict([...self.values].map(([name, value]) => [name, pythonValue(value)!])),
  },
  getattr: (self: Namespace, name) => pythonValue(self.values.get(name)),
  contains: (self: Namespace, name: string) => self.values.has(name),
  repr: (self: Namespace, call) =>
    `Namespace(${[...self.values].map(([name, value]) => `${name}=${call.repr(pythonValue(value)!)}`).join(', ')})`,
});

const pythonValue = (value: unknown): Value | undefined =>
  Array.isArray(value) ? list(value as Value[]) : (value as Value | undefined);

function parserOf(call: Interpreter, prog: Value, rest: Readonly<Record<string, Value>>): ArgumentParser {
  const { stdout, stderr, argv } = call.process;
  const text = (name: string) =>
    rest[name] === null || rest[name] === undefined ? undefined : call.str(rest[name]);
  const usage = text('usage');
  const description = text('description');
  const epilog = text('epilog');
  return new ArgumentParser(
    { stdout, stderr, columns: terminalWidth(call.process) },
    {
      prog: prog === null ? (argv[0] ?? '').replace(/.*\//, '') : call.str(prog),
      ...(usage === undefined ? {} : { usage }),
      ...(description === undefined ? {} : { description }),
      ...(epilog === undefined ? {} : { epilog }),
      addHelp: call.truth(rest.add_help ?? true),
      allowAbbreviations: call.truth(rest.allow_abbrev ?? true),
      repr: (value) => call.repr(value as Value),
    },
  );
}

const SIGNATURE =
  'prog=None, usage=None, description=None, epilog=None, parents=None, formatter_class=None, prefix_chars="-", ' +
  'fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True';

function construct(call: Interpreter, _cls: PyClass, ...bound: Value[]): ArgumentParser {
  const [prog, usage, description, epilog, , , , , , , add_help, allow_abbrev] = bound as Value[];
  return parserOf(call, prog ?? null, {
    usage: usage!,
    description: description!,
    epilog: epilog!,
    add_help: add_help!,
    allow_abbrev: allow_abbrev!,
  });
}

function optionsOf(call: Interpreter, keywords: ReadonlyMap<string, Value>): ArgumentOptions {
  const options: Record<string, unknown> = {};
  for (const [name, value] of keywords) {
    if (name === 'type') {
      options.convert = (word: string) => converted(call, value, word);
    } else if (name === 'choices') {
      options.choices = [...call.iterate(value)];
    } else if (name === 'metavar' && value !== null && typeof value !== 'string') {
      options.metavar = [...call.iterate(value)];
    } else {
      options[name] = name === 'nargs' ? (value as Nargs) : value;
    }
  }
  return options as ArgumentOptions;
}

/** `type=int` on a word. @throws ArgumentMessage */
function converted(call: Interpreter, type: Value, word: string): Value {
  try {
    return call.call(type, [word]);
  } catch (error) {
    const thrown = call.process.python.thrown(error);
    if (!thrown) throw error;
    if (thrown.types.includes('argparse.ArgumentTypeError'))
      throw new ArgumentMessage(undefined, thrown.message);
    if (!thrown.types.includes('builtins.ValueError') && !thrown.types.includes('builtins.TypeError'))
      throw error;
    const name = call.getAttribute(type, '__name__') ?? call.repr(type);
    throw new ArgumentMessage(undefined, `invalid ${String(name)} value: ${call.repr(word)}`);
  }
}

const words = (call: Interpreter, args: Value): string[] =>
  args === null ? call.process.argv.slice(1) : [...call.iterate(args)].map((word) => call.str(word));

/** What `add_argument_group` gives. */
class ArgumentGroup {
  readonly parser: ArgumentParser;
  readonly group: ReturnType<ArgumentParser['addGroup']>;
  constructor(parser: ArgumentParser, title: string, description: string | undefined) {
    this.parser = parser;
    this.group = parser.addGroup(title, description);
  }
}

/** What `add_subparsers` gives. */
export class SubParsers {
  readonly add: ReturnType<ArgumentParser['addSubparsers']>;
  constructor(parser: ArgumentParser, options: Parameters<ArgumentParser['addSubparsers']>[0] = {}) {
    this.add = parser.addSubparsers(options);
  }
}

const groupClass = nativeClass({
  name: '_ArgumentGroup',
  module: MODULE,
  host: ArgumentGroup,
  methods: {
    add_argument: [
      '*args, **kwargs',
      (call, self: ArgumentGroup, names: Value[], keywords: Map<string, Value>) =>
        self.parser.addArgument(names as string[], optionsOf(call, keywords), self.group),
    ],
  },
});

const subParsersClass = nativeClass({
  name: '_SubParsersAction',
  module: MODULE,
  host: SubParsers,
  methods: {
    add_parser: [
      'name, **kwargs',
      (call, self: SubParsers, name: string, keywords: Map<string, Value>) => {
        const text = (key: string) => (keywords.has(key) ? { [key]: call.str(keywords.get(key)!) } : {});
        return self.add(name, {
          ...text('help'),
          ...text('description'),
          ...text('epilog'),
          ...text('usage'),
        });
      },
    ],
  },
});

export const parserClass = nativeClass({
  name: 'ArgumentParser',
  module: MODULE,
  host: ArgumentParser,
  signature: SIGNATURE,
  construct,
  methods: {
    add_argument: [
      '*args, **kwargs',
      (call, self: ArgumentParser, names: Value[], keywords: Map<string, Value>) =>
        self.addArgument(names as string[], optionsOf(call, keywords)),
    ],
    add_argument_group: [
      'title=None, description=None',
      (_call, self: ArgumentParser, title: string | null, description: string | null) =>
        new ArgumentGroup(self, title ?? '', description ?? undefined),
    ],
    add_subparsers: [
      '**kwargs',
      (call, self: ArgumentParser, keywords: Map<string, Value>) => {
        const text = (key: string) => (keywords.has(key) ? { [key]: call.str(keywords.get(key)!) } : {});
        const required = call.truth(keywords.get('required') ?? false);
        return new SubParsers(self, {
          ...text('dest'),
          ...text('help'),
          ...text('metavar'),
          ...text('title'),
          required,
        });
      },
    ],
    set_defaults: [
      '**kwargs',
      (_call, self: ArgumentParser, keywords: Map<string, Value>) => nothing(self.setDefaults(keywords)),
    ],
    parse_args: [
      'args=None, namespace=None',
      (call, self: ArgumentParser, args: Value) => new Namespace(self.parse(words(call, args))),
    ],
    parse_known_args: [
      'args=None, namespace=None',
      (call, self: ArgumentParser, args: Value) => {
        const { values, extras } = self.parseKnown(words(call, args));
        return tuple([new Namespace(values), list(extras)]);
      },
    ],
    format_help: ['', (_call, self: ArgumentParser) => self.formatHelp()],
    format_usage: ['', (_call, self: ArgumentParser) => self.formatUsage()],
    print_help: [
      'file=None',
      (call, self: ArgumentParser) => nothing(call.process.stdout.write(self.formatHelp())),
    ],
    print_usage: [
      'file=None',
      (call, self: ArgumentParser) => nothing(call.process.stdout.write(self.formatUsage())),
    ],
    error: ['message', (_call, self: ArgumentParser, message: string) => self.error(message)],
    exit: [
      'status=0, message=None',
      (_call, self: ArgumentParser, status: number, message: string | null) =>
        self.exit(status, message ?? undefined),
    ],
  },
  getters: { prog: (self: ArgumentParser) => self.prog },
});

const argumentError = nativeClass({
  name: 'ArgumentError',
  module: MODULE,
  bases: [exceptionClass('Exception')],
});
const argumentTypeError = nativeClass({
  name: 'ArgumentTypeError',
  module: MODULE,
  bases: [exceptionClass('Exception')],
});

export const argparseModule: NativeModule = lazyModule(MODULE, {
  ArgumentParser: () => parserClass,
  Namespace: () => namespaceClass,
  ArgumentError: () => argumentError,
  ArgumentTypeError: () => argumentTypeError,
  _ArgumentGroup: () => groupClass,
  _SubParsersAction: () => subParsersClass,
  OPTIONAL: () => '?',
  ZERO_OR_MORE: () => '*',
  ONE_OR_MORE: () => '+',
  REMAINDER: () => '...',
});
