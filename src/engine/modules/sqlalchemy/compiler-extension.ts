/**
 * `@compiles(Class, 'postgresql')`: the learner writes a construct's SQL. Answers to: sqlalchemy/ext/compiler.py.
 *
 * The functions are kept by the class they were registered for. An instance of a learner's own ClauseElement is a plain
 * Python object; where a clause is expected, its `__clause_element__` gives a node that asks for the class's function when
 * it is written. A learner's own type asks for it through `learnerType`.
 */
import { Raise } from '../../machine.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native/native.ts';
import { dottedName } from '../../python/values/text.ts';
import { PyClass, type PyObject, type Value } from '../../python/values/value.ts';
import type { CustomElement, Element } from '../../sqlalchemy/expression/elements.ts';
import { type DdlOptions, expressionText } from '../../sqlalchemy/postgresql/ddl/index.ts';
import { compileType } from '../../sqlalchemy/postgresql/type-compiler.ts';
import { NULL_TYPE } from '../../sqlalchemy/types/base.ts';
import { SqlType } from '../../sqlalchemy/types/type.ts';
import { unknownName } from '../unknown.ts';
import { LearnersCompiler, plainTypes } from './learners-compiler.ts';
import { DDL_CLASSES } from './schema/ddl-class.ts';

type WriteInner = Parameters<CustomElement['compile']>[0];

/** Functions by class and by the name of the dialect; '' is any dialect. */
const FUNCTIONS: unique symbol = Symbol('functions that compile');

const functionsOf = (call: Interpreter): Map<PyClass, Map<string, Value>> =>
  call.state(FUNCTIONS, () => new Map());

/** The function for a class and a dialect, of the nearest class that has one for it; undefined where none has. */
function compilingFunction(call: Interpreter, cls: PyClass, dialect = 'postgresql'): Value | undefined {
  const known = functionsOf(call);
  for (const one of cls.mro) {
    const functions = known.get(one);
    const found = functions?.get(dialect) ?? functions?.get('');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether `@compiles` gave this class, or one above it, a function. */
export const isCompiledByLearner = (call: Interpreter, cls: PyClass): boolean =>
  compilingFunction(call, cls) !== undefined;

/** Of SQLAlchemy's own classes, a learner may take over the writing of statements of DDL, of constraints and of types. */
const isWritable = (cls: PyClass): boolean =>
  cls.isSubclassOf(DDL_CLASSES.ExecutableDDLElement!) || cls.mro.some((one) => WRITABLE.has(dottedName(one)));

const WRITABLE = new Set(['sqlalchemy.sql.schema.Constraint', 'sqlalchemy.sql.type_api.TypeEngine']);

const compiles = nativeFunction(
  'compiles',
  'class_, *specs',
  (_call, cls: PyClass, dialects: string[]) =>
    nativeFunction('decorate', 'fn', (call, fn: Value) => {
      const here = dialects.length === 0 || dialects.includes('postgresql');
      if (here && cls.native && !isWritable(cls))
        return call.call(unknownName(`sqlalchemy.ext.compiler.compiles(${cls.name})`));
      const functions = functionsOf(call).get(cls) ?? new Map<string, Value>();
      for (const dialect of dialects.length === 0 ? [''] : dialects) functions.set(dialect, fn);
      functionsOf(call).set(cls, functions);
      return fn;
    }),
  'sqlalchemy.ext.compiler',
);

const deregister = nativeFunction('deregister', 'class_', (call, cls: PyClass) => {
  functionsOf(call).delete(cls);
  return null;
});

/** The SQL that a function for exactly this class of SQLAlchemy's types gives; undefined where there is none. */
export function learnersTypeText(type: SqlType): string | undefined {
  const call = interpreter();
  if (functionsOf(call).size === 0 || plainTypes.has(type)) return undefined;
  const functions = functionsOf(call).get(classOf(type as Value));
  const fn = functions?.get('postgresql') ?? functions?.get('');
  if (fn === undefined) return undefined;
  const compiler = new LearnersCompiler((inner) => compileType(inner as unknown as SqlType));
  return call.str(call.call(fn, [type as Value, compiler as unknown as Value]));
}

/** A statement of DDL as a function of the learner's writes it; undefined where there is none for its class. */
export function learnersDdl<Ddl extends object>(
  ddl: Ddl,
  plain: (ddl: Ddl) => string,
  options: DdlOptions,
): string | undefined {
  const call = interpreter();
  if (functionsOf(call).size === 0) return undefined;
  const dialect = options.generic ? 'default' : 'postgresql';
  const fn = compilingFunction(call, classOf(ddl as Value), options.ownDialect?.name ?? dialect);
  if (fn === undefined) return undefined;
  const write: WriteInner = (inner) => expressionText(inner, options);
  const compiler = new LearnersCompiler(write, dialect, { plain: plain as (ddl: object) => string, options });
  const text = call.call(fn, [ddl as Value, compiler as unknown as Value]);
  return text === null ? '' : call.str(text);
}

const COMPILERS = {
  postgresql: 'sqlalchemy.dialects.postgresql.base.PGCompiler',
  default: 'sqlalchemy.sql.compiler.StrSQLCompiler',
} as const;

/** A class that has functions, and none for this dialect, says so. */
function unwritten(call: Interpreter, { cls }: PyObject, dialect: 'postgresql' | 'default'): Raise {
  const shown = `<class '${dottedName(cls)}'>`;
  const compiler =
    executesAs(cls) !== 'ddl'
      ? COMPILERS[dialect]
      : dialect === 'default'
        ? 'sqlalchemy.sql.compiler.DDLCompiler'
        : 'sqlalchemy.dialects.postgresql.base.PGDDLCompiler';
  const some = cls.mro.some((one) => functionsOf(call).has(one));
  const why = some ? `: ${shown} construct has no default compilation handler.` : '';
  return new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <${compiler} object at 0x7f0000000000> can't render element of type ${shown}${why}`,
  ]);
}

/** How a connection runs an instance of a learner's class. */
function executesAs(cls: PyClass): CustomElement['executes'] {
  const is = (name: string) => cls.mro.some((one) => one.native && one.name === name);
  if (is('ExecutableDDLElement')) return 'ddl';
  if (is('FunctionElement')) return 'select';
  return is('Executable') ? 'clause' : undefined;
}

const NODES: unique symbol = Symbol('nodes of custom clauses');

/** The node that stands for a learner's own clause. */
export function customElement(instance: PyObject): CustomElement {
  const call = interpreter();
  const nodes = call.state(NODES, () => new WeakMap<PyObject, CustomElement>());
  const known = nodes.get(instance);
  if (known) return known;
  const type = call.getAttribute(instance, 'type') ?? null;
  const given = type instanceof PyClass ? call.call(type) : type;
  const isFunction = instance.cls.mro.some((one) => one.native && one.name === 'FunctionElement');
  const name = isFunction ? instance.cls.lookup('name') : undefined;
  const node: CustomElement = {
    kind: 'custom',
    instance,
    ...(typeof name === 'string' && { name }),
    type: given instanceof SqlType ? given : new SqlType(NULL_TYPE),
    executes: executesAs(instance.cls),
    compile: (write, _place, dialect) => {
      const compiler = new LearnersCompiler(write, dialect);
      const fn = compilingFunction(call, instance.cls, dialect);
      if (fn !== undefined) return String(call.call(fn, [instance, compiler as unknown as Value]));
      const clauses = call.getAttribute(instance, 'clauses');
      const named = call.getAttribute(instance, 'name') !== undefined;
      if (clauses === undefined || !named || functionsOf(call).has(instance.cls))
        throw unwritten(call, instance, dialect);
      return `${String(call.getAttribute(instance, 'name'))}(${write(clauses as unknown as Element)})`;
    },
  };
  nodes.set(instance, node);
  return node;
}

/** The SQL of a learner's own type that `@compiles` gives; undefined where it gives none. */
export function compiledType(cls: PyClass, type: SqlType): (() => unknown) | undefined {
  const call = interpreter();
  const fn = compilingFunction(call, cls);
  if (fn === undefined) return undefined;
  const compiler = new LearnersCompiler((inner) => compileType(inner as unknown as SqlType));
  return () => call.call(fn, [type as Value, compiler as unknown as Value]);
}

/** Names of `sqlalchemy.ext.compiler`. */
export const COMPILER_EXTENSION: Readonly<Record<string, NativeModule['names']>> = {
  'sqlalchemy.ext.compiler': { compiles: () => compiles, deregister: () => deregister },
};
