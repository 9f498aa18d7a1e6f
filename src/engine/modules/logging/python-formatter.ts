/** Formats as Python itself reads them: all three styles, and what is wrong in them. Answers to: logging's PercentStyle, StrFormatStyle, StringTemplateStyle. */
import { dict } from '../../python/values/containers/dict.ts';
import { isException, PyException, valueError } from '../../python/values/exceptions/exceptions.ts';
import { percentFormat } from '../../python/values/format/percent.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { repr } from '../../python/values/text.ts';
import type { Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { Formatter, type Style } from '../../stdlib/logging/formatter.ts';
import { isPlain, namesOf } from '../../stdlib/logging/percent.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';
import { loggingFrames, STYLE } from './failure.ts';

/** What formats may name beside the message's own parts. */
const ATTRIBUTES =
  'name levelname levelno pathname filename module lineno funcName created msecs relativeCreated thread threadName processName process message'.split(
    ' ',
  );

const FLOATS: ReadonlySet<string> = new Set(['created', 'msecs', 'relativeCreated']);
/** Names whose values a plain format may write as they are. */
const TEXTS: ReadonlySet<string> = new Set(ATTRIBUTES.filter((name) => !FLOATS.has(name)).concat('asctime'));

export class PythonFormatter extends Formatter {
  readonly #defaults: ReadonlyMap<string, Value>;
  /** Every record can be written without asking Python. */
  readonly #plain: boolean;

  /** @throws ValueError for a format that its style cannot read */
  constructor(
    format?: string | null,
    dateFormat?: string | null,
    style: string = '%',
    validate = true,
    defaults: ReadonlyMap<string, Value> = new Map(),
  ) {
    super(format, dateFormat, style, validate);
    this.#defaults = defaults;
    this.#plain =
      this.style === '%' &&
      defaults.size === 0 &&
      isPlain(this.format) &&
      namesOf(this.format).every((name) => TEXTS.has(name));
  }

  protected override body(record: LogRecord): string {
    if (this.#plain) return super.body(record);
    try {
      return WRITERS[this.style](interpreter(), this.format, this.#values(record));
    } catch (error) {
      throw failureOf(interpreter().toException(error), this.style);
    }
  }

  /** Everything that the format may name; the time of day is made only where it is named. */
  #values(record: LogRecord): Map<string, Value> {
    const names = [...ATTRIBUTES, ...(record.extra?.keys() ?? [])];
    if (this.format.includes('asctime')) names.push('asctime');
    const values = new Map<string, Value>(this.#defaults)
      .set('msg', record.msg as Value)
      .set('args', record.args as Value);
    for (const name of names) {
      const value = this.attribute(record, name) ?? null;
      values.set(name, FLOATS.has(name) ? new Float(Number(value)) : value);
    }
    return values;
  }
}

/** Where each style reads its format: the line of its `_format`. */
const READS: Readonly<Record<Style, number>> = { '%': 445, '{': 467, $: 520 };

/** An error of the format with its frames; of a name that a record lacks, logging makes a ValueError. */
function failureOf(error: unknown, style: Style): unknown {
  if (!(error instanceof PyException)) return error;
  const read = [[449, 'format'] as const, [READS[style], '_format'] as const];
  const missing: boolean = isException(error, 'KeyError');
  error.raised = true;
  error.traceback.push(...loggingFrames(missing ? read : [...STYLE, ...read]));
  if (!missing) return error;
  const told = valueError(`Formatting field not found in record: ${repr(error.args[0]!)}`);
  told.context = error;
  told.traceback = loggingFrames([...STYLE, [451, 'format']]);
  return told;
}

const WRITERS: Readonly<
  Record<Style, (python: Interpreter, format: string, values: Map<string, Value>) => string>
> = {
  '%': (_python, format, values) => percentFormat(format, dict(values)),
  '{': (python, format, values) =>
    python.str(python.call(python.getAttribute(format, 'format')!, [], values)),
  $: (python, format, values) =>
    python.str(
      python.callMethod(
        python.call(python.importName('string.Template'), [format]),
        'substitute',
        dict(values),
      ),
    ),
};

/** Formats of `basicConfig`, where none is given. */
export const BASIC_FORMATS: Readonly<Record<string, string>> = {
  '%': '%(levelname)s:%(name)s:%(message)s',
  '{': '{levelname}:{name}:{message}',
  $: '$' + '{levelname}:$' + '{name}:$' + '{message}',
};
