/** sqlalchemy.exc: every exception and warning, with the link to its page. Answers to: sqlalchemy/exc.py. */
import { list } from '../../python/values/containers/containers.ts';
import { exceptionClass, PyException } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { lazyModule, nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { circular, notExecutable } from './exc-constructors.ts';
import { parametersText } from './exc-parameters.ts';

const MODULE = 'sqlalchemy.exc';

const descriptionCode = nativeClass({
  name: 'HasDescriptionCode',
  module: MODULE,
  attributes: { code: () => null },
});

/** "(Background on this error at: …)" for an exception with a code, else nothing. */
function background(call: Interpreter, error: Value): string {
  const code = call.getAttribute(error, 'code');
  return typeof code === 'string' ? `(Background on this error at: https://sqlalche.me/e/20/${code})` : '';
}

function message(call: Interpreter, { args }: PyException): string {
  if (args.length === 1) return typeof args[0] === 'string' ? args[0] : call.str(args[0]!);
  return `(${args.map((arg) => call.repr(arg)).join(', ')})`;
}

const withBackground = (self: PyException, call: Interpreter): string => {
  const link = background(call, self);
  return link ? `${message(call, self)} ${link}` : message(call, self);
};

/** `code=` is taken from the keywords; the rest are the exception's arguments. */
const construct = (
  _call: Interpreter,
  cls: PyClass,
  args: Value[],
  keywords: Map<string, Value>,
): PyException => {
  const error = new PyException(cls, args);
  const code = keywords.get('code');
  if (code !== undefined && code !== null) error.attrs = new Map([['code', code]]);
  return error;
};

const sqlalchemyError = nativeClass({
  name: 'SQLAlchemyError',
  module: MODULE,
  bases: [descriptionCode, exceptionClass('Exception')],
  signature: '*arg, **kw',
  construct,
  str: withBackground,
});

const classes = new Map<string, PyClass>([
  ['HasDescriptionCode', descriptionCode],
  ['SQLAlchemyError', sqlalchemyError],
]);

interface Row {
  readonly code?: string;
  readonly also?: string;
  readonly spec?: Partial<Parameters<typeof nativeClass>[0]>;
}

function add(base: string, name: string, row: Row = {}): void {
  const bases = [classes.get(base) ?? exceptionClass(base)];
  if (row.also) bases.push(exceptionClass(row.also));
  const { code } = row;
  classes.set(
    name,
    nativeClass({
      name,
      module: MODULE,
      bases,
      ...(code !== undefined && { attributes: { code: () => code } }),
      ...row.spec,
    }),
  );
}

/** The first argument is the message; the others become attributes of these names. */
const remembering = (signature: string, ...names: string[]): Row['spec'] => ({
  signature,
  construct: (_call: Interpreter, cls: PyClass, text: Value, ...rest: Value[]) => {
    const error = new PyException(cls, [text]);
    error.attrs = new Map(names.map((name, at) => [name, rest[at] ?? null]));
    return error;
  },
});

const statementSpec: Row['spec'] = {
  signature: 'message, statement, params, orig, hide_parameters=False, code=None, ismulti=None',
  construct: (
    _call: Interpreter,
    cls: PyClass,
    text: Value,
    statement: Value,
    params: Value,
    orig: Value,
    hide: Value,
    code: Value,
    ismulti: Value,
  ) => statementError(cls, text, { statement, params, orig, hide_parameters: hide, code, ismulti }),
  str: statementText,
  attributes: {
    statement: () => null,
    params: () => null,
    orig: () => null,
    ismulti: () => null,
    hide_parameters: () => false,
  },
  methods: {
    add_detail: [
      'msg',
      (call: Interpreter, self: PyException, text: Value) => {
        const details = call.getAttribute(self, 'detail') ?? null;
        if (details === null) call.setAttribute(self, 'detail', list([text]));
        else call.callMethod(details, 'append', text);
        return null;
      },
    ],
  },
};

function statementError(cls: PyClass, text: Value, attributes: Readonly<Record<string, Value>>): PyException {
  const error = new PyException(cls, [text]);
  error.attrs = new Map(
    Object.entries(attributes).filter(([name, value]) => name !== 'code' || value !== null),
  );
  return error;
}

/** The message, the statement, its parameters and the link, each on a line of its own. */
function statementText(self: PyException, call: Interpreter): string {
  const of = (name: string) => call.getAttribute(self, name) ?? null;
  const details = of('detail');
  const told = details === null ? [] : [...call.iterate(details)].map((one) => `(${call.str(one)})`);
  const lines = [...told, message(call, self)];
  const statement = of('statement');
  if (statement !== null && call.truth(statement)) {
    lines.push(`[SQL: ${call.str(statement)}]`);
    const params = of('params');
    if (params !== null && call.truth(params)) {
      const text =
        of('hide_parameters') === true
          ? '[SQL parameters hidden due to hide_parameters=True]'
          : `[parameters: ${parametersText(call, params, of('ismulti') as boolean | null)}]`;
      lines.push(text);
    }
  }
  const link = background(call, self);
  if (link) lines.push(link);
  return lines.join('\n');
}

const dbapiSpec: Row['spec'] = {
  signature:
    'statement, params, orig, hide_parameters=False, connection_invalidated=False, code=None, ismulti=None',
  construct: (
    call: Interpreter,
    cls: PyClass,
    statement: Value,
    params: Value,
    orig: Value,
    hide: Value,
    invalidated: Value,
    code: Value,
    ismulti: Value,
  ) => {
    const type = call.getAttribute(orig, '__class__') as PyClass;
    const attributes = {
      statement,
      params,
      orig,
      hide_parameters: hide,
      connection_invalidated: invalidated,
      code,
      ismulti,
    };
    return statementError(cls, `(${type.module}.${type.name}) ${call.str(orig)}`, attributes);
  },
  attributes: { connection_invalidated: () => false },
};

const ARGUMENT = [
  'DuplicateColumnError',
  'NoSuchModuleError',
  'NoForeignKeysError',
  'AmbiguousForeignKeysError',
];
const REQUEST = [
  'IllegalStateChangeError',
  'NoInspectionAvailable',
  'PendingRollbackError',
  'ResourceClosedError',
  'NoResultFound',
  'MultipleResultsFound',
  'NoReferenceError',
  'NoSuchTableError',
  'UnreflectableTableError',
  'UnboundExecutionError',
];
const DATABASE: Readonly<Record<string, string>> = {
  DataError: '9h9h',
  OperationalError: 'e3q8',
  IntegrityError: 'gkpj',
  InternalError: '2j85',
  ProgrammingError: 'f405',
  NotSupportedError: 'tw8g',
};

for (const name of [
  'ArgumentError',
  'CompileError',
  'IdentifierError',
  'DisconnectionError',
  'TimeoutError',
  'InvalidRequestError',
]) {
  add('SQLAlchemyError', name);
}
for (const name of [...ARGUMENT, 'ConstraintColumnNotFoundError']) add('ArgumentError', name);
add('ArgumentError', 'ObjectNotExecutableError', { spec: { signature: 'target', construct: notExecutable } });
add('SQLAlchemyError', 'CircularDependencyError', {
  spec: { signature: 'message, cycles, edges, msg=None, code=None', construct: circular },
});
add('CompileError', 'UnsupportedCompilationError', { code: 'l7de' });
add('DisconnectionError', 'InvalidatePoolError');
for (const name of REQUEST) add('InvalidRequestError', name);
add('InvalidRequestError', 'NoSuchColumnError', { also: 'KeyError' });
add('InvalidRequestError', 'AwaitRequired', { code: 'xd1r' });
add('InvalidRequestError', 'MissingGreenlet', { code: 'xd2s' });
add('NoReferenceError', 'NoReferencedTableError', { spec: remembering('message, tname', 'table_name') });
add('NoReferenceError', 'NoReferencedColumnError', {
  spec: remembering('message, tname, cname', 'table_name', 'column_name'),
});
add('SQLAlchemyError', 'StatementError', { spec: statementSpec });
add('StatementError', 'DBAPIError', {
  code: 'dbapi',
  spec: { ...dbapiSpec, attributes: { ...dbapiSpec?.attributes, code: () => 'dbapi' } },
});
add('DBAPIError', 'InterfaceError', { code: 'rvf5' });
add('DBAPIError', 'DatabaseError', { code: '4xp6' });
for (const [name, code] of Object.entries(DATABASE)) add('DatabaseError', name, { code });

const warning = (name: string, bases: readonly PyClass[]) =>
  classes.set(
    name,
    nativeClass({ name, module: MODULE, bases, signature: '*arg, **kw', construct, str: withBackground }),
  );
warning('SATestSuiteWarning', [exceptionClass('Warning')]);
warning('SADeprecationWarning', [descriptionCode, exceptionClass('DeprecationWarning')]);
for (const name of ['Base20DeprecationWarning', 'LegacyAPIWarning', 'MovedIn20Warning']) {
  warning(name, [
    classes.get(name === 'Base20DeprecationWarning' ? 'SADeprecationWarning' : 'Base20DeprecationWarning')!,
  ]);
}
warning('SAPendingDeprecationWarning', [exceptionClass('PendingDeprecationWarning')]);
warning('SAWarning', [descriptionCode, exceptionClass('RuntimeWarning')]);

/** The class of this name. @throws Error where there is none: a bug of ours */
export function excClass(name: string): PyClass {
  const cls = classes.get(name);
  if (!cls) throw new Error(`no exception sqlalchemy.exc.${name}`);
  return cls;
}

export const excModule = lazyModule(
  MODULE,
  Object.fromEntries([...classes].map(([name, cls]) => [name, () => cls])),
  { distribution: 'sqlalchemy' },
);
