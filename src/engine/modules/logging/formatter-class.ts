/** `logging.Formatter`. */
import { keywordsOf } from '../../python/values/containers/dict.ts';
import { isException, valueError } from '../../python/values/exceptions/exceptions.ts';
import { interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Formatter } from '../../stdlib/logging/formatter.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';
import { reprString } from '../../stdlib/repr.ts';
import { parseFormat } from '../builtins/str/str-format.ts';
import { PythonFormatter } from './python-formatter.ts';
import { RecordValue } from './record-class.ts';

export const MODULE = 'logging';

const FIELD = /^(?:\d+|[a-z_]\w*)(?:\.\w+|\[[^\]]+\])*$/i;
const SPEC = /^(?:.?[<=>^])?[+ -]?#?0?(?:\d+|\{\w+\})?[,_]?(?:\.(?:\d+|\{\w+\}))?[bcdefgnosx%]?$/i;

/** Formats of the styles `{` and `$` are read before they are used. @throws ValueError as logging words it */
function checkFormat(format: string, style: string): void {
  const invalid = (what: string) => valueError(`invalid format: ${what}`);
  if (style === '$') {
    const rest = format.replace(/\$\$|\$\w+|\$\{\w+\}/g, '');
    if (rest.includes('$')) throw invalid("bare '$' not allowed");
    if (!/\$\w|\$\{/.test(format.replaceAll('$$', ''))) throw invalid('no fields');
  }
  if (style !== '{') return;
  let parts: ReturnType<typeof parseFormat>;
  try {
    parts = parseFormat(format);
  } catch (error) {
    throw isException(error, 'ValueError') ? invalid(String(error.args[0])) : error;
  }
  const fields = parts.filter((part) => typeof part !== 'string').filter(({ name }) => name !== '');
  for (const { name, conversion, spec } of fields) {
    if (!FIELD.test(name)) throw invalid(`invalid field name/expression: ${reprString(name)}`);
    if (conversion && !'rsa'.includes(conversion))
      throw invalid(`invalid conversion: ${reprString(conversion)}`);
    if (!SPEC.test(spec)) throw invalid(`bad specifier: ${reprString(spec)}`);
  }
  if (fields.length === 0) throw invalid('no fields');
}

export const formatterClass = nativeClass({
  name: 'Formatter',
  module: MODULE,
  host: [PythonFormatter, Formatter],
  signature: "fmt=None, datefmt=None, style='%', validate=True, *, defaults=None",
  construct: (
    call,
    _cls,
    format: string | null,
    dateFormat: string | null,
    style: string,
    validate: Value,
    defaults: Value,
  ) => {
    if (call.truth(validate) && format) checkFormat(format, style);
    return new PythonFormatter(format, dateFormat, style, call.truth(validate), keywordsOf(defaults));
  },
  methods: {
    format: ['record', (_call, self: Formatter, record: RecordValue) => self.text(record.record)],
    formatTime: [
      'record, datefmt=None',
      (_call, self: Formatter, record: RecordValue, dateFormat: string | null) =>
        self.time(record.record, dateFormat ?? undefined),
    ],
  },
  getters: { _fmt: (self: Formatter) => self.format, datefmt: (self: Formatter) => self.dateFormat ?? null },
});

/** A learner's formatter may override `format`; a learner's handler `emit`. */
class LearnerFormatter extends Formatter {
  readonly object: Value;
  constructor(object: Value) {
    super();
    this.object = object;
  }
  override text(record: LogRecord): string {
    return interpreter().str(interpreter().callMethod(this.object, 'format', new RecordValue(record)));
  }
}

/** A formatter as the handlers use it: ours as it is, a learner's own class asked through Python. */
export const asFormatter = (value: Value): Formatter | undefined => {
  if (value === null) return undefined;
  const own = value instanceof Formatter && !(value instanceof LearnerFormatter);
  return own && interpreter().getAttribute(value, '__class__') === formatterClass
    ? value
    : new LearnerFormatter(value);
};
