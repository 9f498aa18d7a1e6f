/** Standard-library modules that are written in Python: their text is executed when a name of theirs is first asked for. */
import type { Interpreter } from '../python/values/interpreter.ts';
import type { NativeModule } from '../python/values/native.ts';
import type { Value } from '../python/values/value.ts';

type Names = NativeModule['names'];

/**
 * @param source Python text; what it defines at its outermost level are the module's names
 * @param natives names that native code gives, which the text may use
 */
export function pythonModule(name: string, source: string, natives: Names = {}): NativeModule {
  const key = Symbol(name);
  let names: Names | undefined;

  function run(call: Interpreter): Map<string, Value> {
    return call.state(key, () => {
      const globals = new Map<string, Value>([['__name__', name]]);
      globals.set('__builtins__', call.importModule('builtins'));
      for (const [native, make] of Object.entries(natives)) globals.set(native, make(call));
      call.executeLibrary(name, source, globals);
      return globals;
    });
  }

  return {
    name,
    get names() {
      names ??= Object.fromEntries(
        [...definedNames(source), ...Object.keys(natives)].map((defined) => [
          defined,
          (call: Interpreter) => run(call).get(defined) ?? natives[defined]!(call),
        ]),
      );
      return names;
    },
  };
}

/** Names that a text defines in its first column. */
function definedNames(source: string): string[] {
  return Array.from(
    source.matchAll(/^(?:(?:async )?def |class )?(\w+)(?= ?[=(:])/gm),
    (found) => found[1]!,
  ).filter((name) => !KEYWORDS.has(name));
}

const KEYWORDS = new Set('if else try except finally for while with match print'.split(' '));
