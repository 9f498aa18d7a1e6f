/** Exception groups: `ExceptionGroup(message, exceptions)` and how they are split. */
import { PyList, PyTuple } from './containers.ts';
import { exceptionClass, PyException } from './exceptions.ts';
import type { PyClass } from './value.ts';

/** The exceptions of a group. */
export function membersOf(group: PyException): readonly PyException[] {
  const members = group.args[1];
  return members instanceof PyTuple || members instanceof PyList
    ? (members.items as readonly PyException[])
    : [];
}

/** A group; a BaseExceptionGroup where a member is no Exception. */
export function groupOf(cls: PyClass, message: string, members: readonly PyException[]): PyException {
  const plain = members.every((each) => each.cls.isSubclassOf(exceptionClass('Exception')));
  return new PyException(plain ? cls : exceptionClass('BaseExceptionGroup'), [
    message,
    new PyList([...members]),
  ]);
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
  const made = groupOf(group.cls, group.args[0] as string, members);
  made.traceback = group.traceback;
  made.cause = group.cause;
  made.context = group.context;
  made.suppressContext = group.suppressContext;
  made.passing = group.passing;
  return made;
}
