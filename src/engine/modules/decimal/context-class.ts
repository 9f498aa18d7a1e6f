/** `decimal.Context`, its traps and flags, `getcontext` and `localcontext`. */
import { NotImplemented } from '../../python/values/containers/containers.ts';
import { PyDict } from '../../python/values/containers/dict.ts';
import { raise, typeError, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../python/values/native/native.ts';
import type { NativeMethod } from '../../python/values/native/spec.ts';
import { isInt } from '../../python/values/numbers.ts';
import { PyClass, plain, type Value } from '../../python/values/value.ts';
import { type Context, finish, makeContext, SIGNALS, type Signal } from '../../stdlib/decimal/context.ts';
import { decimalArgument, fromValue } from './conversion.ts';
import { ContextValue, currentContextValue, setCurrentContext, under } from './current-context.ts';
import { roundingArgument } from './rounding-argument.ts';
import { signalClass } from './signals.ts';

/** MAX_PREC and MAX_EMAX, but for their last digits. */
const LARGEST = 1e18;

/** The `flags` or `traps` of a context: which conditions are set. */
class SignalMap {
  readonly signals: Set<Signal>;
  constructor(signals: Set<Signal>) {
    this.signals = signals;
  }
}

function signalOf(key: Value): Signal {
  const name = key instanceof PyClass ? (key.name as Signal) : undefined;
  if (name && SIGNALS.includes(name) && signalClass(name) === key) return name;
  throw raise('KeyError', 'invalid error flag');
}

/** The conditions in the order of `flags` and `traps`. */
const KEYS: readonly Signal[] = [
  'InvalidOperation',
  'FloatOperation',
  'DivisionByZero',
  'Overflow',
  'Underflow',
  'Subnormal',
  'Inexact',
  'Rounded',
  'Clamped',
];

nativeClass({
  name: 'SignalDict',
  module: 'decimal',
  host: SignalMap,
  style: 'builtin',
  len: () => SIGNALS.length,
  iterate: () => KEYS.map((name) => signalClass(name)),
  contains: (_self: SignalMap, key: Value) => SIGNALS.some((name) => signalClass(name) === key),
  getItem: (self: SignalMap, key: Value) => self.signals.has(signalOf(key)),
  setItem: (self: SignalMap, key: Value, value: Value, call) => {
    const signal = signalOf(key);
    if (call.truth(value)) self.signals.add(signal);
    else self.signals.delete(signal);
  },
  methods: {
    items: ['', (call, self: SignalMap) => call.callMethod(asDict(self), 'items')],
    keys: ['', (call, self: SignalMap) => call.callMethod(asDict(self), 'keys')],
    copy: ['', (_call, self: SignalMap) => asDict(self)],
  },
  eq: (self: SignalMap, other: Value) =>
    other instanceof SignalMap ? shown(self.signals) === shown(other.signals) : NotImplemented,
  repr: (self: SignalMap) =>
    `{${KEYS.map((name) => `<class 'decimal.${name}'>:${self.signals.has(name) ? 'True' : 'False'}`).join(', ')}}`,
});

const asDict = (self: SignalMap): PyDict =>
  new PyDict(KEYS.map((name) => [signalClass(name) as Value, self.signals.has(name) as Value] as const));

const shown = (signals: ReadonlySet<Signal>): string =>
  `[${SIGNALS.filter((name) => signals.has(name)).join(', ')}]`;

function intWithin(value: Value, from: number, to: number, message: string): number {
  const bare = plain(value);
  if (!isInt(bare)) throw typeError('an integer is required');
  if (Number(bare) < from || Number(bare) > to) throw valueError(message);
  return Number(bare);
}

type Setter = (context: Context, value: Value, call: Interpreter) => void;

function replaceSignals(signals: Set<Signal>, value: Value, call: Interpreter): void {
  const names =
    value instanceof SignalMap
      ? [...value.signals]
      : value instanceof PyDict
        ? [...value.entries()].filter(([, on]) => call.truth(on)).map(([key]) => signalOf(key))
        : [...call.iterate(value)].map(signalOf);
  signals.clear();
  for (const name of names) signals.add(name);
}

const SETTERS: Readonly<Record<string, Setter>> = {
  prec: (context, value) => {
    context.precision = intWithin(value, 1, LARGEST, 'valid range for prec is [1, MAX_PREC]');
  },
  rounding: (context, value) => {
    context.rounding = roundingArgument(value);
  },
  Emin: (context, value) => {
    context.smallest = intWithin(value, -LARGEST, 0, 'valid range for Emin is [MIN_EMIN, 0]');
  },
  Emax: (context, value) => {
    context.largest = intWithin(value, 0, LARGEST, 'valid range for Emax is [0, MAX_EMAX]');
  },
  capitals: (context, value) => {
    context.capitals = intWithin(value, 0, 1, 'valid values for capitals are 0 or 1');
  },
  clamp: (context, value) => {
    context.clamp = intWithin(value, 0, 1, 'valid values for clamp are 0 or 1');
  },
  flags: ({ flags }, value, call) => replaceSignals(flags, value, call),
  traps: ({ traps }, value, call) => replaceSignals(traps, value, call),
};

function change(call: Interpreter, context: Context, settings: Iterable<readonly [string, Value]>): void {
  for (const [name, value] of settings) {
    const set = SETTERS[name];
    if (set === undefined) throw typeError(`'${name}' is an invalid keyword argument for this function`);
    if (value !== null) set(context, value, call);
  }
}

const copyOf = (context: Context): Context => ({
  ...context,
  flags: new Set(context.flags),
  traps: new Set(context.traps),
});

const cleared = (signals: Set<Signal>): null => {
  signals.clear();
  return null;
};

const text = (context: Context): string =>
  `Context(prec=${context.precision}, rounding=${context.rounding}, Emin=${context.smallest}, Emax=${context.largest}, ` +
  `capitals=${context.capitals}, clamp=${context.clamp}, flags=${shown(context.flags)}, traps=${shown(context.traps)})`;

/** Methods of a context, and the methods of Decimal that do the same. */
const OPERATIONS: Readonly<Record<string, string>> = {
  add: '__add__',
  subtract: '__sub__',
  multiply: '__mul__',
  divide: '__truediv__',
  divide_int: '__floordiv__',
  remainder: '__mod__',
  divmod: '__divmod__',
  power: '__pow__',
  minus: '__neg__',
  plus: '__pos__',
  abs: '__abs__',
  ...Object.fromEntries(
    'sqrt exp ln log10 compare max min normalize to_integral_value to_eng_string scaleb quantize fma next_plus next_minus'
      .split(' ')
      .map((name) => [name, name]),
  ),
};

const operations = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, method]): [string, NativeMethod] => [
    name,
    [
      '*args',
      (call, self: ContextValue, args: Value[]) => {
        const [first, ...rest] = args.map(decimalArgument) as Value[];
        return under(call, self, () => call.callMethod(first!, method, ...rest));
      },
    ],
  ]),
);

export const contextClass: PyClass = nativeClass({
  name: 'Context',
  module: 'decimal',
  host: ContextValue,
  style: 'builtin',
  signature:
    'prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None',
  construct: (call, _cls, ...values: Value[]) => {
    const context = makeContext();
    change(
      call,
      context,
      'prec rounding Emin Emax capitals clamp flags traps'
        .split(' ')
        .map((name, at) => [name, values[at] ?? null]),
    );
    return new ContextValue(context);
  },
  methods: {
    ...operations,
    copy: ['', (_call, self: ContextValue) => new ContextValue(copyOf(self.context))],
    clear_flags: ['', (_call, { context }: ContextValue) => cleared(context.flags)],
    clear_traps: ['', (_call, { context }: ContextValue) => cleared(context.traps)],
    create_decimal: [
      "num='0', /",
      (call, self: ContextValue, value: Value) =>
        under(call, self, () => finish(fromValue(call, value), self.context)),
    ],
    Etiny: ['', (_call, { context }: ContextValue) => context.smallest - context.precision + 1],
    Etop: ['', (_call, { context }: ContextValue) => context.largest - context.precision + 1],
    to_sci_string: ['x, /', (call, _self: ContextValue, value: Value) => call.str(decimalArgument(value))],
  },
  getters: {
    prec: ({ context }: ContextValue) => context.precision,
    rounding: ({ context }: ContextValue) => context.rounding,
    Emin: ({ context }: ContextValue) => context.smallest,
    Emax: ({ context }: ContextValue) => context.largest,
    capitals: ({ context }: ContextValue) => context.capitals,
    clamp: ({ context }: ContextValue) => context.clamp,
    flags: ({ context }: ContextValue) => new SignalMap(context.flags),
    traps: ({ context }: ContextValue) => new SignalMap(context.traps),
  },
  setters: Object.fromEntries(
    Object.entries(SETTERS).map(([name, set]) => [
      name,
      (self: ContextValue, value: Value, call: Interpreter) => set(self.context, value, call),
    ]),
  ),
  repr: ({ context }: ContextValue) => text(context),
});

/** What `with localcontext():` enters and leaves. */
class LocalContext {
  readonly inner: ContextValue;
  before: ContextValue | undefined;
  constructor(inner: ContextValue) {
    this.inner = inner;
  }
}

nativeClass({
  name: 'ContextManager',
  module: 'decimal',
  host: LocalContext,
  methods: {
    __enter__: [
      '',
      (call, self: LocalContext) => {
        self.before = currentContextValue(call);
        setCurrentContext(call, self.inner);
        return self.inner;
      },
    ],
    __exit__: [
      '*args',
      (call, self: LocalContext) => {
        if (self.before) setCurrentContext(call, self.before);
        return false;
      },
    ],
  },
});

function asContext(value: Value): ContextValue {
  if (value instanceof ContextValue) return value;
  throw typeError('optional argument must be a context');
}

/** `decimal.getcontext` */
export const getcontext = () => nativeFunction('getcontext', '', (call) => currentContextValue(call));

/** `decimal.setcontext` */
export const setcontext = () =>
  nativeFunction('setcontext', 'context, /', (call, value: Value) => {
    setCurrentContext(call, asContext(value));
    return null;
  });

/** `decimal.localcontext`: a copy of a context, in force within `with`. */
export const localcontext = () =>
  nativeFunction(
    'localcontext',
    'ctx=None, **kwargs',
    (call, given: Value, settings: ReadonlyMap<string, Value>) => {
      const from = given === null ? currentContextValue(call) : asContext(given);
      const context = copyOf(from.context);
      change(call, context, settings);
      return new LocalContext(new ContextValue(context));
    },
  );

const standard = (precision: number, rounding: Context['rounding'], traps: readonly Signal[]) => () =>
  new ContextValue(makeContext(precision, rounding, traps));
const USUAL: readonly Signal[] = ['InvalidOperation', 'DivisionByZero', 'Overflow'];

/** The contexts that the module offers. */
export const CONTEXTS = {
  DefaultContext: standard(28, 'ROUND_HALF_EVEN', USUAL),
  BasicContext: standard(9, 'ROUND_HALF_UP', ['Clamped', ...USUAL, 'Underflow']),
  ExtendedContext: standard(9, 'ROUND_HALF_EVEN', []),
};
