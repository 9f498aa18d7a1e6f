/** configparser's exceptions, with their texts. Answers to: CPython 3.11 Lib/configparser.py (behaviour). */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';

type Attributes = Readonly<Record<string, unknown>>;

function failure(name: string, message: string, attributes: Attributes): Raise {
  return new Raise(`configparser.${name}`, [message], { attributes: { message, ...attributes } });
}

/** NoSectionError */
export const noSection = (section: string) =>
  failure('NoSectionError', `No section: ${reprString(section)}`, { section });

/** NoOptionError */
export const noOption = (option: string, section: string) =>
  failure('NoOptionError', `No option ${reprString(option)} in section: ${reprString(section)}`, {
    option,
    section,
  });

/** @param source Python's repr of where the text came from; undefined outside of reading. */
export function duplicateSection(section: string, source?: string, line?: number): Raise {
  const message = source
    ? `While reading from ${source} ${inLine(line!)}: section ${reprString(section)} already exists`
    : `Section ${reprString(section)} already exists`;
  return failure('DuplicateSectionError', message, { section, lineno: line ?? null });
}

/** DuplicateOptionError. @param source the file's name */
export function duplicateOption(section: string, option: string, source: string, line: number): Raise {
  const what = `option ${reprString(option)} in section ${reprString(section)}`;
  const message = `While reading from ${source} ${inLine(line)}: ${what} already exists`;
  return failure('DuplicateOptionError', message, { section, option, lineno: line });
}

/** MissingSectionHeaderError: a line before the first section. */
export function missingSectionHeader(source: string, number: number, line: string): Raise {
  const message = `File contains no section headers.\nfile: ${source}, line: ${number}\n${reprString(line)}`;
  return failure('MissingSectionHeaderError', message, { lineno: number, line });
}

/** ParsingError: lines that are neither options nor parts of one. */
export function parsingError(source: string, lines: readonly (readonly [number, string])[]): Raise {
  const each = lines.map(([number, line]) => `\n\t${inLine(number)}: ${reprString(line)}`).join('');
  return failure('ParsingError', `Source contains parsing errors: ${source}${each}`, {});
}

/** InterpolationSyntaxError: a % that begins nothing. */
export const interpolationSyntax = (option: string, section: string, message: string) =>
  failure('InterpolationSyntaxError', message, { option, section });

/** InterpolationMissingOptionError. @param reference the name that is not there */
export function interpolationMissing(option: string, section: string, raw: string, reference: string): Raise {
  const message =
    `Bad value substitution: option ${reprString(option)} in section ${reprString(section)} contains an interpolation key ` +
    `${reprString(reference)} which is not a valid option name. Raw value: ${reprString(raw)}`;
  return failure('InterpolationMissingOptionError', message, { option, section, reference });
}

/** InterpolationDepthError: values that refer to one another without end. */
export function interpolationDepth(option: string, section: string, raw: string): Raise {
  const message =
    `Recursion limit exceeded in value substitution: option ${reprString(option)} in section ${reprString(section)} ` +
    `contains an interpolation key which cannot be substituted in 10 steps. Raw value: ${reprString(raw)}`;
  return failure('InterpolationDepthError', message, { option, section });
}

const inLine = (number: number) => `[line ${String(number).padStart(2)}]`;
