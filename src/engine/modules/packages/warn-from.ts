/** Warnings that Python attributes to a package's own file, and not to the learner's: modules written in Python name the place. */
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';

const SITE_PACKAGES = '/home/learner/.venv/lib/python3.11/site-packages';

/** `_warn_from(message, category, path, line, source)`: a place says the same once. */
export const warnFrom = nativeFunction(
  '_warn_from',
  'message, category, path, line, source',
  (call, message: Value, category: Value, path: Value, line: Value, source: Value) => {
    const { process } = call;
    const before = process.place;
    const at = { file: `${SITE_PACKAGES}/${path}`, line: Number(line), name: '', source: String(source) };
    process.place = at;
    try {
      return call.call(call.importName('warnings.warn_explicit'), [
        message,
        category,
        at.file,
        at.line,
        null,
        true,
      ]);
    } finally {
      process.place = before;
    }
  },
);
