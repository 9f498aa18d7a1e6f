/** argparse for Python: parsers, groups, sub-commands. Answers to: CPython 3.11's argparse. */

import { list, tuple } from '../../python/values/containers/containers.ts';
import { exceptionClass } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { SUPPRESS } from '../../stdlib/argparse/argument.ts';
import {
  ArgumentParser,
  type ArgumentPlace,
  type Group,
  type ParserOptions,
} from '../../stdlib/argparse/argument-parser.ts';
import { terminalWidth } from '../../stdlib/argparse/terminal-width.ts';
import { nothing } from '../alembic/bound.ts';
import { actionClass, addArgument, booleanActionClass } from './add-argument.ts';
import { FORMATTERS, layoutFrom } from './formatters.ts';
import { Namespace, namespaceClass, pythonValue } from './namespace.ts';

const MODULE = 'argparse';

/** What the constructor of a parser was told, or `add_parser` for a sub-command. */
function parserOptions(
  call: Interpreter,
  given: ReadonlyMap<string, Value>,
  prog: string,
): Omit<ParserOptions, 'prog'> {
  const said = (name: string) => given.get(name) ?? null;
  const text = (name: 'usage' | 'description' | 'epilog') =>
    said(name) === null ? {} : { [name]: call.str(said(name)) };
  const parents = said('parents') === null ? [] : [...call.iterate(said('parents'))];
  return {
    ...text('usage'),
    ...text('description'),
    ...text('epilog'),
    parents: parents as unknown as ArgumentParser[],
    layout: layoutFrom(call, said('formatter_class'), prog),
    ...(said('argument_default') !== null && { argumentDefault: said('argument_default') }),
    addHelp: call.truth(given.get('add_help') ?? true),
    allowAbbreviations: call.truth(given.get('allow_abbrev') ?? true),
    exitOnError: call.truth(given.get('exit_on_error') ?? true),
    shown: (value) => call.str(value as Value),
    repr: (value) => call.repr(value as Value),
  };
}

const SIGNATURE =
  'prog=None, usage=None, description=None, epilog=None, parents=None, formatter_class=None, prefix_chars="-", ' +
  'fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True';

const PARTS = SIGNATURE.split(', ').map((part) => part.split('=')[0]!);

function construct(call: Interpreter, _cls: PyClass, ...bound: Value[]): ArgumentParser {
  const given = new Map(PARTS.map((name, at) => [name, bound[at] ?? null]));
  const { stdout, stderr, argv } = call.process;
  const said = given.get('prog') ?? null;
  const prog = said === null ? (argv[0] ?? '').replace(/.*\//, '') : call.str(said);
  const terminal = { stdout, stderr, columns: terminalWidth(call.process) };
  return new ArgumentParser(terminal, { ...parserOptions(call, given, prog), prog });
}

/** The namespace that was given, with the values in it, or a new one. */
function filled(call: Interpreter, into: Value, values: Map<string, unknown>): Value {
  if (into === null || into === undefined) return new Namespace(values) as unknown as Value;
  for (const [name, value] of values) call.setAttribute(into, name, pythonValue(value) ?? null);
  return into;
}

const words = (call: Interpreter, args: Value): string[] =>
  args === null ? call.process.argv.slice(1) : [...call.iterate(args)].map((word) => call.str(word));

/** What `add_argument_group` and `add_mutually_exclusive_group` give. */
class ArgumentGroup {
  readonly parser: ArgumentParser;
  readonly place: ArgumentPlace;
  constructor(parser: ArgumentParser, place: ArgumentPlace) {
    this.parser = parser;
    this.place = place;
  }
}

const exclusiveIn = (self: ArgumentParser, call: Interpreter, required: Value, group?: Group) =>
  new ArgumentGroup(self, { group, exclusive: self.addExclusive(call.truth(required)) });

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
        addArgument(call, self.parser, names as string[], keywords, self.place),
    ],
    add_mutually_exclusive_group: [
      '*, required=False',
      (call, self: ArgumentGroup, required: Value) =>
        exclusiveIn(self.parser, call, required, self.place.group),
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
        const { help = null, aliases = null, prog = null } = Object.fromEntries(keywords);
        return self.add(name, {
          ...parserOptions(call, keywords, name),
          ...(prog !== null && { prog: call.str(prog) }),
          ...(help !== null && { help: call.str(help) }),
          aliases: aliases === null ? [] : [...call.iterate(aliases)].map(String),
        });
      },
    ],
  },
});

function print(call: Interpreter, file: Value, text: string): null {
  if (file === null) call.process.stdout.write(text);
  else call.callMethod(file, 'write', text);
  return null;
}

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
        addArgument(call, self, names as string[], keywords),
    ],
    add_mutually_exclusive_group: [
      '*, required=False',
      (call, self: ArgumentParser, required: Value) => exclusiveIn(self, call, required),
    ],
    add_argument_group: [
      'title=None, description=None',
      (_call, self: ArgumentParser, title: string | null, description: string | null) =>
        new ArgumentGroup(self, { group: self.addGroup(title ?? '', description ?? undefined) }),
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
      (call, self: ArgumentParser, args: Value, into: Value) =>
        filled(call, into, self.parse(words(call, args))),
    ],
    parse_known_args: [
      'args=None, namespace=None',
      (call, self: ArgumentParser, args: Value, into: Value) => {
        const { values, extras } = self.parseKnown(words(call, args));
        return tuple([filled(call, into, values), list(extras)]);
      },
    ],
    format_help: ['', (_call, self: ArgumentParser) => self.formatHelp()],
    format_usage: ['', (_call, self: ArgumentParser) => self.formatUsage()],
    get_default: [
      'dest',
      (_call, self: ArgumentParser, dest: string) => pythonValue(self.defaultOf(dest)) ?? null,
    ],
    print_help: [
      'file=None',
      (call, self: ArgumentParser, file: Value) => print(call, file, self.formatHelp()),
    ],
    print_usage: [
      'file=None',
      (call, self: ArgumentParser, file: Value) => print(call, file, self.formatUsage()),
    ],
    error: ['message', (_call, self: ArgumentParser, message: string) => self.error(message)],
    exit: [
      'status=0, message=None',
      (_call, self: ArgumentParser, status: number, message: string | null) =>
        self.exit(status, message ?? undefined),
    ],
  },
  getters: { prog: (self: ArgumentParser) => self.prog },
  repr: (self: ArgumentParser, call) => {
    const { usage = null, description = null, addHelp } = self.options;
    const said = [self.prog, usage, description].map((each) => call.repr(each));
    return (
      `ArgumentParser(prog=${said[0]}, usage=${said[1]}, description=${said[2]}, ` +
      `formatter_class=<class 'argparse.HelpFormatter'>, conflict_handler='error', add_help=${addHelp === false ? 'False' : 'True'})`
    );
  },
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
  SUPPRESS: () => SUPPRESS,
  Action: () => actionClass,
  BooleanOptionalAction: () => booleanActionClass,
  ...FORMATTERS,
  REMAINDER: () => '...',
});
