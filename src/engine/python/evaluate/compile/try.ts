/** Compiles `try` and `with`; the parts that generators share are functions over frames. */
import type * as ast from '../../parse/ast.ts';
import { callSpecial } from '../../values/callable.ts';
import { classOf, typeName } from '../../values/classes/class-of.ts';
import { PyTuple } from '../../values/containers/containers.ts';
import { exceptionClass, PyException, typeError } from '../../values/exceptions/exceptions.ts';
import { PyTraceback } from '../../values/exceptions/traceback-object.ts';
import { truth } from '../../values/truth.ts';
import { PyClass, type Value } from '../../values/value.ts';
import { type Completion, type Eval, type Exec, type Frame, NORMAL, runtime, type Store } from '../frame.ts';
import { awaitValue } from '../generator.ts';
import type { Compiler } from './compiler.ts';
import { deleteName, storeName } from './names.ts';

/** One `except` clause. */
export interface Handler {
  readonly type: Eval | undefined;
  readonly node: ast.ExceptHandler;
  readonly store: Store | undefined;
  readonly forget: ((frame: Frame) => void) | undefined;
}

/** The `except` clauses of a `try`: types, bodies' names to bind, and to forget afterwards. */
export function compileHandlers(compiler: Compiler, handlers: readonly ast.ExceptHandler[]): Handler[] {
  return handlers.map((node) => ({
    type: compiler.optional(node.type),
    node,
    store: node.name === null ? undefined : storeName(compiler, node.name),
    forget: node.name === null ? undefined : forgetName(compiler, node.name, node),
  }));
}

/** At its end a handler sets its name to None and deletes it: it may be gone already. */
function forgetName(compiler: Compiler, name: string, node: ast.ExceptHandler): (frame: Frame) => void {
  const store = storeName(compiler, name);
  const remove = deleteName(compiler, name, node);
  return (frame) => {
    const { at } = frame;
    store(frame, null);
    remove(frame);
    frame.at = at;
  };
}

/** The exception that a `try` statement may handle. @throws what is none: a bug of ours */
export function caught(frame: Frame, error: unknown): PyException {
  const exception = runtime(frame).unwind(frame, error);
  if (exception instanceof PyException) return exception;
  throw exception;
}

/** The first handler for an exception; undefined where none fits. */
export function findHandler(frame: Frame, handlers: readonly Handler[], exception: PyException): number {
  return handlers.findIndex(({ type, node }) => {
    if (!type) return true;
    const wanted = type(frame);
    frame.at = node;
    return matches(exception, wanted);
  });
}

/** `except wanted:` @throws TypeError of Python where that is no class of exceptions */
export function matches(exception: PyException, wanted: Value): boolean {
  if (wanted instanceof PyTuple) return wanted.items.some((each) => matches(exception, each));
  if (!(wanted instanceof PyClass) || !wanted.isSubclassOf(exceptionClass('BaseException'))) {
    throw typeError('catching classes that do not inherit from BaseException is not allowed');
  }
  return exception.cls.isSubclassOf(wanted);
}

/** `try: … except …: … else: … finally: …` */
export function tryStatement(compiler: Compiler, node: ast.Try): Exec {
  const inner =
    node.handlers.length > 0 ? guarded(compiler, node, handleByClauses) : compiler.block(node.body);
  if (node.finalbody.length === 0) return inner;
  const final = compiler.block(node.finalbody);
  return (frame) => {
    let completion: Completion;
    try {
      completion = inner(frame);
    } catch (error) {
      const exception = caught(frame, error);
      const ending = handling(frame, exception, () => final(frame));
      if (ending !== NORMAL) return ending;
      throw exception;
    }
    const { result } = frame;
    const ending = final(frame);
    if (ending !== NORMAL) return ending;
    frame.result = result;
    return completion;
  };
}

/** Runs the code of a handler or finally block while an exception is being handled. */
export function handling<T>(frame: Frame, exception: PyException, work: () => T): T {
  const { python } = frame;
  const before = python.handling;
  python.handling = exception;
  try {
    return work();
  } catch (error) {
    throw runtime(frame).unwind(frame, error);
  } finally {
    python.handling = before;
  }
}

/** `try: … except …: … else: …`. @param compileHandle what is done with an exception, while it is being handled */
export function guarded<Node extends ast.Try | ast.TryStar>(
  compiler: Compiler,
  node: Node,
  compileHandle: (compiler: Compiler, node: Node) => (frame: Frame, exception: PyException) => Completion,
): Exec {
  const body = compiler.block(node.body);
  const orelse = compiler.block(node.orelse);
  const handle = compileHandle(compiler, node);
  return (frame) => {
    let completion: Completion;
    try {
      completion = body(frame);
    } catch (error) {
      const exception = caught(frame, error);
      return handling(frame, exception, () => handle(frame, exception));
    }
    return completion === NORMAL ? orelse(frame) : completion;
  };
}

function handleByClauses(compiler: Compiler, node: ast.Try) {
  const handlers = compileHandlers(compiler, node.handlers);
  const bodies = node.handlers.map((handler) => compiler.block(handler.body));
  return (frame: Frame, exception: PyException): Completion => {
    const index = findHandler(frame, handlers, exception);
    if (index < 0) throw exception;
    const { store, forget } = handlers[index]!;
    store?.(frame, exception);
    try {
      return bodies[index]!(frame);
    } catch (inner) {
      throw runtime(frame).unwind(frame, inner);
    } finally {
      forget?.(frame);
    }
  };
}

/** A context manager that has been entered. */
export interface Entered {
  /** Leaves it; true where the exception is swallowed. */
  exit(exception: PyException | null): boolean;
  readonly value: Value;
}

/** Enters a context manager. @throws TypeError of Python where it is none */
function enter(manager: Value, isAsync: boolean): Entered {
  const cls = classOf(manager);
  const enterMethod = cls.lookup(isAsync ? '__aenter__' : '__enter__');
  const exitMethod = cls.lookup(isAsync ? '__aexit__' : '__exit__');
  const protocol = isAsync ? 'the asynchronous context manager protocol' : 'the context manager protocol';
  const refused = `'${typeName(manager)}' object does not support ${protocol}`;
  if (enterMethod === undefined) throw typeError(refused);
  if (exitMethod === undefined)
    throw typeError(`${refused} (missed ${isAsync ? '__aexit__' : '__exit__'} method)`);
  const finish = (value: Value) => (isAsync ? awaitValue(value) : value);
  const value = finish(callSpecial(enterMethod, manager));
  return {
    value,
    exit: (exception) => {
      const args =
        exception === null
          ? [null, null, null]
          : [exception.cls, exception, new PyTraceback(exception.traceback.toReversed())];
      const answer = finish(callSpecial(exitMethod, manager, args));
      return exception !== null && truth(answer);
    },
  };
}

/** `with a as b, c: …`: the later items inside the earlier ones. */
export function withStatement(compiler: Compiler, node: ast.With | ast.AsyncWith): Exec {
  const body = compiler.block(node.body);
  return node.items.reduceRight<Exec>((inner, item) => withItem(compiler, node, item, inner), body);
}

function withItem(compiler: Compiler, node: ast.With | ast.AsyncWith, item: ast.WithItem, body: Exec): Exec {
  const manager = compiler.expression(item.context_expr);
  const store = item.optional_vars ? compiler.store(item.optional_vars) : undefined;
  return (frame) => {
    const value = manager(frame);
    const entered = enterAt(frame, node, value);
    let completion: Completion;
    try {
      store?.(frame, entered.value);
      completion = body(frame);
    } catch (error) {
      return leaveFailing(frame, node, entered, error);
    }
    return leave(frame, node, entered, completion);
  };
}

/** Enters the context manager of a `with` statement. */
export function enterAt(frame: Frame, node: ast.With | ast.AsyncWith, manager: Value): Entered {
  frame.at = node;
  return enter(manager, node.kind === 'AsyncWith');
}

/** Leaves a context manager whose body ended without an exception; what the body returns stays. */
export function leave(frame: Frame, node: ast.Stmt, entered: Entered, completion: Completion): Completion {
  const { result } = frame;
  frame.at = node;
  entered.exit(null);
  frame.result = result;
  return completion;
}

/** Leaves a context manager by an exception. @throws the exception where it is not swallowed */
export function leaveFailing(frame: Frame, node: ast.Stmt, entered: Entered, error: unknown): Completion {
  const exception = caught(frame, error);
  frame.at = node;
  if (handling(frame, exception, () => entered.exit(exception))) return NORMAL;
  // It goes on as it came: this frame is in its traceback already, whatever it passed through meanwhile.
  exception.passing = frame;
  throw exception;
}
