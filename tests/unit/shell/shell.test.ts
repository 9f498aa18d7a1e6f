/** The shell against lines that bash printed. */
import { describe, expect, it } from 'vitest';
import { terminal } from './support.ts';

/** Lines and what bash 5.2 with GNU's tools prints for them, recorded from Debian's. */
const SAME: readonly (readonly [line: string, out: string, exit?: number])[] = [
  ['echo a   b', 'a b\n'],
  [`echo 'a   b' "c  $HOME"`, 'a   b c  /home/learner\n'],
  ['echo $(echo x; echo y)', 'x y\n'],
  ['NAME=v; echo "$NAME" \'$NAME\' ${NAME}s ${NONE:-other}', 'v $NAME vs other\n'],
  ['false || echo no && echo yes', 'no\nyes\n'],
  ['true && false; echo $?', '1\n'],
  ['! true; echo $?', '1\n'],
  ['echo {a,b}{1,2}', 'a1 a2 b1 b2\n'],
  ['echo one > f.txt; echo two >> f.txt; cat < f.txt | wc -l', '2\n'],
  ['cat none.txt', 'cat: none.txt: No such file or directory\n', 1],
  ['nope', 'bash: nope: command not found\n', 127],
  ['./alembic.ini', 'bash: ./alembic.ini: Permission denied\n', 126],
  ['echo a | | b', "bash: syntax error near unexpected token `|'\n", 2],
  ['echo "a', 'bash: unexpected EOF while looking for matching `"\'\n', 2],
  ['echo x > none/f', 'bash: none/f: No such file or directory\n', 1],
  ['cat 2>/dev/null none.txt; echo $?', '1\n'],
  ['echo *.ini app/*.py', 'alembic.ini app/a.py app/b.py\n'],
  ['echo *.none', '*.none\n'],
  [
    'cd app; pwd; cd -; cd none',
    '/home/learner/app/app\n/home/learner/app\nbash: cd: none: No such file or directory\n',
    1,
  ],
  // Recorded from bash 5.2, too: a script has a folder and variables of its own, and `set -e` ends it.
  [
    'echo "cd app; pwd; export A=1; false; echo on" > s.sh; bash s.sh; pwd; echo "[$A]"',
    '/home/learner/app/app\non\n/home/learner/app\n[]\n',
  ],
  ['echo "set -e; false || echo saved; ! true; false; echo never" > s.sh; sh s.sh', 'saved\n', 1],
  ['echo "# says A" > s.sh; echo \'echo "$A"\' >> s.sh; A=x bash s.sh', 'x\n'],
  ['bash -c "false; echo on"', 'on\n'],
  ['bash none.sh', 'bash: none.sh: No such file or directory\n', 127],
  ['cd ~ && pwd', '/home/learner\n'],
  ['ls', 'alembic.ini  app\n'],
  ['ls app', 'a.py  b.py\n'],
  ['ls none', "ls: cannot access 'none': No such file or directory\n", 2],
  ['mkdir app', 'mkdir: cannot create directory ‘app’: File exists\n', 1],
  ['mkdir -p x/y && ls x', 'y\n'],
  ['rm app', "rm: cannot remove 'app': Is a directory\n", 1],
  ['rm -r app; ls', 'alembic.ini\n'],
  ['mv app/a.py app/c.py; ls app', 'b.py  c.py\n'],
  ['cp app/a.py c.py; cat c.py', 'x = 1\ny = 2\n'],
  ['grep -n y app/a.py', '2:y = 2\n'],
  ['grep -rl url .', './alembic.ini\n'],
  ['grep nothing app/a.py', '', 1],
  ["sed -i 's/localhost/db/' alembic.ini; grep url alembic.ini", 'url = db\n'],
  ["sed -n '2p' app/a.py", 'y = 2\n'],
  ["echo 'a.b' | sed 's/\\./-/g'", 'a-b\n'],
  ['head -n 1 app/a.py', 'x = 1\n'],
  ['tail -1 app/a.py', 'y = 2\n'],
  ['wc app/a.py', ' 2  6 12 app/a.py\n'],
  ['diff app/a.py app/b.py', '2d1\n< y = 2\n', 1],
  [
    'diff -u app/a.py app/b.py',
    '--- app/a.py\t2026-01-15 09:30:00.123456000 +0000\n+++ app/b.py\t2026-01-15 09:30:00.123456000 +0000\n@@ -1,2 +1 @@\n x = 1\n-y = 2\n',
    1,
  ],
  ['cat <<EOF\nhello $HOME\nEOF', 'hello /home/learner\n'],
  ["cat <<'EOF'\nhello $HOME\nEOF", 'hello $HOME\n'],
  ['echo a # comment', 'a\n'],
  ['export A=1; env | grep ^A', 'A=1\n'],
  ['A=2 env | grep ^A=; echo "$A"', 'A=2\n\n'],
  ['date +%F', '2026-01-15\n'],
  ['printenv HOME', '/home/learner\n'],
];

describe('the shell', () => {
  for (const [line, out, exit] of SAME) {
    it(line.replaceAll('\n', '⏎'), () => {
      const shell = terminal({
        'alembic.ini': 'url = localhost\n',
        'app/a.py': 'x = 1\ny = 2\n',
        'app/b.py': 'x = 1\n',
      });
      expect(shell.run(line)).toEqual({ exit: exit ?? 0, out });
    });
  }

  it('says kindly what to use instead of a tool that a browser cannot have', () => {
    expect(terminal().run('vim alembic.ini')).toEqual({
      exit: 127,
      out: 'vim: not available in the browser: open the file in the editor beside this terminal\n',
    });
  });
});
