/** `tomllib`, over the parser that reads pyproject.toml. Answers to: CPython's tomllib. */
import { list } from '../../python/values/containers.ts';
import { dict } from '../../python/values/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { parseToml, TomlDate } from '../../stdlib/toml.ts';
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
function dateValue(call: Interpreter, date: TomlDate): Value {
  const kind = date.isDate() ? 'date' : date.isTime() ? 'time' : 'datetime';
  const cls = call.getAttribute(call.importModule('datetime'), kind) as Value;
  const text = date.toISOString();
  const shown = kind === 'time' ? text.replace(/^T/, '') : text;
  return call.callMethod(
    cls,
    'fromisoformat',
    shown.replace(/(\.\d{3})(?!\d)/, (part) => (part === '.000' ? '' : part)),
  );
}

/** A value that the parser read, as Python has it. */
export function asValue(
  call: Interpreter,
  value: unknown,
  float: (value: number) => Value = (number) => new Float(number),
): Value {
  if (Array.isArray(value)) return list(value.map((each) => asValue(call, each, float)));
  if (value instanceof TomlDate) return dateValue(call, value);
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : (value as Value);
  if (typeof value === 'number') return float(value);
  if (typeof value === 'object' && value !== null)
    return dict(Object.entries(value).map(([key, each]) => [key, asValue(call, each, float)] as const));
  return value as Value;
}

export const tomllibModule = pythonModule('tomllib', SOURCE, {
  _parse: () =>
    nativeFunction('_parse', 's, parse_float', (call, text: string, make: Value) =>
      asValue(call, parseToml(text, true), (value) => {
        const float = new Float(value);
        return make === call.builtins.get('float') ? float : call.call(make, [call.str(float)]);
      }),
    ),
});
