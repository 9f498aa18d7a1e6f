/** The command `s`. Answers to: GNU sed, sed/regexp.c, execute.c (do_subst). */
import { used } from './address.ts';
import { print, type Running } from './running.ts';
import type { ReplacementPart, Substitution } from './script.ts';

/** `s/test/text/flags` on the pattern space. */
export function substitute(running: Running, action: Substitution): void {
  const test = used(running, action.test);
  const text = running.space;
  let [out, from, count, done] = ['', 0, 0, false];
  test.lastIndex = 0;
  let behind = -1;
  for (let match = test.exec(text); match; match = test.exec(text)) {
    const [all] = match;
    const end = match.index + all.length;
    // An empty match right behind another one does not count.
    const counts = all !== '' || match.index !== behind;
    if (all === '') test.lastIndex = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    if (!counts) continue;
    behind = end;
    count += 1;
    if (count < action.first) continue;
    out += text.slice(from, match.index) + replacementText(action.replacement, match);
    from = end;
    done = true;
    if (!action.all) break;
  }
  if (!done) return;
  running.space = out + text.slice(from);
  running.changed = true;
  if (action.prints) print(running, running.space);
  if (action.file !== undefined) running.host.write(action.file, `${running.space}\n`);
}

function replacementText(parts: readonly ReplacementPart[], match: RegExpExecArray): string {
  let out = '';
  let whole = '';
  let once = '';
  for (const part of parts) {
    if (part.kind === 'case') {
      if (/[ul]/.test(part.letter)) once = part.letter;
      else whole = part.letter === 'E' ? '' : part.letter;
      continue;
    }
    let text = part.kind === 'text' ? part.text : (match[part.number] ?? '');
    if (whole) text = whole === 'U' ? text.toUpperCase() : text.toLowerCase();
    if (once && text !== '') {
      text = (once === 'u' ? text[0]!.toUpperCase() : text[0]!.toLowerCase()) + text.slice(1);
      once = '';
    }
    out += text;
  }
  return out;
}
