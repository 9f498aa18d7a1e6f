/**
 * The names that a file defines itself, from its syntax tree and without running it: what an editor offers where the cursor stands.
 * A file that is being typed is half wrong most of the time, so the line under the cursor is taken out where it does not parse.
 */
import type { Module } from '../parse/ast.ts';
import { moduleOf } from '../parse/grammar.ts';
import { normalised } from '../parse/tokenizer.ts';
import type { OwnName, Scope } from './own-name.ts';
import { readScope } from './scope.ts';

/**
 * @param source of a file.
 * @param line under the cursor, 1-based: it need not be Python.
 * @returns the file's own names that can be written there; undefined where the rest of the file is no Python either.
 */
export function ownNames(source: string, line: number): readonly OwnName[] | undefined {
  const module = outlineOf(source, line);
  return module && namesAt(module, line);
}

function outlineOf(source: string, line: number): Scope | undefined {
  const lines = normalised(source).split('\n');
  const at = Math.min(Math.max(0, line - 1), lines.length - 1);
  const typed = lines[at]!;
  const indent = /^\s*/.exec(typed)![0];
  // A line by itself, a line inside brackets, a line that opens a block.
  for (const one of [typed, `${indent}pass`, indent, `${indent}if 1:`]) {
    const text = lines.with(at, one).join('\n');
    const module = parsed(text);
    if (module) return readScope(module, text.split('\n'));
  }
  return undefined;
}

function parsed(text: string): Module | undefined {
  try {
    return moduleOf(text, '<outline>');
  } catch {
    // Whatever it is that is wrong there: somebody else tells the learner.
    return undefined;
  }
}

/** @returns the scopes around a line, the module first. */
function scopesAt(module: Scope, line: number): readonly Scope[] {
  const inside = module.inner.find(({ from, to }) => from <= line && line <= to);
  return inside ? [module, ...scopesAt(inside, line)] : [module];
}

/** Names of a class only in its own body, as in Python; inner ones hide outer ones. */
function namesAt(module: Scope, line: number): readonly OwnName[] {
  const scopes = scopesAt(module, line);
  const names = new Map<string, OwnName>();
  for (const [at, scope] of scopes.entries()) {
    if (scope.kind === 'class' && at < scopes.length - 1) continue;
    for (const one of scope.names) names.set(one.name, one);
  }
  return [...names.values()];
}
