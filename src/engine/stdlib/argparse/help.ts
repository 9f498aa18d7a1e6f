/** The layout of usage and help texts. */
import { wrap } from '../textwrap.ts';
import { type Argument, isSwitch, metavarsOf, SUPPRESS, wordsOf } from './argument.ts';
import { type ExclusiveGroup, usageParts } from './exclusive.ts';

/** What the layout needs to know of a parser. */
export interface HelpSource {
  readonly prog: string;
  readonly usage: string | undefined;
  readonly description: string | undefined;
  readonly epilog: string | undefined;
  readonly columns: number;
  readonly groups: readonly {
    readonly title: string;
    readonly description?: string;
    readonly arguments: readonly Argument[];
  }[];
  readonly arguments: readonly Argument[];
  readonly exclusive: readonly ExclusiveGroup[];
  readonly layout: HelpLayout;
  /** `str()` of a default. */
  shown(value: unknown): string;
}

/** The `formatter_class`: whether texts and helps keep their lines, and whether helps tell defaults. */
export interface HelpLayout {
  readonly rawText?: boolean;
  readonly rawHelp?: boolean;
  readonly defaults?: boolean;
  /** The column beyond which helps do not begin, and the width of the whole. */
  readonly helpColumn?: number;
  readonly width?: number;
}

const PREFIX = 'usage: ';
const MAX_HELP_POSITION = 24;

/** "usage: …" with a line end. */
export function formatUsage(source: HelpSource): string {
  return tidy(usageText(source));
}

/** The whole help text. */
export function formatHelp(source: HelpSource): string {
  const width = widthOf(source);
  const column = helpColumn(source, width);
  const parts = [usageText(source), paragraph(source.description, source, width)];
  for (const group of source.groups) {
    if (group.arguments.every(({ help }) => help === SUPPRESS) && !group.description) continue;
    const about = group.description ? `${filled(group.description, source, width, '  ')}\n\n` : '';
    const items = group.arguments
      .filter(isShown)
      .map((argument) => item(argument, source, width, column, 2))
      .join('');
    parts.push(`\n${group.title === '' ? '' : `${group.title}:\n`}${about}${items}\n`);
  }
  parts.push(paragraph(source.epilog, source, width));
  return tidy(parts.join(''));
}

const widthOf = ({ columns, layout }: HelpSource) => layout.width ?? columns - 2;

const isShown = ({ help }: Argument) => help !== SUPPRESS;

const tidy = (text: string) => `${text.replace(/\n\n\n+/g, '\n\n').replace(/^\n+|\n+$/g, '')}\n`;

function paragraph(text: string | undefined, source: HelpSource, width: number): string {
  return text ? `\n${filled(text, source, width, '')}\n\n` : '';
}

function filled(text: string, source: HelpSource, width: number, indent: string): string {
  const expanded = text.replaceAll('%(prog)s', source.prog);
  if (source.layout.rawText) return expanded.replace(/^(?=[^\n])/gm, indent);
  const options = {
    width: Math.max(width - indent.length, 11),
    initialIndent: indent,
    subsequentIndent: indent,
  };
  return wrap(oneLine(expanded), options).join('\n');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function usageText(source: HelpSource): string {
  if (source.usage !== undefined) return `${PREFIX}${source.usage.replaceAll('%(prog)s', source.prog)}\n\n`;
  const width = widthOf(source);
  const parts = (wanted: boolean) =>
    usageParts(
      source.arguments.filter((argument) => argument.flags.length > 0 === wanted),
      source.exclusive,
      usageOf,
    );
  const optional = parts(true);
  const positional = parts(false);
  const whole = [source.prog, ...optional, ...positional].join(' ');
  const text =
    PREFIX.length + whole.length > width ? brokenUsage(source.prog, optional, positional, width) : whole;
  return `${PREFIX}${text}\n\n`;
}

/** @param bare without brackets, which its group has */
function usageOf(argument: Argument, bare: boolean): string {
  if (!isShown(argument)) return '';
  if (argument.flags.length === 0) {
    const words = wordsOf(argument, argument.dest ?? '');
    return bare && /^\[.*\]$/.test(words) ? words.slice(1, -1) : words;
  }
  const flag = argument.kind === 'boolean' ? argument.flags.join(' | ') : argument.flags[0]!;
  const text = isSwitch(argument) ? flag : `${flag} ${wordsOf(argument, argument.dest!.toUpperCase())}`;
  return argument.required || bare ? text : `[${text}]`;
}

const PART = /\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+/g;

function brokenUsage(
  prog: string,
  optional: readonly string[],
  positional: readonly string[],
  width: number,
): string {
  const options = optional.join(' ').match(PART) ?? [];
  const positions = positional.join(' ').match(PART) ?? [];
  if (PREFIX.length + prog.length <= 0.75 * width) {
    const indent = ' '.repeat(PREFIX.length + prog.length + 1);
    if (options.length === 0) return packed([prog, ...positions], indent, width, true).join('\n');
    return [
      ...packed([prog, ...options], indent, width, true),
      ...packed(positions, indent, width, false),
    ].join('\n');
  }
  const indent = ' '.repeat(PREFIX.length);
  const together = packed([...options, ...positions], indent, width, false);
  const lines =
    together.length > 1
      ? [...packed(options, indent, width, false), ...packed(positions, indent, width, false)]
      : together;
  return [prog, ...lines].join('\n');
}

/** Packs parts into lines; the first line may follow the prefix, and then bears no indent of its own. */
function packed(parts: readonly string[], indent: string, width: number, afterPrefix: boolean): string[] {
  const lines: string[][] = [];
  let length = (afterPrefix ? PREFIX.length : indent.length) - 1;
  for (const part of parts) {
    if (lines.length === 0 || length + 1 + part.length > width) {
      if (lines.length > 0) length = indent.length - 1;
      lines.push([]);
    }
    lines.at(-1)!.push(part);
    length += part.length + 1;
  }
  return lines.map((line, i) => (afterPrefix && i === 0 ? '' : indent) + line.join(' '));
}

/** Where help texts begin: behind the longest name, but not beyond column 24. */
function helpColumn(source: HelpSource, width: number): number {
  const names = source.groups.flatMap((group) =>
    group.arguments
      .filter(isShown)
      .flatMap((argument) => [
        invocation(argument).length,
        ...[...(argument.parsers?.values() ?? [])].map(({ shown }) => shown?.length ?? 0),
      ]),
  );
  const longest = Math.max(0, ...names) + 2;
  return Math.min(
    longest + 2,
    Math.min(source.layout.helpColumn ?? MAX_HELP_POSITION, Math.max(width - 20, 4)),
  );
}

function invocation(argument: Argument): string {
  if (argument.flags.length === 0) return metavarsOf(argument, argument.dest ?? '').join(' ');
  if (isSwitch(argument)) return argument.flags.join(', ');
  const words = wordsOf(argument, argument.dest!.toUpperCase());
  return argument.flags.map((flag) => `${flag} ${words}`).join(', ');
}

function item(argument: Argument, source: HelpSource, width: number, column: number, indent: number): string {
  const own = row(invocation(argument), expanded(argument, source), width, column, indent, source.layout);
  const inner = [...(argument.parsers?.values() ?? [])].filter(({ help }) => help !== undefined);
  return (
    own +
    inner
      .flatMap(({ shown, help }) =>
        shown === undefined ? [] : [row(shown, help, width, column, indent + 2, source.layout)],
      )
      .join('')
  );
}

function row(
  header: string,
  help: string | undefined,
  width: number,
  column: number,
  indent: number,
  layout: HelpLayout,
): string {
  const lead = ' '.repeat(indent);
  if (!help?.trim()) return `${lead}${header}\n`;
  const lines = layout.rawHelp
    ? help.split('\n')
    : wrap(oneLine(help), { width: Math.max(width - column, 11) });
  const space = column - indent - 2;
  const fits = header.length <= space;
  const first = fits
    ? `${lead}${header.padEnd(space)}  ${lines[0]}\n`
    : `${lead}${header}\n${' '.repeat(column)}${lines[0]}\n`;
  return (
    first +
    lines
      .slice(1)
      .map((line) => `${' '.repeat(column)}${line}\n`)
      .join('')
  );
}

/** The help, with the default at its end where the layout wants it. */
function withDefault(argument: Argument, { layout }: HelpSource): string | undefined {
  const { help, flags, nargs, kind } = argument;
  const told = kind === 'boolean' && argument.default !== null && argument.default !== SUPPRESS;
  const wanted = (layout.defaults && (flags.length > 0 || nargs === '?' || nargs === '*')) || told;
  const hidden = kind === 'help' || kind === 'version' || argument.default === SUPPRESS;
  if (!help?.trim() || !wanted || hidden || help.includes('%(default)')) return help;
  return `${help} (default: %(default)s)`;
}

function expanded(argument: Argument, source: HelpSource): string | undefined {
  return withDefault(argument, source)?.replace(/%\((\w+)\)s|%%/g, (whole, name: string | undefined) => {
    if (whole === '%%') return '%';
    if (name === 'prog') return source.prog;
    if (name === 'default') return source.shown(argument.default);
    if (name === 'choices') return (argument.choices ?? []).join(', ');
    return name === 'dest' ? (argument.dest ?? '') : whole;
  });
}
