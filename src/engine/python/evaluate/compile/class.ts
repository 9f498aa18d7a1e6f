/** Compiles class statements. Answers to: CPython's __build_class__. */
import type * as ast from '../../parse/ast.ts';
import { findAttribute, getAttribute } from '../../values/attributes/attributes.ts';
import { callValue, PyCallable } from '../../values/callable.ts';
import { classOf } from '../../values/classes/class-of.ts';
import { functionClass, typeClass } from '../../values/classes/classes.ts';
import { ClassCell, metaclassOf } from '../../values/classes/create-class.ts';
import { PyTuple } from '../../values/containers/containers.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { setItem, toArray } from '../../values/containers/iterate.ts';
import { typeError } from '../../values/exceptions/exceptions.ts';
import { PyClass, type Value } from '../../values/value.ts';
import { type Cell, type Code, capture, type Exec, execute, Frame, makeCells, NORMAL } from '../frame.ts';
import { decorate, docstring } from '../function.ts';
import { call } from './calls.ts';
import type { Compiler } from './compiler.ts';
import { storeName } from './names.ts';

/** Compiles a class statement: decorators, bases and keywords first, then the body in a scope of its own, then the metaclass. */
export function classStatement(compiler: Compiler, node: ast.ClassDef): Exec {
  const decorators = decorate(compiler, node.decorator_list);
  const store = storeName(compiler, node.name);
  const inner = compiler.inner(node);
  const first = node.decorator_list[0]?.lineno ?? node.lineno;
  const code = inner.code(first, 0, (made) => {
    made.run = inner.block(node.body);
  });
  const doc = docstring(node.body);
  const argumentsOf = collectArguments(compiler, node);
  return (frame) => {
    const apply = decorators(frame);
    const { bases, keywords } = argumentsOf(frame);
    frame.at = node;
    const made = buildClass(frame, code, node, doc, bases, keywords);
    store(frame, apply(made));
    return NORMAL;
  };
}

/** Bases and keywords are evaluated as the arguments of a call. */
function collectArguments(compiler: Compiler, node: ast.ClassDef) {
  const collected: { bases: readonly Value[]; keywords: Map<string, Value> } = {
    bases: [],
    keywords: new Map(),
  };
  if (node.bases.length + node.keywords.length === 0) return () => collected;
  const collector = new Collector(functionClass);
  const func: ast.Constant = { ...node, kind: 'Constant', value: collector as never, unicodePrefix: false };
  const evaluate = call(compiler, { ...node, kind: 'Call', func, args: node.bases, keywords: node.keywords });
  return (frame: Frame) => {
    evaluate(frame);
    return { bases: collector.bases, keywords: collector.keywords };
  };
}

class Collector extends PyCallable {
  bases: readonly Value[] = [];
  keywords = new Map<string, Value>();
  override invoke(args: readonly Value[], keywords?: ReadonlyMap<string, Value>): Value {
    this.bases = args;
    this.keywords = new Map(keywords);
    return null;
  }
}

/** What makes a class where nothing is said: the class of its first base, whatever that is. */
const firstMeta = (bases: readonly Value[]): PyClass => (bases.length === 0 ? typeClass : classOf(bases[0]!));

function buildClass(
  frame: Frame,
  code: Code,
  node: ast.ClassDef,
  doc: string | null,
  written: readonly Value[],
  keywords: Map<string, Value>,
): Value {
  const bases = resolveBases(written);
  const given = keywords.get('metaclass');
  keywords.delete('metaclass');
  const metaclass =
    given === undefined || given instanceof PyClass ? metaclassOf(given ?? firstMeta(bases), bases) : given;
  const names = new PyTuple(bases);
  const namespace = prepare(metaclass, node.name, names, keywords);
  const plainNames = namespace instanceof PyDict && namespace.cls.native;
  const map = plainNames ? (namespace.map as Map<string, Value>) : new Map<string, Value>();
  const body = new Frame(code, frame.python, frame.globals, [], capture(code, frame), map);
  if (!plainNames) body.mapping = namespace;
  const keep = (name: string, value: Value) =>
    plainNames ? map.set(name, value) : setItem(namespace, name, value);
  keep('__module__', frame.globals.get('__name__') ?? 'builtins');
  keep('__qualname__', code.qualname);
  if (doc !== null) keep('__doc__', doc);
  makeCells(code, body.slots);
  body.at = node;
  execute(body);
  if (written.some((base, index) => base !== bases[index])) keep('__orig_bases__', new PyTuple(written));
  const tell = (cls: Value) => {
    for (const slot of code.cellSlots) (body.slots[slot] as unknown as Cell).value = cls;
  };
  if (code.cellSlots.length > 0) keep('__classcell__', new ClassCell(tell));
  const cls = callValue(metaclass, [node.name, names, namespace], keywords);
  tell(cls);
  return cls;
}

/** Bases that are no classes say through `__mro_entries__` which classes they stand for. */
function resolveBases(written: readonly Value[]): readonly Value[] {
  return written.flatMap((base) => {
    if (base instanceof PyClass) return [base];
    const entries = base === null ? undefined : classOf(base).lookup('__mro_entries__');
    if (entries === undefined) return [base];
    const made = callValue(getAttribute(base, '__mro_entries__'), [new PyTuple(written)]);
    if (!(made instanceof PyTuple)) throw typeError('__mro_entries__ must return a tuple');
    return toArray(made);
  });
}

function prepare(
  metaclass: Value,
  name: string,
  bases: PyTuple,
  keywords: ReadonlyMap<string, Value>,
): Value {
  if (metaclass === typeClass) return new PyDict();
  const method = findAttribute(metaclass, '__prepare__');
  return method === undefined ? new PyDict() : callValue(method, [name, bases], keywords);
}
