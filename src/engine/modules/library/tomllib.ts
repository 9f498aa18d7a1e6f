/** `tomllib`, over the parser that reads pyproject.toml. Answers to: CPython's tomllib. */
import { list } from '../../python/values/containers/containers.ts';
import { dict } from '../../python/values/containers/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { parseToml, TomlDate, TomlFloat } from '../../stdlib/toml.ts';
import { pythonModule } from '../library.ts';

const SOURCE = String.raw`
class TOMLDecodeError(ValueError):
    pass


def load(fp, /, *, parse_float=float):
    text = fp.read()
    if isinstance(text, str):
        raise TypeError("File must be opened in binary mode, e.g. use \x60open('foo.toml', 'rb')\x60")
    return loads(text.decode(), parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    return _parse(s.replace("\r\n", "\n"), parse_float)
`;

/** A date or a time of TOML in datetime's classes. */
const dateValue = (call: Interpreter, { kind, text }: TomlDate): Value =>
  call.callMethod(call.importName(`datetime.${kind}`), 'fromisoformat', text);

/** A number as it was written. */
function floatOf(text: string): number {
  const plain = text.replaceAll('_', '');
  if (plain.endsWith('nan')) return Number.NaN;
  return plain.endsWith('inf')
    ? plain.startsWith('-')
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
    : Number(plain);
}

/** A value that the parser read, as Python has it. */
export function asValue(
  call: Interpreter,
  value: unknown,
  float: (text: string) => Value = (text) => new Float(floatOf(text)),
): Value {
  if (Array.isArray(value)) return list(value.map((each) => asValue(call, each, float)));
  if (value instanceof TomlDate) return dateValue(call, value);
  if (value instanceof TomlFloat) return float(value.text);
  if (typeof value === 'object' && value !== null)
    return dict(Object.entries(value).map(([key, each]) => [key, asValue(call, each, float)] as const));
  return value as Value;
}

export const tomllibModule = pythonModule('tomllib', SOURCE, {
  _parse: () =>
    nativeFunction('_parse', 's, parse_float', (call, text: string, make: Value) =>
      asValue(call, parseToml(text), (digits) =>
        make === call.builtins.get('float') ? new Float(floatOf(digits)) : call.call(make, [digits]),
      ),
    ),
});
