/** Bash lines as PowerShell takes them. */
import { expect, it } from 'vitest';
import { toPowerShell } from '../../../src/lessons/powershell.ts';

it.each([
  ['alembic upgrade head', 'alembic upgrade head'],
  ['alembic revision --autogenerate -m "Add phone"', 'alembic revision --autogenerate -m "Add phone"'],
  ['python -c "print(\\"x\\")"', 'python -c "print(`"x`")"'],
  ['export APP_ENV=production', '$env:APP_ENV = "production"'],
  ["DATABASE_URL='postgresql://a' alembic current", "$env:DATABASE_URL = 'postgresql://a'; alembic current"],
  ['alembic upgrade head && alembic check', 'alembic upgrade head; if ($?) { alembic check }'],
  ['alembic revision -m "A && B"', 'alembic revision -m "A && B"'],
  ['sqlacodegen postgresql://a > models.py', 'sqlacodegen postgresql://a --outfile models.py'],
  ['rm -r migrations', 'Remove-Item -Recurse -Force migrations'],
  ['head -5 alembic.ini', 'Get-Content alembic.ini -TotalCount 5'],
])('%s is %s in PowerShell', (bash, powershell) => {
  expect(toPowerShell(bash)).toBe(powershell);
});
