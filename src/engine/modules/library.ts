/** Modules that are written in Python: their text is executed when a name of theirs is first asked for. */
import type { Interpreter } from '../python/values/interpreter.ts';
import type { NativeModule } from '../python/values/native/native.ts';
import type { Value } from '../python/values/value.ts';

type Names = NativeModule['names'];

/**
 * @param source Python text; what it defines at its outermost level are the module's names. A text that may come later is asked for, and
 *   `options.defines` says what it defines
 * @param natives names that native code gives, which the text may use
 * @param options the distribution that must be installed, where it is no module of the standard library
 */
export function pythonModule(
  name: string,
  source: string | (() => string),
  natives: Names = {},
  {
    defines,
    ...options
  }: Omit<NativeModule, 'name' | 'names'> & { readonly defines?: readonly string[] } = {},
): NativeModule {
  const key = Symbol(name);
  const nativeKey = Symbol(name);
  let names: Names | undefined;
  const text = () => (typeof source === 'string' ? source : source());

  /** A name that native code gives: made once a process. */
  function nativeOf(call: Interpreter, native: string): Value {
    const made = call.state(nativeKey, () => new Map<string, Value>());
    if (!made.has(native)) made.set(native, natives[native]!(call));
    return made.get(native)!;
  }

  function run(call: Interpreter): Map<string, Value> {
    return call.state(key, () => {
      const globals = new Map<string, Value>([['__name__', name]]);
      globals.set('__builtins__', call.importModule('builtins'));
      for (const native of Object.keys(natives)) globals.set(native, nativeOf(call, native));
      call.executeLibrary(name, text(), globals);
      return globals;
    });
  }

  function definedValue(call: Interpreter, defined: string): Value {
    const value = run(call).get(defined);
    if (value === undefined) throw new Error(`${name}.${defined} is not defined`);
    return value;
  }

  return {
    ...options,
    name,
    get names() {
      names ??= Object.fromEntries(
        [...(defines ?? definedNames(text())), ...Object.keys(natives)].map((defined) => [
          defined,
          (call: Interpreter) => (defined in natives ? nativeOf(call, defined) : definedValue(call, defined)),
        ]),
      );
      return names;
    },
  };
}

/** Names that a text defines in its first column. */
export function definedNames(source: string): string[] {
  const found: string[] = [];
  for (const [, single, several] of source.matchAll(
    /^(?:(?:(?:async )?def |class )?(\w+)(?= ?[=(:])|(\w+(?:, \w+)+)(?= = ))/gm,
  )) {
    found.push(...(several?.split(', ') ?? [single!]));
  }
  return found.filter((name) => !KEYWORDS.has(name));
}

const KEYWORDS = new Set('if else try except finally for while with match print'.split(' '));
