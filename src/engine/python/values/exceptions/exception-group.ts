/** Exception groups: `ExceptionGroup(message, exceptions)` and how they are split. */

import { setAttribute } from '../attributes/set-attribute.ts';
import { callSpecial, NativeFunction, PyMethodLike } from '../callable.ts';
import { PyList, PyTuple } from '../containers/containers.ts';
import type { PyClass } from '../value.ts';
import { exceptionClass, exceptionGroupClass, PyException } from './exceptions.ts';

/** The exceptions of a group. */
export function membersOf(group: PyException): readonly PyException[] {
  const members = group.args[1];
  return members instanceof PyTuple || members instanceof PyList
    ? (members.items as readonly PyException[])
    : [];
}

/** A group; a BaseExceptionGroup where a member is no Exception. */
export function groupOf(cls: PyClass, message: string, members: PyList | PyTuple): PyException {
  const plain = (members.items as readonly PyException[]).every((each) =>
    each.cls.isSubclassOf(exceptionClass('Exception')),
  );
  return new PyException(plain ? cls : exceptionClass('BaseExceptionGroup'), [message, members]);
}

const isGroup = (exception: PyException) => exception.cls.isSubclassOf(exceptionClass('BaseExceptionGroup'));

/** Splits a group into what matches and the rest; null where a part is empty. */
export function splitGroup(
  group: PyException,
  matches: (exception: PyException) => boolean,
): [PyException | null, PyException | null] {
  if (matches(group)) return [group, null];
  if (!isGroup(group)) return [null, group];
  const taken: PyException[] = [];
  const left: PyException[] = [];
  for (const member of membersOf(group)) {
    const [yes, no] = splitGroup(member, matches);
    if (yes) taken.push(yes);
    if (no) left.push(no);
  }
  return [derive(group, taken), derive(group, left)];
}

function derive(group: PyException, members: readonly PyException[]): PyException | null {
  if (members.length === 0) return null;
  const own = group.cls.lookup('derive');
  const list = new PyList([...members]);
  const made =
    own instanceof PyMethodLike && !(own instanceof NativeFunction)
      ? (callSpecial(own, group, [list]) as PyException)
      : groupOf(exceptionGroupClass, group.args[0] as string, list);
  const notes = group.attrs?.get('__notes__');
  if (notes instanceof PyList) setAttribute(made, '__notes__', new PyList([...notes.items]));
  made.traceback = [...group.traceback];
  made.raised = group.raised;
  made.cause = group.cause;
  made.context = group.context;
  // A cause is set, be it None: that hides the context.
  made.suppressContext = true;
  made.passing = group.passing;
  return made;
}
