/** The line grammar of ini files: sections, options, continuation lines, comments. */
import { linesOf, strip, stripLeft, stripRight } from '../whitespace.ts';
import { duplicateOption, duplicateSection, missingSectionHeader, parsingError } from './errors.ts';

/** Options of one section; null stands for an option without a value. */
export type Section = Map<string, string | null>;

export interface ReadSettings {
  readonly sections: Map<string, Section>;
  readonly defaults: Section;
  readonly defaultSection: string;
  readonly strict: boolean;
  readonly allowNoValue: boolean;
  readonly delimiters: readonly string[];
  readonly commentPrefixes: readonly string[];
  readonly inlineCommentPrefixes: readonly string[];
  readonly emptyLinesInValues: boolean;
  optionName(name: string): string;
}

/** Where reading stands. */
interface Reading {
  readonly settings: ReadSettings;
  readonly source: string;
  /** Values being collected, line by line, until the end of the file. */
  readonly lines: Map<Section, Map<string, string[]>>;
  readonly addedSections: Set<string>;
  readonly addedOptions: Set<string>;
  readonly bad: [number, string][];
  section: Section | undefined;
  sectionName: string;
  option: string | undefined;
  indent: number;
}

/**
 * Reads a whole text into `settings.sections`.
 * @param source Python's repr of the text's origin, for the messages.
 * @throws Raise of configparser's errors.
 */
export function readInto(settings: ReadSettings, text: string, source: string): void {
  const reading: Reading = {
    settings,
    source,
    lines: new Map(),
    addedSections: new Set(),
    addedOptions: new Set(),
    bad: [],
    section: undefined,
    sectionName: '',
    option: undefined,
    indent: 0,
  };
  const grammar = optionGrammar(settings);
  for (const [index, line] of linesOf(text.replace(/\r\n?/g, '\n')).entries())
    readLine(reading, grammar, line, index + 1);
  joinLines(reading);
  if (reading.bad.length > 0) throw parsingError(source, reading.bad);
}

function readLine(reading: Reading, grammar: RegExp, line: string, number: number): void {
  const { settings } = reading;
  const { text, hadComment } = withoutComment(settings, line);
  if (text === '') {
    const collecting = reading.section && reading.option ? collected(reading) : undefined;
    if (!settings.emptyLinesInValues) reading.indent = Number.MAX_SAFE_INTEGER;
    else if (!hadComment && collecting) collecting.push('');
    return;
  }
  const indent = line.length - stripLeft(line).length;
  if (reading.section && reading.option && indent > reading.indent) {
    collected(reading)?.push(text);
    return;
  }
  reading.indent = indent;
  const header = /^\[(.+)\]/.exec(text);
  if (header) startSection(reading, header[1]!, number);
  else if (!reading.section) throw missingSectionHeader(reading.source, number, line);
  else startOption(reading, grammar, text, line, number);
}

function collected(reading: Reading): string[] | undefined {
  return reading.lines.get(reading.section!)?.get(reading.option!);
}

function startSection(reading: Reading, name: string, number: number): void {
  const { settings } = reading;
  reading.option = undefined;
  reading.sectionName = name;
  if (settings.sections.has(name)) {
    if (settings.strict && reading.addedSections.has(name))
      throw duplicateSection(name, reading.source, number);
    reading.section = settings.sections.get(name)!;
    reading.addedSections.add(name);
  } else if (name === settings.defaultSection) {
    reading.section = settings.defaults;
  } else {
    reading.section = new Map();
    settings.sections.set(name, reading.section);
    reading.addedSections.add(name);
  }
}

function startOption(reading: Reading, grammar: RegExp, text: string, line: string, number: number): void {
  const found = grammar.exec(text);
  if (!found) {
    reading.bad.push([number, line]);
    return;
  }
  const [, rawName, , value] = found;
  if (!rawName) reading.bad.push([number, line]);
  const name = reading.settings.optionName(stripRight(rawName!));
  reading.option = name;
  const key = `${reading.sectionName}\0${name}`;
  if (reading.settings.strict && reading.addedOptions.has(key)) {
    throw duplicateOption(reading.sectionName, name, reading.source, number);
  }
  reading.addedOptions.add(key);
  reading.section!.set(name, null);
  const values = reading.lines.get(reading.section!) ?? new Map<string, string[]>();
  reading.lines.set(reading.section!, values);
  if (value === undefined) values.delete(name);
  else values.set(name, [strip(value)]);
}

function joinLines(reading: Reading): void {
  for (const [section, values] of reading.lines) {
    for (const [name, lines] of values) section.set(name, stripRight(lines.join('\n')));
  }
}

function withoutComment(settings: ReadSettings, line: string): { text: string; hadComment: boolean } {
  const inline = inlineCommentStart(settings, line);
  const whole = settings.commentPrefixes.some((prefix) => strip(line).startsWith(prefix));
  const end = whole ? 0 : inline;
  return { text: strip(end === undefined ? line : line.slice(0, end)), hadComment: end !== undefined };
}

/** An inline comment starts at a prefix that stands first in the line or behind a blank. */
function inlineCommentStart(settings: ReadSettings, line: string): number | undefined {
  let start: number | undefined;
  for (const prefix of settings.inlineCommentPrefixes) {
    for (let at = line.indexOf(prefix); at >= 0; at = line.indexOf(prefix, at + 1)) {
      if (at > 0 && !/\s/.test(line[at - 1]!)) continue;
      if (start === undefined || at < start) start = at;
      break;
    }
  }
  return start;
}

function optionGrammar(settings: ReadSettings): RegExp {
  const delimiter = settings.delimiters.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const value = `(?:(${delimiter})\\s*(.*))`;
  return new RegExp(`^(.*?)\\s*${value}${settings.allowNoValue ? '?' : ''}$`);
}
