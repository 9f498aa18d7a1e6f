/**
 * `GenericFunction`: a function of the learner's with a name and a type of its own, which `func` knows from its class on.
 * Answers to: sqlalchemy/sql/functions.py.
 *
 * Called, a class that `@compiles` was not told of gives a plain function: that is how it is written and typed.
 */
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { functionCall } from '../../../sqlalchemy/expression/functions.ts';
import { pythonModule } from '../../library.ts';
import { isCompiledByLearner } from '../compiler-extension.ts';
import { typeArgument } from '../types/type-class.ts';
import { DEFAULT_PACKAGE, registerFunction } from './generic-registry.ts';

const register = nativeFunction(
  'register_function',
  `identifier, fn, package="${DEFAULT_PACKAGE}"`,
  (call, identifier: Value, fn: Value, packageName: Value) => {
    registerFunction(call, call.str(packageName), call.str(identifier), fn);
    return null;
  },
  'sqlalchemy.sql.functions',
);

const written = nativeFunction(
  '_written',
  'name, clauses, type_',
  (call, name: string, clauses: Value, type: Value) =>
    functionCall([name], [...call.iterate(clauses)], typeArgument(call, type ?? undefined)) as Value,
);

const compiled = nativeFunction('_compiled', 'cls', (call, cls: PyClass) => isCompiledByLearner(call, cls));

/** The classes; a function, so that their text comes when somebody uses one. */
const source = (): string =>
  String.raw`
from sqlalchemy.sql.functions import FunctionElement


class GenericFunction(FunctionElement):
    __module__ = "sqlalchemy.sql.functions"
    name = "GenericFunction"
    type = None

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        own = vars(cls)
        if "name" not in own:
            cls.name = own.get("identifier", cls.__name__)
        if own.get("_register", True):
            register_function(own.get("identifier", cls.name), cls, own.get("package", "${DEFAULT_PACKAGE}"))

    def __class_getitem__(cls, item):
        return cls

    def __new__(cls, *args, type_=None, **kw):
        if _compiled(cls):
            return super().__new__(cls)
        return _written(str(cls.name), args, type_ if type_ is not None else cls.type)


class ReturnTypeFromArgs(GenericFunction):
    _register = False

    def __new__(cls, *args, type_=None, **kw):
        return super().__new__(cls, *args, type_=type_ or getattr(args[0], "type", None) if args else type_, **kw)
`.replaceAll('${DEFAULT_PACKAGE}', DEFAULT_PACKAGE);

export const genericFunctionModule: NativeModule = pythonModule(
  'sqlalchemy.sql._generic_function',
  source,
  { register_function: () => register, _written: () => written, _compiled: () => compiled },
  { distribution: 'sqlalchemy', defines: ['GenericFunction', 'ReturnTypeFromArgs'] },
);
