/**
 * The parts of the standard library that are written in Python, or belong to those: abc, enum, dataclasses, typing, types,
 * collections, functools, itertools, contextlib, operator, copy, string, json, re, math, random, time, hashlib and more.
 */
import type { NativeModule } from '../../python/values/native.ts';
import { TYPING_MODULES } from '../typing/index.ts';
import { abcModule } from './abc.ts';
import { enumModule } from './enum.ts';
import { typesModule } from './types.ts';

export const LIBRARY_MODULES: readonly NativeModule[] = [
  abcModule,
  enumModule,
  typesModule,
  ...TYPING_MODULES,
];
