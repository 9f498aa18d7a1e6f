/** `sqlalchemy.orm.exc`. Answers to: sqlalchemy/orm/exc.py. */
import { type NativeModule, nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { excClass } from '../exc.ts';

const MODULE = 'sqlalchemy.orm.exc';

function derived(name: string, base: PyClass, code?: string): PyClass {
  return nativeClass({
    name,
    module: MODULE,
    bases: [base],
    ...(code === undefined ? {} : { attributes: { code: (): Value => code } }),
  });
}

const names = {
  StaleDataError: () => derived('StaleDataError', excClass('SQLAlchemyError')),
  FlushError: () => derived('FlushError', excClass('SQLAlchemyError')),
  MappedAnnotationError: () => derived('MappedAnnotationError', excClass('ArgumentError')),
  UnmappedError: () => derived('UnmappedError', excClass('InvalidRequestError')),
  UnmappedClassError: () => derived('UnmappedClassError', made('UnmappedError')),
  UnmappedInstanceError: () => derived('UnmappedInstanceError', made('UnmappedError')),
  UnmappedColumnError: () => derived('UnmappedColumnError', excClass('InvalidRequestError')),
  ObjectDereferencedError: () => derived('ObjectDereferencedError', excClass('SQLAlchemyError')),
  DetachedInstanceError: () => derived('DetachedInstanceError', excClass('SQLAlchemyError'), 'bhk3'),
  ObjectDeletedError: () => derived('ObjectDeletedError', excClass('InvalidRequestError')),
  LoaderStrategyException: () => derived('LoaderStrategyException', excClass('InvalidRequestError')),
  NoResultFound: () => excClass('NoResultFound'),
  MultipleResultsFound: () => excClass('MultipleResultsFound'),
};

const classes = new Map<string, PyClass>();

/** Each class is made once, for every process. */
function made(name: keyof typeof names): PyClass {
  const known = classes.get(name);
  if (known) return known;
  const cls = names[name]();
  classes.set(name, cls);
  return cls;
}

/** Name to class. */
export const ormExceptions: NativeModule['names'] = Object.fromEntries(
  (Object.keys(names) as (keyof typeof names)[]).map((name) => [name, () => made(name)]),
);
