/** Breaks a program's text the way typing does: tokens dropped, doubled, replaced, moved. */
import type { Random } from '../random.ts';

const OTHERS =
  '( ) [ ] { } , : = == . * ** @ -> := + - ~ not and or in is if else elif for while def class return yield lambda await async with as try except finally import from raise pass del global nonlocal assert break continue None True False x 1 1.5 "s" f"{a}" #c $ ? ! “ 0777 1a " \' """ \\ print match case _ ... / += < | ; é § 한글 1_ 0b2 0xg 1e f"{" f"{a!x}" b"é" u"x" rb"x" exec __debug__'.split(
    ' ',
  );
const TOKENS = /"""(?:.|\n)*?"""|"[^"\n]*"|'[^'\n]*'|\w+|\n[ \t]*|[ \t]+|\*\*|:=|->|[=!<>]=|./gsu;

/** The program with one or two of its tokens changed. */
export function mutated(r: Random, program: string): string {
  let tokens: readonly string[] = program.match(TOKENS) ?? ['x'];
  for (let changes = r.chance(3) ? 2 : 1; changes > 0; changes--) tokens = changed(r, tokens);
  return tokens.join('');
}

function changed(r: Random, before: readonly string[]): string[] {
  const tokens = before.length > 0 ? [...before] : ['x'];
  const at = r.int(tokens.length);
  switch (r.int(7)) {
    case 0:
      tokens.splice(at, 1);
      break;
    case 1:
      tokens.splice(at, 0, tokens[at]!);
      break;
    case 2:
      tokens[at] = r.pick(OTHERS);
      break;
    case 3:
      tokens.splice(at, 0, r.pick(OTHERS) + r.pick(['', ' ']));
      break;
    case 4: {
      const other = r.int(tokens.length);
      [tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
      break;
    }
    case 5:
      tokens.length = at + 1;
      break;
    default: {
      const ends = tokens.flatMap((token, index) => (token.startsWith('\n') ? [index] : []));
      const end = ends.length > 0 ? r.pick(ends) : at;
      tokens[end] = r.pick(['\n', '\n    ', '\n\t', `${tokens[end]} `, tokens[end]!.slice(0, -1)]);
    }
  }
  return tokens;
}
