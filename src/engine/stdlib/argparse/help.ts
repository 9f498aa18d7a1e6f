/** The layout of usage and help texts. */
import { wrap } from '../textwrap.ts';
import { type Argument, isSwitch, metavarsOf, wordsOf } from './argument.ts';

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
}

const PREFIX = 'usage: ';
const MAX_HELP_POSITION = 24;

/** "usage: …" with a line end. */
export function formatUsage(source: HelpSource): string {
  return tidy(usageText(source));
}

/** The whole help text. */
export function formatHelp(source: HelpSource): string {
  const width = source.columns - 2;
  const column = helpColumn(source, width);
  const parts = [usageText(source), paragraph(source.description, source, width)];
  for (const group of source.groups) {
    if (group.arguments.length === 0 && !group.description) continue;
    const about = group.description ? `${filled(group.description, source, width, '  ')}\n\n` : '';
    const items = group.arguments.map((argument) => item(argument, source, width, column, 2)).join('');
    parts.push(`\n${group.title}:\n${about}${items}\n`);
  }
  parts.push(paragraph(source.epilog, source, width));
  return tidy(parts.join(''));
}

const tidy = (text: string) => `${text.replace(/\n\n\n+/g, '\n\n').replace(/^\n+|\n+$/g, '')}\n`;

function paragraph(text: string | undefined, source: HelpSource, width: number): string {
  return text ? `\n${filled(text, source, width, '')}\n\n` : '';
}

function filled(text: string, source: HelpSource, width: number, indent: string): string {
  const expanded = text.replaceAll('%(prog)s', source.prog);
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
  const width = source.columns - 2;
  const optional = source.arguments.filter((argument) => argument.flags.length > 0).map(usageOf);
  const positional = source.arguments.filter((argument) => argument.flags.length === 0).map(usageOf);
  const whole = [source.prog, ...optional, ...positional].join(' ');
  const text =
    PREFIX.length + whole.length > width ? brokenUsage(source.prog, optional, positional, width) : whole;
  return `${PREFIX}${text}\n\n`;
}

function usageOf(argument: Argument): string {
  if (argument.flags.length === 0) return wordsOf(argument, argument.dest ?? '');
  const flag = argument.flags[0]!;
  const text = isSwitch(argument) ? flag : `${flag} ${wordsOf(argument, argument.dest!.toUpperCase())}`;
  return argument.required ? text : `[${text}]`;
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
    group.arguments.flatMap((argument) => [
      invocation(argument).length,
      ...[...(argument.parsers ?? [])].map(([name]) => name.length),
    ]),
  );
  const longest = Math.max(0, ...names) + 2;
  return Math.min(longest + 2, Math.min(MAX_HELP_POSITION, Math.max(width - 20, 4)));
}

function invocation(argument: Argument): string {
  if (argument.flags.length === 0) return metavarsOf(argument, argument.dest ?? '').join(' ');
  if (isSwitch(argument)) return argument.flags.join(', ');
  const words = wordsOf(argument, argument.dest!.toUpperCase());
  return argument.flags.map((flag) => `${flag} ${words}`).join(', ');
}

function item(argument: Argument, source: HelpSource, width: number, column: number, indent: number): string {
  const own = row(invocation(argument), expanded(argument, source), width, column, indent);
  const inner = [...(argument.parsers ?? [])].filter(([, command]) => command.help !== undefined);
  return own + inner.map(([name, command]) => row(name, command.help, width, column, indent + 2)).join('');
}

function row(
  header: string,
  help: string | undefined,
  width: number,
  column: number,
  indent: number,
): string {
  const lead = ' '.repeat(indent);
  if (!help?.trim()) return `${lead}${header}\n`;
  const lines = wrap(oneLine(help), { width: Math.max(width - column, 11) });
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

function expanded(argument: Argument, source: HelpSource): string | undefined {
  return argument.help?.replace(/%\((\w+)\)s|%%/g, (whole, name: string | undefined) => {
    if (whole === '%%') return '%';
    if (name === 'prog') return source.prog;
    if (name === 'default') return argument.default === null ? 'None' : String(argument.default);
    if (name === 'choices') return (argument.choices ?? []).join(', ');
    return name === 'dest' ? (argument.dest ?? '') : whole;
  });
}
