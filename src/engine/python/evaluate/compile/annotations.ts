/** Annotations: evaluated where they stand, or kept as text under `from __future__ import annotations`. */
import type * as ast from '../../parse/ast.ts';
import type { Eval } from '../frame.ts';
import type { Compiler } from './compiler.ts';
import { unparse } from './unparse.ts';

/** Compiles the value of an annotation. */
export function annotationValue(compiler: Compiler, annotation: ast.Expr): Eval {
  if (!compiler.future) {
    return compiler.expression(annotation.kind === 'Starred' ? annotation.value : annotation);
  }
  const text = unparse(annotation);
  return () => text;
}
