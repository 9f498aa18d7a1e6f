/** Whether the shell would ask for more before it runs what was typed. */

const OPENS = new Set(['for', 'while', 'until', 'if', 'case', '{', '(', '[[']);
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  done: ['for', 'while', 'until'],
  fi: ['if'],
  esac: ['case'],
  '}': ['{'],
  ')': ['('],
  ']]': ['[['],
};
/** Behind these a command begins. */
const BEFORE_COMMAND = new Set([
  '',
  ';',
  '\n',
  '&&',
  '||',
  '|',
  ')',
  '(',
  '{',
  'do',
  'then',
  'else',
  'elif',
  'if',
  'while',
  'until',
  '!',
  ';;',
  'time',
]);

/**
 * A quote, a here-document, a bracket or a compound command is open, or the line ends with `\\`, `|` or `&&`.
 * @param text all lines that were typed for one command
 */
export function isUnfinished(text: string): boolean {
  const here = /<<(-?)\s*(['"]?)(\w+)\2/.exec(text.replace(/<<<.*/g, ''));
  if (here) {
    const bare = (line: string) => (here[1] ? line.replace(/^\t+/, '') : line);
    return !text
      .split('\n')
      .slice(1)
      .some((line) => bare(line) === here[3]);
  }
  const plain = text.replace(/\\[^\n]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, 'q');
  const code = plain.replace(/(^|[\s;|&(])#.*$/gm, '$1');
  if (/['"]/.test(code)) return true;
  return /(?:\\|\||&&)\s*$/.test(code) || hasOpenCommand(code);
}

/** @param code without quotes and comments. */
function hasOpenCommand(code: string): boolean {
  const open: string[] = [];
  let before = '';
  for (const [token] of code.replace(/\$\(\(|\$\(/g, '(').matchAll(/;;|&&|\|\||[;|&\n()]|[^\s;|&()]+/g)) {
    const inCase = open.at(-1) === 'case';
    const starts = BEFORE_COMMAND.has(before) || token === '(';
    if (starts && OPENS.has(token) && !(inCase && token === '(')) open.push(token);
    else if (
      CLOSES[token]?.includes(open.at(-1) ?? '') &&
      (BEFORE_COMMAND.has(before) || token === ')' || token === ']]')
    )
      open.pop();
    before = token;
  }
  return open.length > 0;
}
