/** A running Python: modules, frames, exceptions on their way. One per process. */
import { type Process, Raise } from '../../machine.ts';
import {
  CompilerOverflow,
  type CompileWarning,
  expressionWithWarnings,
  PythonSyntaxError,
  parseModule,
  parseWithWarnings,
  type SourceKind,
} from '../parse/index.ts';
import { fromJavaScript, stepLimit } from '../unsupported.ts';
import { findAttribute, getAttribute, missingAttribute } from '../values/attributes/attributes.ts';
import { setAttribute } from '../values/attributes/set-attribute.ts';
import { callValue } from '../values/callable.ts';
import { iterate } from '../values/containers/iterate.ts';
import {
  exceptionClass,
  isException,
  PyException,
  raise,
  type TracebackEntry,
} from '../values/exceptions/exceptions.ts';
import { formatException } from '../values/exceptions/traceback.ts';
import { within } from '../values/interpreter.ts';
import { moduleOfFile, PyModule } from '../values/module.ts';
import { repr, str } from '../values/text.ts';
import { truth } from '../values/truth.ts';
import type { Keywords, Value } from '../values/value.ts';
import { abandonAll } from './abandon.ts';
import { codeOfModule } from './code-of-module.ts';
import { compileExpression, compileModule } from './compile/compile.ts';
import { setContext } from './exception-context.ts';
import { exitStatus } from './exit-status.ts';
import { type Code, execute, Frame } from './frame.ts';
import { Importer, type ImportHost, type ModuleTable } from './imports.ts';
import { LIBRARY, libraryCode, tracebackOf } from './library-code.ts';
import { decoded } from './source-encoding.ts';
import { syntaxException } from './syntax-exception.ts';

/** Steps that an exception costs for each frame it leaves, so that a program cannot live on exceptions alone. */
const UNWIND_COST = 20;

export class Python implements ImportHost {
  readonly process: Process;
  readonly natives: ModuleTable;
  readonly builtins: ReadonlyMap<string, Value>;
  readonly modules = new Map<string, Value>();
  readonly path: Value[] = [];
  handling: PyException | null = null;
  frame: Frame | undefined = undefined;
  depth = 0;
  recursionLimit = 1000;
  budget: number;
  readonly #importer = new Importer(this);
  readonly #converted = new WeakMap<object, PyException>();
  readonly #state = new Map<symbol, unknown>();
  readonly #sources = new Map<string, string>();

  constructor(process: Process, natives: ModuleTable, builtins: ReadonlyMap<string, Value>) {
    this.process = process;
    this.natives = natives;
    this.builtins = builtins;
    this.budget = process.machine.stepBudget;
    this.modules.set('__main__', moduleOfFile('__main__', '/usr/local/bin/alembic'));
  }

  call(callable: Value, args: readonly Value[] = [], keywords?: Keywords): Value {
    return callValue(callable, args, keywords);
  }
  callMethod(object: Value, name: string, ...args: Value[]): Value {
    return callValue(getAttribute(object, name), args);
  }
  getAttribute(object: Value, name: string): Value | undefined {
    return findAttribute(object, name);
  }
  setAttribute(object: Value, name: string, value: Value): void {
    setAttribute(object, name, value);
  }
  missingAttribute(object: Value, name: string): object {
    return missingAttribute(object, name);
  }
  str(value: Value): string {
    return str(value);
  }
  repr(value: Value): string {
    return repr(value);
  }
  truth(value: Value): boolean {
    return truth(value);
  }
  iterate(value: Value): Iterable<Value> {
    return iterate(value);
  }

  importModule(name: string): Value {
    return this.#importer.load(name);
  }

  importName(dotted: string): Value {
    const dot = dotted.lastIndexOf('.');
    return getAttribute(this.importModule(dotted.slice(0, dot)), dotted.slice(dot + 1));
  }

  importStatement(frame: Frame, name: string, level: number, names: readonly string[] | undefined): Value {
    const absolute = this.#importer.import(name, level, frame.globals);
    return this.modules.get(names === undefined || names.length === 0 ? absolute.split('.')[0]! : absolute)!;
  }
  importFrom(module: Value, name: string): Value {
    return this.#importer.importFrom(module, name);
  }
  importStar(module: Value, into: Map<string, Value>): void {
    this.#importer.importStar(module, into);
  }
  isInitialising(module: Value): boolean {
    return this.#importer.isInitialising(module);
  }

  state<T>(key: symbol, make: () => T): T {
    if (!this.#state.has(key)) this.#state.set(key, make());
    return this.#state.get(key) as T;
  }

  spend(steps: number): void {
    this.budget -= steps;
    if (this.budget < 0) throw this.exhausted();
  }

  exhausted(): PyException {
    this.budget = 0;
    return stepLimit(this.process.machine.stepBudget);
  }

  toException(error: unknown): unknown {
    if (error instanceof PyException || typeof error !== 'object' || error === null) return error;
    const known = this.#converted.get(error);
    if (known) return known;
    const made = this.convert(error);
    if (made) this.#converted.set(error, made);
    return made ?? error;
  }

  private convert(error: object): PyException | undefined {
    if (error instanceof Raise) return this.convertRaise(error);
    if (error instanceof CompilerOverflow) return raise(error.type, error.message);
    if (error instanceof PythonSyntaxError) return syntaxException(error);
    return fromJavaScript(error);
  }

  private convertRaise({ type, args, options }: Raise): PyException {
    const made = this.constructed(type, args as Value[]);
    for (const [name, value] of Object.entries(options.attributes ?? {}))
      setAttribute(made, name, value as Value);
    made.raised = true;
    made.traceback = tracebackOf(options.frames ?? []);
    if (options.cause !== undefined) {
      const cause = options.cause === null ? null : this.toException(options.cause);
      made.cause = cause instanceof PyException ? cause : null;
      if (made.cause && options.causeFrames) made.cause.traceback = tracebackOf(options.causeFrames);
      made.suppressContext = true;
    }
    return made;
  }

  /** An exception of this class, or the one that its own constructor raises. */
  private constructed(type: string, args: Value[]): PyException {
    try {
      return callValue(this.importName(type), args) as PyException;
    } catch (error) {
      if (error instanceof PyException) return error;
      throw error;
    }
  }

  unwind(frame: Frame, error: unknown): unknown {
    const exception = this.toException(error);
    if (!(exception instanceof PyException) || exception.passing === frame) return exception;
    if (frame.file.startsWith(LIBRARY)) {
      // Frames of the library are not told, but that there were some is.
      exception.raised = true;
      return exception;
    }
    if (exception.passing === undefined) setContext(exception, this.handling);
    exception.passing = frame;
    exception.raised = true;
    const entry: TracebackEntry = { file: frame.file, name: frame.name, span: frame.at, frame };
    exception.traceback.push(entry);
    this.budget -= UNWIND_COST;
    return exception;
  }

  executeFile(module: PyModule, path: string, bytes: string): void {
    const source = decoded(this, path, bytes);
    this.#sources.set(path, source);
    const { code, doc, warnings } = codeOfModule(path, source, module.globals.get('__name__') === '__main__');
    for (const warning of warnings) this.warnOfSyntax(path, warning);
    module.globals.set('__doc__', doc);
    if (!module.globals.has('__builtins__'))
      module.globals.set('__builtins__', this.importModule('builtins'));
    execute(new Frame(code, this, module.globals, [], []));
  }

  private warnOfSyntax(path: string, { line, message }: CompileWarning): void {
    const category = exceptionClass('SyntaxWarning');
    callValue(this.importName('warnings.warn_explicit'), [message, category, path, line]);
  }

  executeLibrary(name: string, source: string, globals: Map<string, Value>): void {
    const file = `${LIBRARY}${name}`;
    const code = libraryCode.get(file) ?? compileModule(parseModule(source, file), file).code;
    libraryCode.set(file, code);
    execute(new Frame(code, this, globals, [], []));
  }

  /** Executes statements in a namespace. */
  executeText(
    source: string,
    file: string,
    globals: Map<string, Value>,
    locals: Map<string, Value> = globals,
  ): void {
    if (file !== '<string>') this.#sources.set(file, source);
    this.execute(this.compileText(source, file, 'exec', undefined), globals, locals);
  }

  /** `compile()`: statements, or one expression. @throws SyntaxError */
  compileText(source: string, file: string, mode: 'exec' | 'eval', from: SourceKind | undefined): Code {
    const parsed =
      mode === 'exec' ? parseWithWarnings(source, file, from) : expressionWithWarnings(source, file);
    for (const warning of parsed.warnings) this.warnOfSyntax(file, warning);
    return 'module' in parsed
      ? compileModule(parsed.module, file).code
      : compileExpression(parsed.expression, file);
  }

  /** Runs compiled text in a namespace. @returns the value of an expression */
  execute(code: Code, globals: Map<string, Value>, locals: Map<string, Value> = globals): Value {
    return execute(new Frame(code, this, globals, [], [], locals));
  }

  /** The value of an expression. */
  evaluateText(
    source: string,
    file: string,
    globals: Map<string, Value>,
    locals: Map<string, Value> = globals,
  ): Value {
    return this.execute(this.compileText(source, file, 'eval', undefined), globals, locals);
  }

  /** Executes a file as a module of this name that is not in sys.modules; `__main__` is. */
  runFile(path: string, name: string, source = this.process.machine.files.read(path) ?? ''): PyModule {
    const module = moduleOfFile(name, path);
    if (name === '__main__') this.modules.set(name, module);
    this.executeFile(module, path, source);
    return module;
  }

  /** Runs a program as `python file` does: prints what goes wrong, and returns the exit status. */
  main(path: string): number {
    const status = this.guarded(() => this.runFile(path, '__main__'), false);
    if (this.modules.has('atexit'))
      this.guarded(() => this.call(this.importName('atexit._run_exitfuncs')), false);
    const main = this.modules.get('__main__');
    if (main instanceof PyModule) within(this, () => abandonAll(main.globals.values()));
    return status;
  }

  /**
   * Runs work; an exception that leaves it is printed.
   * @param library the work is that of a tool: a traceback has its first line though the tool's frames are absent.
   * @returns the exit status
   */
  guarded(work: () => unknown, library = true): number {
    return within(this, () => {
      try {
        work();
        return 0;
      } catch (error) {
        const exception = this.toException(error);
        if (!(exception instanceof PyException)) throw error;
        if (isException(exception, 'SystemExit')) return exitStatus(this.process, exception);
        this.process.stderr.write(this.formatException(exception, library));
        return 1;
      }
    });
  }

  /** The traceback that is printed for an exception. */
  formatException(exception: PyException, library = false): string {
    return formatException({ python: this, source: (file) => this.source(file) }, exception, library);
  }

  /** The text of a file as it was when it was executed. */
  source(file: string): string | undefined {
    return this.#sources.get(file) ?? this.process.machine.files.read(file);
  }
}
