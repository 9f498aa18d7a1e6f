/** `logging.basicConfig`. */
import { valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import type { Handler } from '../../stdlib/logging/handler.ts';
import { toOutput } from '../streams.ts';
import { fileHandlerClass } from './file-handler-classes.ts';
import { asHandler } from './handler-classes.ts';
import { levelOf } from './level.ts';
import { loggingIn } from './names.ts';
import { BASIC_FORMATS, PythonFormatter } from './python-formatter.ts';

const BASIC_KEYWORDS = new Set(
  'filename filemode format datefmt style level stream handlers force encoding errors'.split(' '),
);

/** @throws ValueError for arguments that do not go together, or are unknown */
function checkBasic(keywords: ReadonlyMap<string, Value>): void {
  const has = (name: string) => keywords.has(name) && keywords.get(name) !== null;
  if (has('handlers') && (has('stream') || has('filename')))
    throw valueError("'stream' or 'filename' should not be specified together with 'handlers'");
  if (has('stream') && has('filename'))
    throw valueError("'stream' and 'filename' should not be specified together");
  const style = keywords.get('style');
  if (style !== undefined && !['%', '{', '$'].includes(String(style)))
    throw valueError('Style must be one of: %,{,$');
}

/** Said when everything else is done. @throws ValueError */
function checkUnknown(keywords: ReadonlyMap<string, Value>): void {
  const unknown = [...keywords.keys()].filter((name) => !BASIC_KEYWORDS.has(name));
  if (unknown.length > 0) throw valueError(`Unrecognised argument(s): ${unknown.join(', ')}`);
}

/** Gives the root logger a handler, unless it has one. @throws ValueError for keywords that do not go together */
export function basicConfig(call: Interpreter, keywords: ReadonlyMap<string, Value>): null {
  const logging = loggingIn(call);
  const text = (name: string) => (keywords.get(name) ?? undefined) as string | undefined;
  const stream = keywords.get('stream') ?? null;
  const filename = keywords.get('filename') ?? null;
  const handlers = keywords.get('handlers') ?? null;
  const force = call.truth(keywords.get('force') ?? false);
  const configures = force || logging.root.handlers.length === 0;
  if (configures) checkBasic(keywords);
  const formatter = () => {
    const style = text('style') ?? '%';
    return new PythonFormatter(text('format') ?? BASIC_FORMATS[style], text('datefmt'), style);
  };
  if (handlers !== null || filename !== null) {
    if (force) logging.root.handlers.length = 0;
    if (logging.root.handlers.length > 0) return null;
    const made =
      handlers === null
        ? [call.call(fileHandlerClass, [filename, text('filemode') ?? 'a'])]
        : [...call.iterate(handlers)];
    const format = formatter();
    for (const handler of made as Handler[]) {
      handler.formatter ??= format;
      logging.root.addHandler(asHandler(call, handler));
    }
    const level = keywords.get('level') ?? null;
    if (level !== null) logging.root.level = levelOf(call, level);
    if (configures) checkUnknown(keywords);
    return null;
  }
  logging.basicConfig({
    ...(configures ? { formatter: formatter() } : {}),
    level:
      keywords.has('level') && keywords.get('level') !== null ? levelOf(call, keywords.get('level')!) : null,
    ...(stream === null ? {} : { stream: toOutput(call, stream) }),
    force,
  });
  if (configures) checkUnknown(keywords);
  return null;
}
