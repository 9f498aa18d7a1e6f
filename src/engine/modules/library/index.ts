/**
 * The parts of the standard library that are written in Python, or belong to those: abc, enum, dataclasses, typing, types,
 * collections, functools, itertools, contextlib, operator, copy, json, re, math, random, time, hashlib, pathlib, io and more.
 */
import type { NativeModule } from '../../python/values/native.ts';
import { TYPING_MODULES } from '../typing/index.ts';
import { abcModule } from './abc.ts';
import { collectionsModule } from './collections.ts';
import { collectionsAbcModule } from './collections-abc.ts';
import { contextlibModule } from './contextlib.ts';
import { dataclassesModule } from './dataclasses.ts';
import { enumModule } from './enum.ts';
import { functoolsModule } from './functools.ts';
import { SMALL_MODULES } from './small.ts';
import { typesModule } from './types.ts';

export const LIBRARY_MODULES: readonly NativeModule[] = [
  abcModule,
  collectionsAbcModule,
  collectionsModule,
  contextlibModule,
  dataclassesModule,
  enumModule,
  functoolsModule,
  typesModule,
  ...SMALL_MODULES,
  ...TYPING_MODULES,
];
