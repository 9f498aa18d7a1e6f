/**
 * The parts of the standard library that are written in Python, or belong to those: abc, enum, dataclasses, types,
 * collections, functools, itertools, contextlib, operator, copy, json, re, math, random, time, hashlib, pathlib, io and more.
 */
import type { NativeModule } from '../../python/values/native.ts';
import { reModule } from '../re/module.ts';
import { abcModule } from './abc.ts';
import { atexitModule } from './atexit.ts';
import { collectionsModule } from './collections/index.ts';
import { collectionsAbcModule } from './collections-abc/index.ts';
import { contextlibModule } from './contextlib/index.ts';
import { contextvarsModule } from './contextvars.ts';
import { csvModule } from './csv/index.ts';
import { dataclassesModule } from './dataclasses/index.ts';
import { enumModule } from './enum/index.ts';
import { fractionsModule } from './fractions.ts';
import { functoolsModule } from './functools.ts';
import { fnmatchModule, globModule } from './glob.ts';
import { HASHING_MODULES } from './hashing.ts';
import { httpModule } from './http.ts';
import { IMPORT_MODULES } from './imports.ts';
import { inspectModule } from './inspect/index.ts';
import { ioModule } from './io/index.ts';
import { itertoolsModule } from './itertools/index.ts';
import { jsonModule, jsonParts } from './json/index.ts';
import { astModule } from './literal.ts';
import { loggingMoreModule } from './logging-more.ts';
import { mathModule } from './math.ts';
import { pathlibModule } from './pathlib/index.ts';
import { queueModule } from './queue.ts';
import { randomModule } from './random.ts';
import { SMALL_MODULES } from './small.ts';
import { STAND_INS } from './stand-ins.ts';
import { SYSTEM_MODULES } from './system.ts';
import { calendarModule, timeModule } from './time.ts';
import { tomllibModule } from './tomllib.ts';
import { tracebackModule } from './traceback.ts';
import { typesModule } from './types.ts';
import { urllibErrorModule, urllibModule, urllibParseModule } from './urls.ts';
import { WORD_MODULES } from './words.ts';

export const LIBRARY_MODULES: readonly NativeModule[] = [
  abcModule,
  astModule,
  collectionsAbcModule,
  collectionsModule,
  contextlibModule,
  contextvarsModule,
  csvModule,
  httpModule,
  dataclassesModule,
  enumModule,
  functoolsModule,
  calendarModule,
  fnmatchModule,
  globModule,
  inspectModule,
  ioModule,
  itertoolsModule,
  jsonModule,
  ...jsonParts,
  loggingMoreModule,
  mathModule,
  pathlibModule,
  atexitModule,
  fractionsModule,
  queueModule,
  randomModule,
  reModule,
  timeModule,
  tomllibModule,
  tracebackModule,
  typesModule,
  urllibErrorModule,
  urllibModule,
  urllibParseModule,
  ...HASHING_MODULES,
  ...IMPORT_MODULES,
  ...SMALL_MODULES,
  ...STAND_INS,
  ...SYSTEM_MODULES,
  ...WORD_MODULES,
];
