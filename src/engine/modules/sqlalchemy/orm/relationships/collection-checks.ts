/** What a class must have to be a relationship's collection. Answers to: sqlalchemy/orm/collections.py. */
import { Raise } from '../../../../machine.ts';
import { typeName } from '../../../../python/values/classes/class-of.ts';
import { typeError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass } from '../../../../python/values/value.ts';
import type { Relationship } from '../mapper/property.ts';

/** Python's own classes that do not say how a member is added, and how they are told. */
const WITHOUT_APPENDER = [
  ['dict', 'InstrumentedDict'],
  ['tuple', 'tuple'],
  ['frozenset', 'frozenset'],
] as const;

/** @throws ArgumentError for a class that does not say how members come, go and are walked; TypeError for what makes no collection */
export function checkCollection(call: Interpreter, property: Relationship): void {
  const given = property.options.get('collection_class') ?? property.collection ?? null;
  if (!property.useList || given === null) return;
  const plain = WITHOUT_APPENDER.find(([name]) => given === call.builtins.get(name));
  if (plain) throw unelected(plain[1], 'appender');
  if (given instanceof PyClass && !given.native) checkOwn(given);
  if (!call.process.python.isCallable(given)) throw typeError(`'${typeName(given)}' object is not callable`);
}

const ROLES = ['appender', 'remover', 'iterator'] as const;

/** The methods of a learner's own class by role, as the class it is like has them. */
function checkOwn(cls: PyClass): void {
  if (cls.lookup('__emulates__') !== undefined) return;
  const adding = ['append', 'add', 'set'].find((name) => cls.lookup(name) !== undefined);
  if (adding === undefined) throw unelected(cls.name, 'appender');
  if (adding === 'set') return;
  const methods = { appender: adding, remover: 'remove', iterator: '__iter__' };
  const missing = ROLES.find((role) => cls.lookup(methods[role]) === undefined);
  if (missing) throw unelected(cls.name, missing);
}

const unelected = (name: string, role: string): Raise =>
  new Raise('sqlalchemy.exc.ArgumentError', [
    `Type ${name} must elect ${role === 'appender' || role === 'iterator' ? 'an' : 'a'} ${role} method to be a collection class`,
  ]);
