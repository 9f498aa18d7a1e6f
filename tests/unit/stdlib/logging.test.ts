/** Logging before and after `fileConfig` of an alembic.ini. */
import { describe, expect, it } from 'vitest';
import type { Process } from '../../../src/engine/machine.ts';
import { ConfigParser } from '../../../src/engine/stdlib/configparser/config-parser.ts';
import { configureLogging } from '../../../src/engine/stdlib/logging/file-config.ts';
import { Formatter } from '../../../src/engine/stdlib/logging/formatter.ts';
import { StreamHandler } from '../../../src/engine/stdlib/logging/handler.ts';
import { loggingOf } from '../../../src/engine/stdlib/logging/logging.ts';

function logged(
  ini: string | undefined,
  work: (log: (name: string, level: 'INFO' | 'ERROR', text: string) => void) => void,
): string {
  const out: string[] = [];
  const stderr = { write: (text: string) => out.push(text) };
  const process = { stderr, machine: { now: () => 1_768_469_400_123_456n } } as unknown as Process;
  const logging = loggingOf(process);
  if (ini !== undefined) {
    const parser = new ConfigParser();
    parser.readText(ini);
    const makers = {
      formatter: (_: unknown, format: string | undefined, date: string | undefined, style: string) =>
        new Formatter(format, date, style),
      handler: () => new StreamHandler(stderr as never),
    };
    configureLogging(logging, parser, makers, true);
  }
  work((name, level, text) => logging.log(name, level, text));
  return out.join('');
}

const INI = `[loggers]
keys = root,alembic
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = WARNING
handlers = console
[logger_alembic]
level = INFO
handlers =
qualname = alembic
[handler_console]
class = StreamHandler
formatter = plain
[formatter_plain]
format = %(asctime)s %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
`;

describe('logging', () => {
  it('is silent for alembic and warns for others without configuration', () => {
    expect(logged(undefined, (log) => log('alembic.runtime.migration', 'ERROR', 'no'))).toBe('');
    expect(logged(undefined, (log) => log('other', 'ERROR', 'yes'))).toBe('yes\n');
  });

  it('follows an ini file: children of named loggers stay, others are disabled', () => {
    const text = logged(INI, (log) => {
      log('alembic.runtime.migration', 'INFO', 'Context impl PostgresqlImpl.');
      log('sqlalchemy', 'ERROR', 'disabled');
      log('new', 'ERROR', 'made later');
    });
    expect(text).toBe(
      '09:30:00 INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.\n09:30:00 ERROR [new] made later\n',
    );
  });

  it('refuses a format without fields', () => {
    expect(() => new Formatter('plain text')).toThrow("Invalid format 'plain text' for '%' style");
  });
});
