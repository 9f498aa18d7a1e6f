/** A document as text, as `json.dumps` writes it: what a JSON column sends. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { type Float, reprFloat } from '../../stdlib/float.ts';
import { valueKind } from '../expression/operators/value-kind.ts';

/** @throws TypeError where a value is no document */
export function jsonText(value: unknown, python: PythonWorld): string {
  switch (valueKind(value)) {
    case 'none':
      return 'null';
    case 'bool':
      return value === true ? 'true' : 'false';
    case 'int':
      return String(value);
    case 'float':
      return floatText((value as Float).value);
    case 'str':
      return stringText(value as string);
    default:
      return composite(value, python);
  }
}

const floatText = (value: number): string =>
  Number.isFinite(value)
    ? reprFloat(value)
    : Number.isNaN(value)
      ? 'NaN'
      : value > 0
        ? 'Infinity'
        : '-Infinity';

/** ASCII only, as Python's default is. */
function stringText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function composite(value: unknown, python: PythonWorld): string {
  if (python.isInstance(value, 'builtins.dict')) {
    const items = python.iterate(python.call(python.getAttribute(value, 'items'), []));
    const parts = [...items].map((pair) => {
      const [key, item] = [...python.iterate(pair)];
      return `${keyText(key, python)}: ${jsonText(item, python)}`;
    });
    return `{${parts.join(', ')}}`;
  }
  if (python.isInstance(value, 'builtins.list') || python.isInstance(value, 'builtins.tuple')) {
    return `[${[...python.iterate(value)].map((item) => jsonText(item, python)).join(', ')}]`;
  }
  if (python.isInstance(value, 'builtins.str')) return stringText(python.str(value));
  throw new Raise('builtins.TypeError', [
    `Object of type ${python.typeName(value)} is not JSON serializable`,
  ]);
}

function keyText(key: unknown, python: PythonWorld): string {
  const kind = valueKind(key);
  if (kind === 'str') return stringText(key as string);
  if (['none', 'bool', 'int', 'float'].includes(kind)) return `"${jsonText(key, python)}"`;
  throw new Raise('builtins.TypeError', [
    `keys must be str, int, float, bool or None, not ${python.typeName(key)}`,
  ]);
}
