/** Learners' functions: made by `def` and `lambda`, called with CPython's argument errors. */
import { bindArguments } from '../../stdlib/bind-arguments.ts';
import { makeSignature, type Parameter, REQUIRED, type Signature } from '../../stdlib/signature.ts';
import type * as ast from '../parse/ast.ts';
import { callValue, PyMethodLike } from '../values/callable.ts';
import { functionClass } from '../values/classes/classes.ts';
import { PyTuple } from '../values/containers/containers.ts';
import { PyDict } from '../values/containers/dict.ts';
import type { Interpreter } from '../values/interpreter.ts';
import type { Keywords, Value } from '../values/value.ts';
import { endingVariables } from './abandon.ts';
import { annotationValue } from './compile/annotations.ts';
import { type Compiler, countArguments, mangle } from './compile/compiler.ts';
import {
  type Cell,
  type Code,
  capture,
  type Eval,
  type Exec,
  execute,
  Frame,
  makeCells,
  RETURN,
} from './frame.ts';
import { PyAsyncGenerator, PyCoroutine, PyGenerator } from './generator.ts';
import { privateGenerators } from './scopes/private-generators.ts';

/** A function of the learner's. */
export class PyFunction extends PyMethodLike {
  readonly code: Code;
  readonly python: Interpreter;
  readonly globals: Map<string, Value>;
  readonly closure: readonly Cell[];
  name: string;
  qualname: string;
  doc: Value = null;
  module: Value;
  annotations: PyDict | undefined;
  signature: Signature;

  constructor(
    code: Code,
    frame: Pick<Frame, 'python' | 'globals'>,
    closure: readonly Cell[],
    signature: Signature,
  ) {
    super(functionClass);
    this.code = code;
    this.python = frame.python;
    this.globals = frame.globals;
    this.closure = closure;
    this.signature = signature;
    this.name = code.name;
    this.qualname = code.qualname;
    this.module = frame.globals.get('__name__') ?? null;
  }

  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    const { code } = this;
    const slots = this.bind(args, keywords);
    for (let slot = slots.length; slot < code.slotNames.length; slot++) slots.push(undefined);
    const frame = new Frame(code, this.python, this.globals, slots, this.closure);
    if (code.cellSlots.length > 0) makeCells(code, frame.slots);
    if (code.generate) return code.asynchronous ? new PyAsyncGenerator(frame) : new PyGenerator(frame);
    return code.asynchronous ? new PyCoroutine(frame) : execute(frame);
  }

  private bind(args: readonly Value[], keywords: Keywords | undefined): (Value | undefined)[] {
    const { parameters, positional, hasVarPositional, hasVarKeyword } = this.signature;
    if (args.length === positional && positional === parameters.length && !keywords?.size)
      return args.slice();
    const bound = bindArguments(this.signature, this.qualname, args, keywords) as (Value | undefined)[];
    const last = parameters.length - 1;
    if (hasVarPositional) {
      // As a variable, it comes after those that are given by keyword only.
      const [rest] = bound.splice(positional, 1);
      bound.splice(hasVarKeyword ? last - 1 : last, 0, new PyTuple(rest as unknown as Value[]));
    }
    if (hasVarKeyword) bound[last] = PyDict.over(bound[last] as unknown as Map<string, Value>);
    return bound;
  }
}

/** What a `def` or `lambda` has in common. */
type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/** Compiles the making of a function; decorators are applied by the statement. */
export function makeFunction(compiler: Compiler, node: FunctionNode): (frame: Frame) => PyFunction {
  const code = compileCode(compiler.inner(node), node);
  const make = functionMaker(compiler, node);
  return (frame) => make(code, frame);
}

/** Compiles what a function is beside its code: parameters, defaults, annotations, docstring. */
export function functionMaker(
  compiler: Compiler,
  node: FunctionNode,
): (code: Code, frame: Frame) => PyFunction {
  const parameters = parametersOf(compiler.inner(node), node.args);
  const defaults = defaultsOf(compiler, node.args, parameters);
  const annotations = node.kind === 'Lambda' ? [] : annotationsOf(compiler, node);
  const doc = node.kind === 'Lambda' ? null : docstring(node.body);
  const plainSignature = makeSignature('', parameters, parameters.map(requiredOf));
  return (code, frame) => {
    const signature =
      defaults.length === 0
        ? plainSignature
        : { ...plainSignature, defaults: evaluated(plainSignature, defaults, frame) };
    const made = new PyFunction(code, frame, capture(code, frame), signature);
    made.doc = doc;
    if (annotations.length > 0) {
      made.annotations = new PyDict(annotations.map(([name, value]) => [name, value(frame)] as const));
    }
    return made;
  };
}

const requiredOf = ({ kind }: Parameter) =>
  kind === 'var-positional' || kind === 'var-keyword' ? undefined : REQUIRED;

function evaluated(
  signature: Signature,
  defaults: readonly (readonly [number, Eval])[],
  frame: Frame,
): unknown[] {
  const all = signature.defaults.slice();
  for (const [index, value] of defaults) all[index] = value(frame);
  return all;
}

function compileCode(inner: Compiler, node: FunctionNode): Code {
  const first =
    node.kind !== 'Lambda' && node.decorator_list[0] ? node.decorator_list[0].lineno : node.lineno;
  return inner.code(first, countArguments(node.args), (code) => {
    if (node.kind === 'Lambda') code.run = returning(inner, node.body);
    else {
      code.asynchronous = node.kind === 'AsyncFunctionDef';
      if (yields(node.body)) code.generate = inner.parts.generatorBlock(inner, node.body);
      else code.run = whenCalled(code, () => functionBody(inner, node.body));
    }
    if (node.kind === 'Lambda' && yields(node.body)) {
      const body: ast.Return = { ...node.body, kind: 'Return', value: node.body };
      code.generate = inner.parts.generatorBlock(inner, [body]);
    }
  });
}

function functionBody(inner: Compiler, body: readonly ast.Stmt[]): Exec {
  const { scope } = inner;
  const names = [...privateGenerators(body)].filter((name) => scope.place(name).kind === 'local');
  inner.privateNames = new Set(names);
  return endingVariables(
    names.map((name) => scope.slot(name)),
    inner.block(body),
  );
}

/** A body that is compiled at its first call: most functions of a revision file are never called. */
export function whenCalled(code: Code, compile: () => Exec): Exec {
  return (frame) => {
    code.run = compile();
    return code.run(frame);
  };
}

function returning(inner: Compiler, body: ast.Expr): Exec {
  if (yields(body)) return () => RETURN;
  const value = inner.expression(body);
  return (frame) => {
    frame.result = value(frame);
    return RETURN;
  };
}

/** True where this scope's own code holds a `yield`. */
export function yields(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(yields);
  if (typeof node !== 'object' || node === null || !('kind' in node)) return false;
  const { kind } = node as { kind: string };
  if (kind === 'Yield' || kind === 'YieldFrom') return true;
  if (kind === 'Constant' || kind === 'Name' || kind === 'Lambda' || kind === 'ClassDef') return false;
  if (kind === 'FunctionDef' || kind === 'AsyncFunctionDef') {
    const { decorator_list, args } = node as ast.FunctionDef;
    return yields(decorator_list) || yields(args.defaults);
  }
  for (const key in node) {
    const child = (node as Record<string, unknown>)[key];
    if (typeof child === 'object' && child !== null && yields(child)) return true;
  }
  return false;
}

function parametersOf(inner: Compiler, args: ast.Arguments): Parameter[] {
  const parameter = ({ arg }: ast.Arg, kind: Parameter['kind']): Parameter => ({
    name: mangle(inner.scope, arg),
    kind,
    default: undefined,
  });
  return [
    ...args.posonlyargs.map((arg) => parameter(arg, 'positional-only')),
    ...args.args.map((arg) => parameter(arg, 'positional')),
    ...(args.vararg ? [parameter(args.vararg, 'var-positional')] : []),
    ...args.kwonlyargs.map((arg) => parameter(arg, 'keyword')),
    ...(args.kwarg ? [parameter(args.kwarg, 'var-keyword')] : []),
  ];
}

function defaultsOf(
  compiler: Compiler,
  args: ast.Arguments,
  parameters: readonly Parameter[],
): [number, Eval][] {
  const positional = countArguments(args);
  const found: [number, Eval][] = args.defaults.map((value, index) => [
    positional - args.defaults.length + index,
    compiler.expression(value),
  ]);
  const firstKeyword = parameters.findIndex(({ kind }) => kind === 'keyword');
  for (const [index, value] of args.kw_defaults.entries()) {
    if (value !== null) found.push([firstKeyword + index, compiler.expression(value)]);
  }
  return found;
}

function annotationsOf(compiler: Compiler, node: ast.FunctionDef | ast.AsyncFunctionDef): [string, Eval][] {
  const { args } = node;
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  const found: [string, Eval][] = [];
  for (const arg of all) {
    if (arg?.annotation)
      found.push([mangle(compiler.scope, arg.arg), annotationValue(compiler, arg.annotation)]);
  }
  if (node.returns) found.push(['return', annotationValue(compiler, node.returns)]);
  return found;
}

/** The docstring of a body. */
export function docstring(body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return typeof first.value.value === 'string' ? first.value.value : null;
}

/** Applies decorators, the last one first. */
export function decorate(
  compiler: Compiler,
  decorators: readonly ast.Expr[],
): (frame: Frame) => (value: Value) => Value {
  const evals = decorators.map((each) => compiler.expression(each));
  return (frame) => {
    const callables = evals.map((each) => each(frame));
    return (value) => {
      let result = value;
      for (let index = callables.length - 1; index >= 0; index--) {
        frame.at = decorators[index]!;
        result = callValue(callables[index]!, [result]);
      }
      return result;
    };
  };
}
