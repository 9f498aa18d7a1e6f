/** `warnings`: filters, and the line that a warning prints. */
import { typeName } from '../python/values/classes/class-of.ts';
import { list, type PyList, PyTuple } from '../python/values/containers/containers.ts';
import {
  exceptionClass,
  isException,
  type PyException,
  raise,
  typeError,
} from '../python/values/exceptions/exceptions.ts';
import type { FrameView, Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native/native.ts';
import { PyClass, PyObject, type Value } from '../python/values/value.ts';

type Action = 'default' | 'always' | 'ignore' | 'error' | 'once' | 'module';

interface Filter {
  readonly action: Action;
  readonly category: PyClass | undefined;
  readonly message: RegExp | undefined;
  readonly module: RegExp | undefined;
  /** 0 for every line. */
  readonly line: number;
}

interface State {
  filters: Filter[];
  /** Where `catch_warnings(record=True)` collects; undefined while warnings are printed. */
  record: PyList | undefined;
  /** `logging.captureWarnings(True)` */
  logged: boolean;
  readonly seen: Set<string>;
}

const key = Symbol('warnings');
const stateOf = (call: Interpreter): State =>
  call.state<State>(key, () => ({ filters: [], record: undefined, logged: false, seen: new Set() }));

/** Categories that Python leaves unsaid unless `__main__` causes them. */
const QUIET = ['DeprecationWarning', 'PendingDeprecationWarning', 'ImportWarning', 'ResourceWarning'];

function actionFor(
  call: Interpreter,
  category: PyClass,
  message: string,
  frame: FrameView | undefined,
): Action {
  const found = stateOf(call).filters.find(
    (filter) =>
      (filter.category === undefined || category.isSubclassOf(filter.category)) &&
      (filter.message === undefined || filter.message.test(message)) &&
      (filter.module === undefined || filter.module.test(moduleOf(frame))) &&
      (filter.line === 0 || filter.line === (frame?.line ?? COMMAND.line)),
  );
  if (found) return found.action;
  const quiet = category.mro.some((one) => QUIET.includes(one.name));
  return quiet && frame?.globals.get('__name__') !== '__main__' ? 'ignore' : 'default';
}

/** The module that a warning is laid to; a file that no module is known of goes by its path. */
function moduleOf(frame: FrameView | undefined): string {
  const name = frame?.globals.get('__name__');
  return typeof name === 'string' ? name : (frame?.file ?? COMMAND.file).replace(/\.py$/, '');
}

/** One caught warning. */
class Caught extends PyObject {}
const caughtClass = nativeClass({ name: 'WarningMessage', module: 'warnings' });

function warn(call: Interpreter, given: Value, category: Value, level: number, source: Value): Value {
  let frame = call.frame;
  for (let up = 1; up < level && frame?.back; up++) frame = frame.back;
  return warnAt(call, given, category, frame, { source });
}

/** @throws TypeError for what is no class of warnings */
function categoryOf(category: Value): PyClass {
  if (category === null) return exceptionClass('UserWarning');
  if (category instanceof PyClass && category.isSubclassOf(exceptionClass('Warning'))) return category;
  throw typeError(`category must be a Warning subclass, not '${typeName(category)}'`);
}

/** A warning that a place causes: a frame, or a line of a file. `remember`: say it once for this place; `source`: what it is about. */
function warnAt(
  call: Interpreter,
  given: Value,
  category: Value,
  frame: FrameView | undefined,
  { remember = true, source = null }: { remember?: boolean; source?: Value } = {},
): Value {
  const instance =
    given instanceof PyObject && isException(given, 'Warning') ? (given as PyException) : undefined;
  const cls = instance ? instance.cls : categoryOf(category);
  const message = call.str(instance ?? given);
  const action = actionFor(call, cls, message, frame);
  if (action === 'ignore') return null;
  if (action === 'error') throw instance ?? call.call(cls, [given]);
  const warning = instance ?? (call.call(cls, [message]) as PyException);
  // What is printed is the warning as its class words it, which a class of one's own may do otherwise.
  show(call, cls, call.str(warning), frame, remember ? action : 'always', warning, source !== null);
  return null;
}

/** The installed command, which is what is left where only library code runs. */
const COMMAND = { file: '/usr/local/bin/alembic', line: 8, source: 'sys.exit(main())' };

const place = (file: string, line: number): FrameView => ({
  file,
  line,
  name: '<module>',
  globals: new Map(),
  back: undefined,
  ownVariables: [],
  locals: () => new Map(),
});

function show(
  call: Interpreter,
  cls: PyClass,
  message: string,
  frame: FrameView | undefined,
  action: Action,
  instance: PyException,
  about: boolean,
): void {
  const state = stateOf(call);
  const file = frame?.file ?? COMMAND.file;
  const line = frame?.line ?? COMMAND.line;
  const where = action === 'once' ? '' : action === 'module' ? file : `${file}:${line}`;
  const once = `${where}:${cls.name}:${message}`;
  if (action !== 'always' && state.seen.has(once)) return;
  state.seen.add(once);
  if (state.record) {
    const caught = new Caught(caughtClass);
    caught.attrs = new Map<string, Value>([
      ['message', instance],
      ['category', cls],
      ['filename', file],
      ['lineno', line],
    ]);
    state.record.items.push(caught);
    return;
  }
  const source = frame ? sourceLine(call, file, line) : COMMAND.source;
  // Of a warning about an object CPython would tell where that was made, if it had kept it.
  const made = about ? `${cls.name}: Enable tracemalloc to get the object allocation traceback\n` : '';
  const text = `${file}:${line}: ${cls.name}: ${message}\n${source ? `  ${source}\n` : ''}${made}`;
  if (state.logged) call.process.log('py.warnings', 'WARNING', text);
  else call.process.stderr.write(text);
}

function sourceLine(call: Interpreter, file: string, line: number): string | undefined {
  const { place: at } = call.process;
  if (at?.source !== undefined && at.file === file && at.line === line) return at.source;
  return call.process.machine.files.read(file)?.split('\n')[line - 1]?.trim();
}

/** What `filterwarnings` and `simplefilter` were given. */
interface Wanted {
  readonly action: Value;
  readonly message?: Value;
  readonly category: Value;
  readonly module?: Value;
  readonly line: Value;
  readonly append: Value;
}

function addFilter(call: Interpreter, wanted: Wanted): Value {
  const { message, category, module } = wanted;
  const pattern = (text: Value | undefined, flags: string) =>
    typeof text === 'string' && text ? new RegExp(`^(?:${text})`, flags) : undefined;
  const filter: Filter = {
    action: wanted.action as Action,
    category: category instanceof PyClass ? category : undefined,
    message: pattern(message, 'i'),
    module: pattern(module, ''),
    line: Number(wanted.line),
  };
  const state = stateOf(call);
  state.filters = wanted.append === true ? [...state.filters, filter] : [filter, ...state.filters];
  return null;
}

/** `with warnings.catch_warnings(record=True) as seen:` */
class CatchWarnings {
  readonly record: boolean;
  /** The filter that holds inside of the block. */
  readonly wanted: Wanted;
  before: { filters: Filter[]; record: PyList | undefined } | undefined;
  constructor(record: boolean, wanted: Wanted) {
    this.record = record;
    this.wanted = wanted;
  }
}

const catchWarningsClass = nativeClass({
  name: 'catch_warnings',
  module: 'warnings',
  host: CatchWarnings,
  signature: '*, record=False, module=None, action=None, category=None, lineno=0, append=False',
  construct: (
    _call,
    _cls,
    record: Value,
    _module: Value,
    action: Value,
    category: Value,
    line: Value,
    append: Value,
  ) => new CatchWarnings(record === true, { action, category, line, append }),
  methods: {
    __enter__: [
      '',
      (call, self: CatchWarnings) => {
        const state = stateOf(call);
        self.before = { filters: state.filters, record: state.record };
        state.filters = [...state.filters];
        if (self.wanted.action !== null) addFilter(call, self.wanted);
        if (!self.record) return null;
        state.record = list([]);
        return state.record;
      },
    ],
    __exit__: [
      '*exc_info',
      (call, self: CatchWarnings) => {
        Object.assign(stateOf(call), self.before);
        return null;
      },
    ],
  },
});

export const warningsModule = lazyModule('warnings', {
  warn: () =>
    nativeFunction(
      'warn',
      'message, category=None, stacklevel=1, source=None',
      (call, message: Value, category: Value, level: Value, source: Value) =>
        warn(call, message, category, Number(level), source),
    ),
  warn_explicit: () =>
    nativeFunction(
      'warn_explicit',
      'message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None',
      // With a registry, whichever it is, a place says the same once.
      (
        call,
        message: Value,
        category: Value,
        filename: Value,
        lineno: Value,
        _module: Value,
        registry: Value,
        _globals: Value,
        source: Value,
      ) => {
        const frame = place(String(filename), Number(lineno));
        return warnAt(call, message, category, frame, { remember: registry !== null, source });
      },
    ),
  filterwarnings: () =>
    nativeFunction(
      'filterwarnings',
      'action, message="", category=None, module="", lineno=0, append=False',
      (call, action: Value, message: Value, category: Value, module: Value, line: Value, append: Value) => {
        checkAction(action);
        return addFilter(call, { action, message, category, module, line, append });
      },
    ),
  simplefilter: () =>
    nativeFunction(
      'simplefilter',
      'action, category=None, lineno=0, append=False',
      (call, action: Value, category: Value, line: Value, append: Value) => {
        checkAction(action);
        return addFilter(call, { action, category, line, append });
      },
    ),
  resetwarnings: () =>
    nativeFunction('resetwarnings', '', (call) => {
      stateOf(call).filters = [];
      return null;
    }),
  catch_warnings: () => catchWarningsClass,
  WarningMessage: () => caughtClass,
  // Not Python's: how `logging.captureWarnings` reaches this module.
  _capture: () =>
    nativeFunction('_capture', 'capture', (call, capture: boolean) => {
      stateOf(call).logged = capture;
      return null;
    }),
});

const ACTIONS = ['error', 'ignore', 'always', 'default', 'module', 'once'];

function checkAction(action: Value): void {
  if (typeof action === 'string' && ACTIONS.includes(action)) return;
  throw raise('AssertionError', `invalid action: ${action instanceof PyTuple ? '()' : String(action)}`);
}
