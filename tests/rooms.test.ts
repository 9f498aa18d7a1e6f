/** Reads the imports of src and holds them against the list of rooms. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CIRCLES, ENGINE_ROOMS, PACKAGES, ROOMS, roomOf } from './rooms.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** Below src; or a package's name. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(ts|tsx|astro|mdx|mjs)$/.test(name),
);
const sources = new Map(files.map((file) => [file, parse(file)]));
const imports = files.flatMap((file) => importsOf(file));

/** The TypeScript of a file; of an .astro or .mdx file its frontmatter and import lines. */
function parse(file: string): ts.SourceFile {
  const text = readFileSync(join(SRC, file), 'utf8');
  const code = /\.(astro|mdx)$/.test(file)
    ? (text.match(/^\s*import\s[^;]*?['"][^'"]+['"];?/gm) ?? []).join('\n')
    : text;
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, kind);
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const bare = specifier.split('?')[0]!;
    if (bare.startsWith('.')) {
      const to = relative(SRC, join(SRC, dirname(file), bare));
      if (!to.startsWith('..')) found.push({ from: file, to, isPackage: false, typeOnly });
    } else if (!/^(node|astro|virtual):/.test(bare)) {
      const to = bare
        .split('/')
        .slice(0, bare.startsWith('@') ? 2 : 1)
        .join('/');
      found.push({ from: file, to, isPackage: true, typeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      add((node.moduleSpecifier as ts.StringLiteral).text, isTypeOnly(node));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.[1]) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument) && argument.text.startsWith('.'))
        add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(sources.get(file)!);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((one) => one.isTypeOnly)
  );
}

describe('the rooms', () => {
  it('are all in the list', () => {
    const known = new Set(ROOMS.map((room) => room.name));
    expect([...new Set(files.map(roomOf))].filter((room) => !known.has(room))).toEqual([]);
  });

  it('import only along the arrows', () => {
    const may = new Map(ROOMS.map((room) => [room.name, new Set([room.name, ...room.may])]));
    const wrong = imports
      .filter((one) => !one.isPackage && !may.get(roomOf(one.from))?.has(roomOf(one.to)))
      .map((one) => `${one.from} → ${one.to}`);
    expect(wrong).toEqual([]);
  });

  it('are arranged without a cycle', () => {
    const names = new Set<string>();
    for (const room of ROOMS) {
      // Every room may import only rooms that stand before it in the list.
      for (const other of room.may) expect(names, `${room.name} → ${other}`).toContain(other);
      names.add(room.name);
    }
  });

  it('import packages only where these belong', () => {
    const wrong = imports
      .filter((one) => one.isPackage)
      .filter(({ from, to }) => {
        const rooms = PACKAGES.find((one) => one.name === to)?.rooms;
        return rooms ? !rooms.includes(roomOf(from)) : ENGINE_ROOMS.has(roomOf(from));
      })
      .map((one) => `${one.from} → ${one.to}`);
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  it('import one another without a cycle', () => {
    const allowed = (cycle: string) =>
      CIRCLES.some(({ folder }) => cycle.split(' → ').every((file) => file.startsWith(folder)));
    expect(findCycles().filter((cycle) => !allowed(cycle))).toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('engine/')))(
    'of the engine stay synchronous and pure: %s',
    (file) => {
      expect(impurities(sources.get(file)!)).toEqual([]);
    },
  );
});

/** Each cycle of run-time imports once, as "a → b → a". */
function findCycles(): string[] {
  const next = new Map<string, string[]>();
  for (const one of imports) {
    if (!one.isPackage && !one.typeOnly) next.set(one.from, [...(next.get(one.from) ?? []), one.to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const other of next.get(file) ?? []) walk(other, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return cycles;
}

const FORBIDDEN_CALLS = new Set(['Date.now', 'Math.random']);
const GLOBALS = new Set([
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'localStorage',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'performance',
  'crypto',
  'console',
  'Promise',
]);

/** What an engine file may not do, with line numbers. */
function impurities(source: ts.SourceFile): string[] {
  const declared = declaredNames(source);
  const found: string[] = [];
  const say = (node: ts.Node, what: string) =>
    found.push(`line ${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AsyncKeyword) say(node, 'async');
    if (ts.isAwaitExpression(node)) say(node, 'await');
    if (ts.isPropertyAccessExpression(node) && FORBIDDEN_CALLS.has(node.getText())) say(node, node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      say(node, 'new Date()');
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !declared.has(node.text) && isUse(node))
      say(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether an identifier stands for a value: not a property's name, a key, or a type. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true;
  return (
    ts.isExpressionStatement(parent) || (ts.isVariableDeclaration(parent) && parent.initializer === node)
  );
}

function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isParameter(node) ||
        ts.isVariableDeclaration(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
