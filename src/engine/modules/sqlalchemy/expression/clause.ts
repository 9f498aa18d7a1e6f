/** What all clauses share in Python. Answers to: sqlalchemy/sql/elements.py (ClauseElement), base.py (Executable). */
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass, nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import { type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { compile } from '../../../sqlalchemy/expression/compile.ts';
import type { Compiled, CompileOptions } from '../../../sqlalchemy/expression/compiled.ts';
import type { Statement } from '../../../sqlalchemy/expression/dml/statements.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { compileDdl, isDdl } from '../../../sqlalchemy/postgresql/ddl/index.ts';
import { clauseElementClass, executableClass, visitableClass } from '../bases.ts';
import { customElement } from '../compiler-extension.ts';
import { immutableDict } from '../engine/immutable-dict.ts';

/** Options of `clause.compile(dialect=…, compile_kwargs={…})`. */
function compileOptions(
  call: Interpreter,
  bind: Value,
  dialect: Value,
  keywords: ReadonlyMap<string, Value>,
): CompileOptions {
  const given = dialect ?? (bind === null ? null : (call.getAttribute(bind, 'dialect') ?? null));
  const own = given instanceof Dialect ? given.compileOptions : {};
  const compileKeywords = keywords.get('compile_kwargs');
  const literal = compileKeywords instanceof PyDict && compileKeywords.get('literal_binds') === true;
  const keys = keywords.get('column_keys');
  return {
    ...own,
    python: call.process.python,
    ...(literal ? { literalBinds: true } : {}),
    ...(keys === undefined || keys === null ? {} : { columnKeys: [...call.iterate(keys)].map(String) }),
  };
}

/** `str(clause)`: SQL of no database in particular; PostgreSQL's own constructs as PostgreSQL writes them. */
export function clauseText(call: Interpreter, clause: Statement): string {
  if (clause instanceof PyObject) return clauseText(call, customElement(clause) as Statement);
  return compile(host().shown(clause), {
    python: call.process.python,
    dialect: speaksPostgresql(clause) ? 'postgresql' : 'default',
  }).sql;
}

const speaksPostgresql = (clause: Statement): boolean =>
  (clause.kind === 'insert' && clause.onConflict !== undefined) ||
  clause.kind === 'array' ||
  clause.kind === 'aggregate-order-by';

function compileClause(
  call: Interpreter,
  self: Statement,
  bind: Value,
  dialect: Value,
  keywords: Map<string, Value>,
): Value {
  if (self instanceof PyObject)
    return compileClause(call, customElement(self) as Statement, bind, dialect, keywords);
  const options = compileOptions(call, bind, dialect, keywords);
  const chosen =
    options.dialect === undefined && speaksPostgresql(self)
      ? { ...options, dialect: 'postgresql' as const }
      : options;
  if (isDdl(self))
    return new CompiledText(
      compileDdl(self as never, {
        paramstyle: chosen.paramstyle === 'named' ? 'named' : 'pyformat',
        generic: chosen.dialect !== 'postgresql',
      }),
      undefined,
      dialect,
    );
  const compiled = compile(host().shown(self), chosen);
  return new CompiledText(compiled.sql, compiled, dialect);
}

/** What `clause.compile()` gives the learner. */
class CompiledText {
  readonly sql: string;
  readonly compiled: Compiled | undefined;
  readonly dialect: Value;
  constructor(sql: string, compiled: Compiled | undefined, dialect: Value) {
    this.sql = sql;
    this.compiled = compiled;
    this.dialect = dialect;
  }
}

nativeClass({
  name: 'SQLCompiler',
  module: 'sqlalchemy.sql.compiler',
  host: CompiledText,
  getters: {
    string: (self: CompiledText) => self.sql,
    params: (self: CompiledText) => parametersOf(self),
    statement: (self: CompiledText) => (self.compiled?.statement ?? null) as Value,
    dialect: (self: CompiledText) => self.dialect,
  },
  methods: {
    construct_params: ['params=None, **kw', (_call, self: CompiledText) => parametersOf(self)],
  },
  str: (self: CompiledText) => self.sql,
  repr: (self: CompiledText) => defaultRepr(self),
});

/** A statement of DDL has none. */
const parametersOf = ({ compiled }: CompiledText): Value =>
  compiled
    ? dict([...(compiled.params ?? [])].map(([key, value]) => [key, parameterValue(value)] as const))
    : null;

/** Those of IN are kept as a list of our own, of lists where it compares tuples. */
const parameterValue = (value: unknown): Value =>
  Array.isArray(value)
    ? list(value.map((each) => (Array.isArray(each) ? tuple(each as Value[]) : (each as Value))))
    : ((value ?? null) as Value);

const BOOLEAN_VALUE = 'Boolean value of this clause is not defined';

fillNativeClass(visitableClass, {
  attributes: { __visit_name__: () => 'clause' },
  classMethods: { __class_getitem__: ['key, /', (_call, cls: PyClass) => cls] },
});

fillNativeClass(clauseElementClass, {
  methods: {
    compile: ['bind=None, dialect=None, **kw', compileClause as never],
    __clause_element__: [
      '',
      (_call: Interpreter, self: Value) => (self instanceof PyObject ? customElement(self) : self) as Value,
    ],
    self_group: ['against=None', (_call: Interpreter, self: Value) => self],
    params: ['_ClauseElement__optionaldict=None, **kwargs', (_call: Interpreter, self: Value) => self],
    unique_params: ['_ClauseElement__optionaldict=None, **kwargs', (_call: Interpreter, self: Value) => self],
    compare: ['other, **kw', (_call: Interpreter, self: Value, other: Value) => self === other],
  },
  attributes: {
    is_clause_element: () => true,
    is_selectable: () => false,
    supports_execution: () => false,
    uses_inspection: () => true,
    inherit_cache: () => true,
  },
  str: ((self: Statement, call: Interpreter) => clauseText(call, self)) as never,
  repr: (self: never) => defaultRepr(self),
  bool: () => {
    throw typeError(BOOLEAN_VALUE);
  },
});

fillNativeClass(executableClass, {
  methods: {
    execution_options: [
      '**kw',
      (_call: Interpreter, self: { executionOptions?: object }, keywords: Map<string, Value>) => ({
        ...self,
        executionOptions: { ...self.executionOptions, ...Object.fromEntries(keywords) },
      }),
    ],
    get_execution_options: [
      '',
      (_call: Interpreter, self: { executionOptions?: Record<string, Value> }) =>
        dict(Object.entries(self.executionOptions ?? {})),
    ],
    options: [
      '*options',
      (call: Interpreter, self: { options?: readonly Value[] }, options: Value[]) => {
        for (const one of options)
          if (one === null || typeof one !== 'object') throw call.missingAttribute(one, '_is_core');
        return { ...self, options: [...(self.options ?? []), ...options] };
      },
    ],
  },
  attributes: {
    _execution_options: () => immutableDict(),
    supports_execution: () => true,
    is_select: () => false,
    is_insert: () => false,
    is_update: () => false,
    is_delete: () => false,
    is_text: () => false,
  },
});

export { BOOLEAN_VALUE };
