/** `sed`, as far as people type it here. Answers to: GNU sed. */
import { absolute } from '../paths.ts';
import { type Program, parseArguments } from '../program.ts';
import { piecesOf, read, refuse, swapEscapes } from './input.ts';

export const sed: Program = {
  summary: "change text: sed -i 's/old/new/g' file",
  options: ['-i', '-n', '-E'],
  run: (call) => {
    const args = call.args.map((arg) => (arg === '--in-place' ? '-i' : arg));
    const { flags, values, operands, unknown } = parseArguments(args, 'inEre:s', {
      quiet: 'n',
      'regexp-extended': 'E',
    });
    if (unknown) return refuse(call, unknown, 1);
    const script = values.get('e') ?? operands[0];
    if (script === undefined) {
      call.stderr.write('Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n');
      return 1;
    }
    const names = values.has('e') ? operands : operands.slice(1);
    const edit = sedScript(script, flags.has('E') || flags.has('r'), flags.has('n'));
    if (typeof edit === 'string') {
      call.stderr.write(`sed: -e expression #1, char ${script.length}: ${edit}\n`);
      return 1;
    }
    const { sources, failed } = read(call, names);
    for (const source of sources) {
      const text = edit(source.text);
      if (flags.has('i')) call.machine.files.write(absolute(source.name, call.machine.cwd), text);
      else call.stdout.write(text);
    }
    return failed ? 2 : 0;
  },
};

/** The part of sed that people type here: `[address]s/a/b/gi`, `[address]d`, `[address]p`. A string is sed's complaint. */
function sedScript(script: string, extended: boolean, quiet: boolean): ((text: string) => string) | string {
  const match = /^\s*(?:(\d+|\$|\/(?:\\.|[^/])+\/)(?:,(\d+|\$|\/(?:\\.|[^/])+\/))?)?\s*([sdp])(.*)$/s.exec(
    script,
  );
  if (!match) return `unknown command: \`${script.trim()[0] ?? ''}'`;
  const [, from, to, command, rest] = match;
  const inRange = addressTest(from, to, extended);
  if (command !== 's') {
    if (rest!.trim() !== '') return 'extra characters after command';
    return (text) =>
      eachLine(text, (line, at, last) => {
        const hit = inRange(line, at, last);
        if (command === 'd') return hit ? '' : line;
        return (quiet ? '' : line) + (hit ? line : '');
      });
  }
  const substitution = substitutionOf(rest!, extended);
  if (typeof substitution === 'string') return substitution;
  const { test, replacement, print } = substitution;
  return (text) =>
    eachLine(text, (line, at, last) => {
      const [, body, end] = /^([^\n]*)(\n?)$/.exec(line)!;
      if (!inRange(line, at, last) || body!.search(test) < 0) return quiet ? '' : line;
      const changed = body!.replace(test, replacement) + end;
      return quiet ? (print ? changed : '') : changed;
    });
}

function substitutionOf(rest: string, extended: boolean) {
  const delimiter = rest[0];
  const parts = delimiter ? splitUnescaped(rest.slice(1), delimiter) : [];
  if (parts.length !== 3) return "unterminated `s' command";
  const [pattern, replacement, flags] = parts as [string, string, string];
  if (/[^gGiIp0-9]/.test(flags)) return "unknown option to `s'";
  const source = extended ? pattern : swapEscapes(pattern);
  const javaScript = replacement
    .replace(/\$/g, '$$$$')
    .replace(/\\(.)|&/gs, (all: string, escaped: string | undefined) => {
      if (all === '&') return '$&';
      if (/\d/.test(escaped!)) return `$${escaped}`;
      return escaped === 'n' ? '\n' : escaped!;
    });
  return {
    test: new RegExp(source, `${flags.includes('g') ? 'g' : ''}${/i/i.test(flags) ? 'i' : ''}u`),
    replacement: javaScript,
    print: flags.includes('p'),
  };
}

function splitUnescaped(text: string, delimiter: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && text[at + 1] === delimiter) {
      parts[parts.length - 1] += delimiter;
      at += 1;
    } else if (character === '\\' && at + 1 < text.length) {
      parts[parts.length - 1] += character + text[++at];
    } else if (character === delimiter) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function addressTest(from: string | undefined, to: string | undefined, extended: boolean) {
  const one = (address: string) => {
    if (address === '$') return (_line: string, at: number, last: number) => at === last;
    if (/^\d+$/.test(address)) return (_line: string, at: number) => at === Number(address);
    const body = address.slice(1, -1);
    const test = new RegExp(extended ? body : swapEscapes(body), 'u');
    return (line: string) => test.test(line.replace(/\n$/, ''));
  };
  if (from === undefined) return () => true;
  const starts = one(from);
  if (to === undefined) return starts;
  const ends_ = one(to);
  let open = false;
  return (line: string, at: number, last: number) => {
    if (!open) {
      open = starts(line, at, last);
      return open;
    }
    if (ends_(line, at, last)) open = false;
    return true;
  };
}

function eachLine(text: string, edit: (line: string, at: number, last: number) => string): string {
  const lines = piecesOf(text);
  return lines.map((line, index) => edit(line, index + 1, lines.length)).join('');
}
