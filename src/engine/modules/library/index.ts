/**
 * The parts of the standard library that are written in Python, or belong to those: abc, enum, dataclasses, types,
 * collections, functools, itertools, contextlib, operator, copy, json, re, math, random, time, hashlib, pathlib, io and more.
 */
import type { NativeModule } from '../../python/values/native/native.ts';
import { reModule } from '../re/module.ts';
import { collectionsModule } from './containers/collections/index.ts';
import { collectionsAbcModule } from './containers/collections-abc/index.ts';
import { itertoolsModule } from './containers/itertools/index.ts';
import { queueModule } from './containers/queue.ts';
import { HASHING_MODULES } from './digests/hashing.ts';
import { abcModule } from './language/abc.ts';
import { contextlibModule } from './language/contextlib/index.ts';
import { contextvarsModule } from './language/contextvars.ts';
import { dataclassesModule } from './language/dataclasses/index.ts';
import { enumModule } from './language/enum/index.ts';
import { functoolsModule } from './language/functools/index.ts';
import { IMPORT_MODULES } from './language/imports.ts';
import { inspectModule } from './language/inspect/index.ts';
import { astModule } from './language/literal.ts';
import { tracebackModule } from './language/traceback.ts';
import { typesModule } from './language/types.ts';
import { loggingMoreModule } from './logging-more.ts';
import { fractionsModule } from './numbers/fractions.ts';
import { mathModule } from './numbers/math.ts';
import { numbersModule } from './numbers/numbers.ts';
import { randomModule } from './numbers/random.ts';
import { SMALL_MODULES } from './small.ts';
import { STAND_INS } from './stand-ins.ts';
import { atexitModule } from './system/atexit.ts';
import { fnmatchModule, globModule } from './system/glob.ts';
import { ioModule } from './system/io/index.ts';
import { pathlibModule } from './system/pathlib/index.ts';
import { SYSTEM_MODULES } from './system/system.ts';
import { calendarModule, timeModule } from './system/time.ts';
import { csvModule } from './text/csv/index.ts';
import { difflibModule } from './text/difflib.ts';
import { httpModule } from './text/http.ts';
import { ipaddressModule } from './text/ipaddress/index.ts';
import { jsonModule, jsonParts } from './text/json/index.ts';
import { urllibErrorModule, urllibModule, urllibParseModule } from './text/urls.ts';
import { WORD_MODULES } from './text/words.ts';
import { tomllibModule } from './tomllib.ts';

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
  difflibModule,
  fractionsModule,
  numbersModule,
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
  ipaddressModule,
  ...WORD_MODULES,
];
