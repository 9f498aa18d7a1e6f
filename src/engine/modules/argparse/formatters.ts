/** The `formatter_class` of a parser: HelpFormatter and its kin, which say how help is laid out. */
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import type { HelpLayout } from '../../stdlib/argparse/help.ts';

class Formatter {
  readonly layout: HelpLayout;
  constructor(layout: HelpLayout) {
    this.layout = layout;
  }
}

const layouts = new Map<PyClass, HelpLayout>();

function formatter(name: string, layout: HelpLayout, bases: readonly PyClass[] = []): PyClass {
  const cls = nativeClass({
    name,
    module: 'argparse',
    bases,
    ...(bases.length === 0 && { host: Formatter }),
    signature: 'prog, indent_increment=2, max_help_position=24, width=None',
    construct: (_call, made: PyClass, _prog: Value, _indent: Value, most: number, width: number | null) =>
      new Formatter({ ...layoutOf(made), helpColumn: most, ...(width !== null && { width }) }),
  });
  layouts.set(cls, layout);
  return cls;
}

/** What a class, or those that it derives from, say of the layout. */
const layoutOf = (cls: PyClass): HelpLayout =>
  Object.assign({}, ...[...cls.mro].reverse().map((each) => layouts.get(each) ?? {}));

const helpFormatter = formatter('HelpFormatter', {});

export const FORMATTERS = {
  HelpFormatter: () => helpFormatter,
  RawDescriptionHelpFormatter: () => rawDescription,
  RawTextHelpFormatter: () => rawText,
  ArgumentDefaultsHelpFormatter: () => withDefaults,
};

const rawDescription = formatter('RawDescriptionHelpFormatter', { rawText: true }, [helpFormatter]);
const rawText = formatter('RawTextHelpFormatter', { rawText: true, rawHelp: true }, [rawDescription]);
const withDefaults = formatter('ArgumentDefaultsHelpFormatter', { defaults: true }, [helpFormatter]);

/** The layout that a `formatter_class` stands for: a class, or a function that makes one of its objects. */
export function layoutFrom(call: Interpreter, given: Value, prog: string): HelpLayout {
  if (given === null || given === undefined) return {};
  if (given instanceof PyClass) return layoutOf(given);
  const made: unknown = call.call(given, [], new Map([['prog', prog]]));
  return made instanceof Formatter ? made.layout : {};
}
