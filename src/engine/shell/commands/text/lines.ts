/** `uniq`, `cut`, `tr`, `tee`, `nl`, `rev`, `paste`: small programs over lines. Answers to: GNU coreutils. */
import { complain, parseArguments, refuse } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Program } from '../../program.ts';
import { linesOf, piecesOf, read } from './input.ts';

export const uniq: Program = {
  options: ['-c', '-d', '-u', '-i'],
  run: (call) => {
    const long = { count: 'c', repeated: 'd', unique: 'u', 'ignore-case': 'i' };
    const { flags, operands, problem } = parseArguments(call.args, 'cdui', long);
    if (problem) return refuse(call, problem, 1);
    const { sources, failed } = read(call, operands.slice(0, 1));
    if (failed) return 1;
    const groups: { line: string; count: number }[] = [];
    const plain = (line: string) => (flags.has('i') ? line.toLowerCase() : line);
    for (const line of sources.flatMap((source) => linesOf(source.text))) {
      const last = groups.at(-1);
      if (last && plain(last.line) === plain(line)) last.count += 1;
      else groups.push({ line, count: 1 });
    }
    const shown = groups.filter(
      ({ count }) => (!flags.has('d') || count > 1) && (!flags.has('u') || count === 1),
    );
    const row = ({ line, count }: { line: string; count: number }) =>
      flags.has('c') ? `${String(count).padStart(7)} ${line}\n` : `${line}\n`;
    const text = shown.map(row).join('');
    if (operands[1] === undefined) call.stdout.write(text);
    else call.machine.files.write(absolute(operands[1], call.machine.cwd), text);
    return 0;
  },
};

/** `1,3-5,7-` as a test of a position. @returns undefined for what is no such list */
function positions(list: string): ((at: number) => boolean) | undefined {
  const ranges: [number, number][] = [];
  for (const part of list.split(',')) {
    const match = /^(\d+)?(-)?(\d+)?$/.exec(part);
    if (!match || part === '' || part === '-') return undefined;
    const [, from, dash, to] = match;
    if (from === '0' || to === '0') return undefined;
    ranges.push([
      Number(from ?? 1),
      dash === undefined ? Number(from) : Number(to ?? Number.POSITIVE_INFINITY),
    ]);
  }
  return (at) => ranges.some(([from, to]) => at >= from && at <= to);
}

export const cut: Program = {
  options: ['-d', '-f', '-c', '-b', '-s', '--output-delimiter', '--complement'],
  run: (call) => {
    const long = {
      delimiter: 'd',
      fields: 'f',
      characters: 'c',
      bytes: 'b',
      'only-delimited': 's',
      'output-delimiter': 'o',
      complement: 'C',
    };
    const { flags, values, operands, problem } = parseArguments(call.args, 'd:f:c:b:so:C', long);
    if (problem) return refuse(call, problem, 1);
    const kind = ['f', 'c', 'b'].find((letter) => values.has(letter));
    if (kind === undefined) return refuse(call, 'you must specify a list of bytes, characters, or fields', 1);
    const delimiter = values.get('d') ?? '\t';
    if ([...delimiter].length !== 1) return refuse(call, 'the delimiter must be a single character', 1);
    const inList = positions(values.get(kind)!);
    if (!inList)
      return refuse(
        call,
        kind === 'f'
          ? `invalid field value ‘${values.get(kind)}’`
          : `invalid byte/character position ‘${values.get(kind)}’`,
        1,
      );
    const chosen = (at: number) => inList(at) !== flags.has('C');
    const { sources, failed } = read(call, operands);
    for (const line of sources.flatMap((source) => linesOf(source.text))) {
      if (kind !== 'f') {
        call.stdout.write(`${bytesChosen(line, chosen)}\n`);
        continue;
      }
      const fields = line.split(delimiter);
      if (fields.length === 1) {
        if (!flags.has('s')) call.stdout.write(`${line}\n`);
        continue;
      }
      call.stdout.write(`${fields.filter((_, at) => chosen(at + 1)).join(values.get('o') ?? delimiter)}\n`);
    }
    return failed ? 1 : 0;
  },
};

/** GNU's cut counts bytes with `-c` as well. */
function bytesChosen(line: string, chosen: (at: number) => boolean): string {
  const bytes = [...new TextEncoder().encode(line)].filter((_, at) => chosen(at + 1));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

const TR_CLASSES: Readonly<Record<string, string>> = {
  upper: 'A-Z',
  lower: 'a-z',
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: '0-9A-Za-z',
  space: ' \\t\\n\\v\\f\\r',
  blank: ' \\t',
  punct: '!-/:-@[-`{-~',
};
const TR_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
  b: '\b',
};

function letters(set: string): string[] {
  const source = set.replace(/\[:(\w+):\]/g, (all, name: string) => TR_CLASSES[name] ?? all);
  const found: string[] = [];
  const items = [...source.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/gu)].map(
    ([, octal, escaped, plain]) =>
      octal !== undefined
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : escaped !== undefined
          ? (TR_ESCAPES[escaped] ?? escaped)
          : plain!,
  );
  for (let at = 0; at < items.length; at++) {
    if (items[at + 1] === '-' && items[at + 2] !== undefined) {
      const [from, to] = [items[at]!.codePointAt(0)!, items[at + 2]!.codePointAt(0)!];
      for (let code = from; code <= to; code++) found.push(String.fromCodePoint(code));
      at += 2;
    } else found.push(items[at]!);
  }
  return found;
}

export const tr: Program = {
  options: ['-d', '-s', '-c'],
  run: (call) => {
    const long = { delete: 'd', 'squeeze-repeats': 's', complement: 'c' };
    const { flags, operands, problem } = parseArguments(call.args, 'dscC', long);
    if (problem) return refuse(call, problem, 1);
    const [first, second] = operands;
    if (first === undefined) return refuse(call, 'missing operand', 1);
    if (second === undefined && !flags.has('d') && !flags.has('s'))
      return refuse(call, `missing operand after ‘${first}’\nTwo strings must be given when translating.`, 1);
    if (operands.length > 2 || (second !== undefined && flags.has('d') && !flags.has('s')))
      return refuse(call, `extra operand ‘${operands[2] ?? second}’`, 1);
    const from = letters(first);
    const to = second === undefined ? [] : letters(second);
    const complement = flags.has('c') || flags.has('C');
    const inFirst = (one: string) => from.includes(one) !== complement;
    const mapped = (one: string) => {
      if (to.length === 0 || !inFirst(one)) return one;
      return complement ? to.at(-1)! : (to[from.lastIndexOf(one)] ?? to.at(-1)!);
    };
    let out = '';
    let before = '';
    for (const one of call.stdin ?? '') {
      if (flags.has('d') && inFirst(one)) continue;
      const next = flags.has('d') ? one : mapped(one);
      const squeezes = flags.has('s') && (to.length > 0 ? to.includes(next) : inFirst(next));
      if (squeezes && before === next) continue;
      out += next;
      before = next;
    }
    call.stdout.write(out);
    return 0;
  },
};

export const tee: Program = {
  options: ['-a'],
  run: (call) => {
    const { flags, operands, problem } = parseArguments(call.args, 'ai', { append: 'a' });
    if (problem) return refuse(call, problem, 1);
    const text = call.stdin ?? '';
    const { files, cwd } = call.machine;
    let failed = false;
    for (const name of operands) {
      const path = absolute(name, cwd);
      if (name === '/dev/null') continue;
      if (files.isDirectory(path) || !files.isDirectory(absolute('..', path))) {
        complain(
          call,
          `${name}: ${files.isDirectory(path) ? 'Is a directory' : 'No such file or directory'}`,
        );
        failed = true;
      } else files.write(path, (flags.has('a') ? (files.read(path) ?? '') : '') + text);
    }
    call.stdout.write(text);
    return failed ? 1 : 0;
  },
};

export const nl: Program = {
  options: ['-b', '-w', '-s'],
  run: (call) => {
    const { values, operands, problem } = parseArguments(call.args, 'b:w:s:v:n:');
    if (problem) return refuse(call, problem, 1);
    const { sources, failed } = read(call, operands);
    let number = Number(values.get('v') ?? 1);
    const width = Number(values.get('w') ?? 6);
    const separator = values.get('s') ?? '\t';
    for (const line of sources.flatMap((source) => linesOf(source.text))) {
      const counts = values.get('b') === 'a' || line !== '';
      const left = counts
        ? String(number++).padStart(width) + separator
        : ' '.repeat(width + separator.length);
      call.stdout.write(`${left}${line}\n`);
    }
    return failed ? 1 : 0;
  },
};

export const rev: Program = {
  run: (call) => {
    const { sources, failed } = read(call, call.args);
    for (const piece of sources.flatMap((source) => piecesOf(source.text))) {
      const line = piece.replace(/\n$/, '');
      call.stdout.write([...line].reverse().join('') + piece.slice(line.length));
    }
    return failed ? 1 : 0;
  },
};

export const paste: Program = {
  options: ['-d', '-s'],
  run: (call) => {
    const { flags, values, operands, problem } = parseArguments(call.args, 'd:s', {
      delimiters: 'd',
      serial: 's',
    });
    if (problem) return refuse(call, problem, 1);
    const { sources, failed } = read(call, operands);
    if (failed) return 1;
    const delimiters = [...(values.get('d') ?? '\t').replace(/\\n/g, '\n').replace(/\\t/g, '\t')];
    const joined = (cells: readonly string[]) =>
      cells.map((cell, at) => (at === 0 ? '' : delimiters[(at - 1) % delimiters.length]) + cell).join('');
    const columns = sources.map(({ text }) => linesOf(text));
    const rows = flags.has('s')
      ? columns
      : Array.from({ length: Math.max(...columns.map((one) => one.length)) }, (_, at) =>
          columns.map((one) => one[at] ?? ''),
        );
    call.stdout.write(rows.map((row) => `${joined(row)}\n`).join(''));
    return 0;
  },
};
