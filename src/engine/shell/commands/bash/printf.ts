/** `printf` and `echo -e`. Answers to: bash's printf.def and echo.def. */

import { LETTER_ESCAPES } from '../../parse/scan-word.ts';
import type { Program } from '../../program.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  ...LETTER_ESCAPES,
  E: '\x1b',
  '\\': '\\',
};

interface Unescaped {
  readonly text: string;
  /** `\c`: nothing more is printed. */
  readonly ends: boolean;
}

/** @param octal `\0nnn` (echo -e, %b) or `\nnn` (a format). */
function unescaped(text: string, octal: 'echo' | 'format'): Unescaped {
  const number = octal === 'echo' ? '0([0-7]{0,3})' : '([0-7]{1,3})';
  const cut = /^((?:[^\\]|\\[^c])*)\\c/s.exec(text);
  const source = cut ? cut[1]! : text;
  const found = source.replace(
    new RegExp(`\\\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|${number}|(["'?])|([\\s\\S]))`, 'g'),
    (all, hex?: string, unicode?: string, eight?: string, quote?: string, letter?: string) => {
      if (letter !== undefined) return ESCAPES[letter] ?? all;
      if (quote !== undefined) return octal === 'format' ? quote : all;
      const digits = hex ?? unicode;
      return String.fromCodePoint(
        digits === undefined ? Number.parseInt(eight || '0', 8) & 255 : Number.parseInt(digits, 16),
      );
    },
  );
  return { text: found, ends: cut !== null };
}

export const echo: Program = {
  options: ['-n', '-e', '-E'],
  run: (call) => {
    let at = 0;
    let escapes = false;
    let newline = true;
    for (; /^-[neE]+$/.test(call.args[at] ?? ''); at++)
      for (const flag of call.args[at]!.slice(1)) {
        if (flag === 'n') newline = false;
        else escapes = flag === 'e';
      }
    const text = call.args.slice(at).join(' ');
    const { text: shown, ends } = escapes ? unescaped(text, 'echo') : { text, ends: false };
    call.stdout.write(shown + (newline && !ends ? '\n' : ''));
    return 0;
  },
};

interface Printing {
  readonly args: readonly string[];
  used: number;
  exit: number;
  complain(text: string): void;
}

export const printf: Program = {
  options: ['-v'],
  run: (call) => {
    const [first, second, ...others] = call.args[0] === '--' ? call.args.slice(1) : call.args;
    const name = first === '-v' ? second : undefined;
    const format = name === undefined ? first : others.shift();
    if (format === undefined) {
      call.stderr.write('printf: usage: printf [-v var] format [arguments]\n');
      return 2;
    }
    const args = name === undefined ? call.args.slice(call.args.indexOf(format) + 1) : others;
    const printing: Printing = {
      args,
      used: 0,
      exit: 0,
      complain: (text) => call.stderr.write(`bash: printf: ${text}\n`),
    };
    let out = '';
    do {
      const before = printing.used;
      const piece = formatted(format, printing);
      out += piece.text;
      if (piece.ends || printing.used === before) break;
    } while (printing.used < args.length);
    if (name === undefined) call.stdout.write(out);
    else call.shell.variables.set(name, out);
    return printing.exit;
  },
};

function formatted(format: string, printing: Printing): Unescaped {
  let out = '';
  const PART = /%(?:%|([-+ #0']*)(\*|\d*)(?:\.(\*|\d*))?([a-zA-Z]))|[^%]+|%/gs;
  for (const [part, flags, width, precision, letter] of format.matchAll(PART)) {
    if (part === '%%') out += '%';
    else if (letter !== undefined) {
      const star = (text: string | undefined) => (text === '*' ? take(printing) : text);
      const shown = converted(letter, flags ?? '', star(width) ?? '', star(precision), printing);
      if (shown === undefined) {
        printing.complain(`\`${letter}': invalid format character`);
        printing.exit = 1;
        return { text: out, ends: true };
      }
      out += shown.text;
      if (shown.ends) return { text: out, ends: true };
    } else if (part === '%') {
      printing.complain(`\`%': missing format character`);
      printing.exit = 1;
      return { text: out, ends: true };
    } else {
      const { text, ends } = unescaped(part, 'format');
      out += text;
      if (ends) return { text: out, ends };
    }
  }
  return { text: out, ends: false };
}

const take = (printing: Printing): string => printing.args[printing.used++] ?? '';

function converted(
  letter: string,
  flags: string,
  width: string,
  precision: string | undefined,
  printing: Printing,
): Unescaped | undefined {
  const padded = (text: string, zeros = false): Unescaped => {
    const size = Math.abs(Number(width || 0));
    const left = flags.includes('-') || Number(width) < 0;
    if (left) return { text: text.padEnd(size), ends: false };
    if (!zeros || !flags.includes('0')) return { text: text.padStart(size), ends: false };
    const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
    return { text: sign + text.slice(sign.length).padStart(size - sign.length, '0'), ends: false };
  };
  const cut = (text: string) => (precision === undefined ? text : text.slice(0, Number(precision)));
  switch (letter) {
    case 's':
      return padded(cut(take(printing)));
    case 'b': {
      const { text, ends } = unescaped(take(printing), 'echo');
      return { text: padded(cut(text)).text, ends };
    }
    case 'q':
      return padded(quoted(take(printing)));
    case 'c':
      return padded([...take(printing)][0] ?? '');
    case 'd':
    case 'i':
    case 'u': {
      const value = wholeOf(take(printing), printing);
      const digits = String(value < 0n ? -value : value).padStart(Number(precision ?? 0), '0');
      const sign = value < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
      return padded(sign + digits, precision === undefined);
    }
    case 'o':
    case 'x':
    case 'X': {
      const value = BigInt.asUintN(64, wholeOf(take(printing), printing)).toString(letter === 'o' ? 8 : 16);
      const prefix = flags.includes('#') ? (letter === 'o' ? '0' : '0x') : '';
      const text = prefix + value.padStart(Number(precision ?? 0), '0');
      return padded(letter === 'X' ? text.toUpperCase() : text, true);
    }
    case 'e':
    case 'f':
    case 'F':
    case 'g': {
      const value = Number(take(printing) || 0);
      const text = floating(
        letter,
        Number.isNaN(value) ? 0 : value,
        precision === undefined ? 6 : Number(precision),
      );
      return padded((flags.includes('+') && value >= 0 ? '+' : '') + text, true);
    }
    default:
      return undefined;
  }
}

function floating(letter: string, value: number, precision: number): string {
  if (letter === 'e') return value.toExponential(precision).replace(/e([+-])(\d)$/, 'e$10$2');
  if (letter !== 'g') return value.toFixed(precision);
  const text = value.toPrecision(precision || 1);
  return text.includes('e')
    ? text.replace(/\.?0+e/, 'e').replace(/e([+-])(\d)$/, 'e$10$2')
    : text.includes('.')
      ? text.replace(/\.?0+$/, '')
      : text;
}

function wholeOf(text: string, printing: Printing): bigint {
  if (/^["']/.test(text)) return BigInt(text.codePointAt(1) ?? 0);
  const match = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)(.*)$/s.exec(text);
  if (match?.[3] !== '') {
    if (text !== '') {
      printing.complain(`${text}: invalid number`);
      printing.exit = 1;
    }
    if (!match) return 0n;
  }
  const digits = match[2]!;
  const value = /^0\d/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  return match[1] === '-' ? -value : value;
}

/** As bash writes a word that reads back as itself. */
function quoted(text: string): string {
  if (text === '') return "''";
  if (/[\n\t\r\x07\x1b]/.test(text))
    return `$'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r')}'`;
  return text.replace(/[^\w@%+=:,./\u0080-\u{10ffff}-]/gu, '\\$&');
}
