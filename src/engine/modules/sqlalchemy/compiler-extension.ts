/**
 * `@compiles(Class, 'postgresql')`: the learner writes a construct's SQL. Answers to: sqlalchemy/ext/compiler.py.
 *
 * The functions are kept by the class they were registered for. An instance of a learner's own ClauseElement is a plain
 * Python object; where a clause is expected, its `__clause_element__` gives a node that asks for the class's function when
 * it is written. A learner's own type asks for it through `learnerType`.
 */
import { Raise } from '../../machine.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { raise } from '../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeClass, nativeFunction } from '../../python/values/native/native.ts';
import { dottedName } from '../../python/values/text.ts';
import { PyClass, type PyObject, type Value } from '../../python/values/value.ts';
import { clauseOf } from '../../sqlalchemy/expression/coerce.ts';
import type { CustomElement, Element } from '../../sqlalchemy/expression/elements.ts';
import {
  columnDefault,
  columnText,
  compileDdl,
  constraintName,
  constraintText,
  type DdlOptions,
  expressionText,
  isDdl,
  qualified,
} from '../../sqlalchemy/postgresql/ddl/index.ts';
import { quoteIdentifier } from '../../sqlalchemy/postgresql/identifiers.ts';
import { compileType } from '../../sqlalchemy/postgresql/type-compiler.ts';
import type { Column } from '../../sqlalchemy/schema/columns/column.ts';
import { Constraint } from '../../sqlalchemy/schema/constraints/constraint.ts';
import type { Index } from '../../sqlalchemy/schema/constraints/table-index.ts';
import { NULL_TYPE } from '../../sqlalchemy/types/base.ts';
import { SqlType } from '../../sqlalchemy/types/type.ts';
import { unknownName } from '../unknown.ts';
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

/** How DDL is written without the learner's functions. */
interface PlainDdl {
  readonly plain: (ddl: object) => string;
  readonly options: DdlOptions;
}

/** Types that are being written without the learner's functions. */
const plainTypes = new WeakSet<SqlType>();

function plainTypeText(type: SqlType): string {
  const plain = type.plain();
  plainTypes.add(plain);
  return compileType(plain);
}

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

/** What the learner's function gets as `compiler`. */
class LearnersCompiler {
  readonly write: WriteInner;
  readonly dialect: 'postgresql' | 'default';
  readonly ddl: PlainDdl | undefined;
  constructor(write: WriteInner, dialect: 'postgresql' | 'default' = 'postgresql', ddl?: PlainDdl) {
    this.write = write;
    this.dialect = dialect;
    this.ddl = ddl;
  }
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
  const fn = compilingFunction(call, classOf(ddl as Value), dialect);
  if (fn === undefined) return undefined;
  const write: WriteInner = (inner) => expressionText(inner, options);
  const compiler = new LearnersCompiler(write, dialect, { plain: plain as (ddl: object) => string, options });
  const text = call.call(fn, [ddl as Value, compiler as unknown as Value]);
  return text === null ? '' : call.str(text);
}

/** The SQL of `process(…)`: of a clause, or of the type where types are compiled. */
function processed(self: LearnersCompiler, value: Value, literal: boolean): string {
  if (value instanceof SqlType) return compileType(value);
  if (self.ddl && value instanceof Constraint) return constraintText(value, self.ddl.options) ?? '';
  if (self.ddl && isDdl(value)) return compileDdl(value, self.ddl.options);
  const clause = clauseOf(value);
  if (clause === undefined)
    throw raise('AttributeError', `'${classOf(value).name}' object has no attribute '_compiler_dispatch'`);
  return self.write(clause, literal ? { literalBinds: true } : undefined);
}

nativeClass({
  name: 'PGCompiler',
  module: 'sqlalchemy.dialects.postgresql.base',
  host: LearnersCompiler,
  methods: {
    process: [
      'obj, **kwargs',
      (_call, self: LearnersCompiler, value: Value, keywords: Map<string, Value>) =>
        processed(self, value, keywords.get('literal_binds') === true),
    ],
    quote: ['ident, force=None', (_call, _self, name: string) => quoteIdentifier(name)],
    format_table: ['table, use_schema=True, name=None', formatTable],
    format_column: [
      'column, **kw',
      (call, _self, column: Value) => quoteIdentifier(String(call.getAttribute(column, 'name'))),
    ],
    format_constraint: [
      'constraint',
      (_call, self: LearnersCompiler, constraint: Constraint) =>
        constraintName(constraint, optionsOf(self)) ?? null,
    ],
    format_index: [
      'index',
      (_call, self: LearnersCompiler, index: Index) => constraintName(index, optionsOf(self)) ?? null,
    ],
    format_sequence: ['sequence, use_schema=True', formatTable],
    quote_identifier: ['value', (_call, _self, name: string) => quoteIdentifier(name, true)],
    get_column_default_string: [
      'column',
      (_call, self: LearnersCompiler, column: Column) => columnDefault(column, optionsOf(self)) ?? null,
    ],
    get_column_specification: [
      'column, **kwargs',
      (_call, self: LearnersCompiler, column: Column) => columnText(column, optionsOf(self)),
    ],
  },
  getters: {
    preparer: (self: LearnersCompiler) => self as Value,
    type_compiler: (self: LearnersCompiler) => self as Value,
    sql_compiler: (self: LearnersCompiler) => self as Value,
    dialect: (self: LearnersCompiler, call) =>
      call.call(
        call.importName(
          self.dialect === 'default'
            ? 'sqlalchemy.engine.default.DefaultDialect'
            : 'sqlalchemy.dialects.postgresql.dialect',
        ),
      ),
  },
  getattr: (self: LearnersCompiler, name) => {
    if (!name.startsWith('visit_')) return undefined;
    return nativeFunction(name, 'element, *args, **kw', (call, element: Value) => {
      if (element instanceof SqlType) return plainTypeText(element);
      if (self.ddl && (isDdl(element) || element instanceof Constraint)) return self.ddl.plain(element);
      const clauses = call.getAttribute(element, 'clauses');
      if (clauses === undefined) return processed(self, element, false);
      return `${String(call.getAttribute(element, 'name'))}(${processed(self, clauses, false)})`;
    });
  },
});

/** The name as SQL writes it, of a table or a sequence. */
function formatTable(
  call: Interpreter,
  self: LearnersCompiler,
  item: Value,
  useSchema: Value,
  name: Value,
): string {
  const schema = call.truth(useSchema) ? (call.getAttribute(item, 'schema') ?? null) : null;
  const own = name ?? call.getAttribute(item, 'name') ?? null;
  return qualified({ name: String(own), schema: schema === null ? null : String(schema) }, optionsOf(self));
}

const optionsOf = (self: LearnersCompiler): DdlOptions =>
  self.ddl?.options ?? { paramstyle: 'named', generic: self.dialect === 'default' };

const COMPILERS = {
  postgresql: 'sqlalchemy.dialects.postgresql.base.PGCompiler',
  default: 'sqlalchemy.sql.compiler.StrSQLCompiler',
} as const;

/** A class that has functions, and none for this dialect, says so. */
function unwritten(call: Interpreter, { cls }: PyObject, dialect: 'postgresql' | 'default'): Raise {
  const shown = `<class '${dottedName(cls)}'>`;
  const some = cls.mro.some((one) => functionsOf(call).has(one));
  const why = some ? `: ${shown} construct has no default compilation handler.` : '';
  return new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <${COMPILERS[dialect]} object at 0x7f0000000000> can't render element of type ${shown}${why}`,
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
