/** A bash command line as PowerShell wants it: for the page that goes on on one's own computer. */

/** Programs that PowerShell calls otherwise, or that want their files otherwise. */
const PROGRAMS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/^touch (\S+)$/, 'New-Item $1'],
  [/^grep (?:-\w+ )?(\S+) (\S+)$/, 'Select-String $1 $2'],
  [/^head -(?:n )?(\d+) (\S+)$/, 'Get-Content $2 -TotalCount $1'],
  [/^tail -(?:n )?(\d+) (\S+)$/, 'Get-Content $2 -Tail $1'],
  [/^rm -rf? (\S+)$/, 'Remove-Item -Recurse -Force $1'],
  [/^unset (\w+)$/, 'Remove-Item Env:$1'],
  // Windows PowerShell 5 writes UTF-16 behind ">"; the tool itself writes UTF-8.
  [/^(sqlacodegen .*\S)\s*>\s*(\S+)$/, '$1 --outfile $2'],
];

/** @param line as bash takes it. @returns the same for PowerShell */
export function toPowerShell(line: string): string {
  const trimmed = line.trim();
  const parts = splitAnd(trimmed);
  if (parts.length > 1)
    return parts.map(toPowerShell).reduceRight((rest, part) => `${part}; if ($?) { ${rest} }`);
  const exported = /^export (\w+)=(.*)$/.exec(trimmed);
  if (exported) return `$env:${exported[1]} = ${quoted(exported[2]!)}`;
  const assigned = /^(\w+)=("[^"]*"|'[^']*'|\S*) (.+)$/.exec(trimmed);
  if (assigned) return `$env:${assigned[1]} = ${quoted(assigned[2]!)}; ${toPowerShell(assigned[3]!)}`;
  const found = PROGRAMS.find(([pattern]) => pattern.test(trimmed));
  const named = found ? trimmed.replace(...found) : trimmed;
  // Inside double quotes the backtick escapes, not the backslash.
  return named.replace(/\\"/g, '`"');
}

const quoted = (value: string): string => (/^["']/.test(value) ? value : `"${value}"`);

/** At `&&` outside quotes: Windows PowerShell 5 does not know it. */
function splitAnd(line: string): string[] {
  const pieces = line.match(/"(?:\\.|[^"])*"|'[^']*'|&&|[^"'&]+|&/g) ?? [];
  const parts = [''];
  for (const piece of pieces) {
    if (piece === '&&') parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
