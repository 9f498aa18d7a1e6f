/** `add_argument(…)`: what a learner says of an argument. Answers to: argparse's action classes and their checks. */
import { list } from '../../python/values/containers/containers.ts';
import { raise, typeError, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { ArgumentMessage, type Nargs } from '../../stdlib/argparse/argument.ts';
import type { ArgumentParser, ArgumentPlace } from '../../stdlib/argparse/argument-parser.ts';
import type { ArgumentOptions } from '../../stdlib/argparse/make-argument.ts';
import { isCallable } from '../builtins/functions/class-functions.ts';
import { Namespace, pythonValue } from './namespace.ts';

const ACTION_PARTS = 'nargs const default type choices required help metavar'.split(' ');

/** The actions by name: their class, and what they may be told. */
const ACTIONS: Readonly<Record<string, readonly [cls: string, options: string]>> = {
  store: ['_StoreAction', ACTION_PARTS.join(' ')],
  append: ['_AppendAction', ACTION_PARTS.join(' ')],
  extend: ['_ExtendAction', ACTION_PARTS.join(' ')],
  store_const: ['_StoreConstAction', 'const default required help metavar'],
  append_const: ['_AppendConstAction', 'const default required help metavar'],
  store_true: ['_StoreTrueAction', 'default required help'],
  store_false: ['_StoreFalseAction', 'default required help'],
  count: ['_CountAction', 'default required help'],
  help: ['_HelpAction', 'default help'],
  version: ['_VersionAction', 'version default help'],
};

/** `argparse.Action`, to derive from: an object keeps what it was told. */
export const actionClass: PyClass = nativeClass({
  name: 'Action',
  module: 'argparse',
  methods: {
    __init__: [
      'option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None',
      (call, self: Value, ...given: Value[]) => {
        for (const [at, name] of ['option_strings', 'dest', ...ACTION_PARTS].entries())
          call.setAttribute(self, name, given[at] ?? null);
        return null;
      },
    ],
    __call__: [
      'parser, namespace, values, option_string=None',
      () => {
        throw raise('NotImplementedError', '.__call__() not defined');
      },
    ],
  },
});

export const booleanActionClass: PyClass = nativeClass({
  name: 'BooleanOptionalAction',
  module: 'argparse',
  bases: [actionClass],
});

/** Adds the argument. @throws TypeError, ValueError and ArgumentError of Python */
export function addArgument(
  call: Interpreter,
  parser: ArgumentParser,
  names: readonly string[],
  keywords: ReadonlyMap<string, Value>,
  place: ArgumentPlace = {},
): Value {
  if (!names.some((name) => name.startsWith('-')) && keywords.has('required'))
    throw typeError("'required' is an invalid argument for positionals");
  const options = optionsOf(call, parser, names, keywords);
  return parser.addArgument(names, options, place) as unknown as Value;
}

function optionsOf(
  call: Interpreter,
  parser: ArgumentParser,
  names: readonly string[],
  keywords: ReadonlyMap<string, Value>,
): ArgumentOptions {
  const action = keywords.get('action') ?? 'store';
  if (action === booleanActionClass) return { ...plainOptions(call, keywords), action: 'boolean' };
  if (action instanceof PyClass) return ownAction(call, parser, names, action, keywords);
  const known = ACTIONS[String(action)];
  if (!known) throw valueError(`unknown action "${String(action)}"`);
  const [cls, allowed] = known;
  for (const name of keywords.keys()) {
    if (name === 'action' || name === 'dest' || allowed.split(' ').includes(name)) continue;
    throw typeError(`${cls}.__init__() got an unexpected keyword argument '${name}'`);
  }
  return plainOptions(call, keywords);
}

/** An action of the learner's own: an object of the class, which is called with what was given. */
function ownAction(
  call: Interpreter,
  parser: ArgumentParser,
  names: readonly string[],
  cls: PyClass,
  keywords: ReadonlyMap<string, Value>,
): ArgumentOptions {
  const flags = names.filter((name) => name.startsWith('-'));
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? names[0]!;
  const dest = keywords.get('dest') ?? long.replace(/^-+/, '').replaceAll('-', '_');
  const given = new Map<string, Value>([
    ['option_strings', list(flags)],
    ['dest', dest],
    ...[...keywords].filter(([name]) => name !== 'action' && name !== 'dest'),
  ]);
  const made = call.call(cls, [], given);
  const told = new Map<string, Value>();
  for (const name of ['dest', ...ACTION_PARTS]) {
    const value = call.getAttribute(made, name) ?? null;
    if (value !== null) told.set(name, value);
  }
  return {
    default: null,
    ...plainOptions(call, told),
    action: 'call',
    run: (value, flag, values) =>
      call.call(made, [
        parser as unknown as Value,
        new Namespace(values) as unknown as Value,
        pythonValue(value) ?? null,
        flag,
      ]),
  };
}

function plainOptions(call: Interpreter, keywords: ReadonlyMap<string, Value>): ArgumentOptions {
  const options: Record<string, unknown> = {};
  for (const [name, value] of keywords) {
    if (name === 'type') {
      if (value === null) continue;
      if (!isCallable(value)) throw valueError(`${call.repr(value)} is not callable`);
      options.convert = (word: string) => converted(call, value, word);
    } else if (name === 'choices') {
      if (value !== null) options.choices = [...call.iterate(value)];
    } else if (name === 'metavar' && value !== null && typeof value !== 'string') {
      options.metavar = [...call.iterate(value)];
    } else if (value !== null || name === 'default') {
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
