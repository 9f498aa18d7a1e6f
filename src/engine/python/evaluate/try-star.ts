/** Compiles `try … except*`: each clause takes its part of an exception group. */
import type * as ast from '../parse/ast.ts';
import { groupOf, splitGroup } from '../values/exception-group.ts';
import { exceptionClass, exceptionGroupClass, type PyException } from '../values/exceptions.ts';
import type { Compiler } from './compiler.ts';
import { type Completion, type Exec, type Frame, NORMAL, runtime } from './frame.ts';
import { caught, compileHandlers, handling, matches, tryStatement } from './try.ts';

export function tryStarStatement(compiler: Compiler, node: ast.TryStar): Exec {
  if (node.finalbody.length > 0) {
    const inner: ast.TryStar = { ...node, finalbody: [] };
    return tryStatement(compiler, { ...node, kind: 'Try', body: [inner], handlers: [], orelse: [] });
  }
  const body = compiler.block(node.body);
  const orelse = compiler.block(node.orelse);
  const handle = handleGroup(compiler, node);
  return (frame) => {
    let completion: Completion;
    try {
      completion = body(frame);
    } catch (error) {
      const exception = caught(frame, error);
      return handling(frame, exception, () => handle(frame, exception));
    }
    return completion === NORMAL ? orelse(frame) : completion;
  };
}

function handleGroup(compiler: Compiler, node: ast.TryStar) {
  const handlers = compileHandlers(compiler, node.handlers);
  const bodies = node.handlers.map((handler) => compiler.block(handler.body));
  return (frame: Frame, exception: PyException): Completion => {
    const isGroup = exception.cls.isSubclassOf(exceptionClass('BaseExceptionGroup'));
    let rest: PyException | null = exception;
    const raised: PyException[] = [];
    for (const [index, { type, node: clause, store, forget }] of handlers.entries()) {
      if (rest === null) break;
      const wanted = type!(frame);
      frame.at = clause.type!;
      const [taken, left]: [PyException | null, PyException | null] = isGroup
        ? splitGroup(rest, (each) => matches(each, wanted))
        : matches(rest, wanted)
          ? [groupOf(exceptionGroupClass, '', [rest]), null]
          : [null, rest];
      rest = left;
      if (taken === null) continue;
      store?.(frame, taken);
      try {
        const completion = handling(frame, taken, () => bodies[index]!(frame));
        if (completion !== NORMAL) return completion;
      } catch (error) {
        raised.push(caught(frame, error));
      } finally {
        forget?.(frame);
      }
    }
    if (raised.length === 0 && rest === null) return NORMAL;
    if (raised.length === 0) throw rest ?? exception;
    throw runtime(frame).unwind(
      frame,
      groupOf(exceptionGroupClass, '', rest === null ? raised : [...raised, rest]),
    );
  };
}
