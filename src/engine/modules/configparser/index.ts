/** configparser for Python: parsers, sections, errors. Answers to: CPython's Lib/configparser.py. */
import { exceptionClass } from '../../python/values/exceptions/exceptions.ts';

import { lazyModule, type NativeModule, nativeClass } from '../../python/values/native/native.ts';
import type { PyClass } from '../../python/values/value.ts';

import { INTERPOLATIONS } from './interpolations.ts';
import { configParserClass, rawConfigParserClass } from './parser-classes.ts';
import { sectionProxyClass } from './section-proxy.ts';

const MODULE = 'configparser';

function errors(): Readonly<Record<string, PyClass>> {
  const of = (name: string, base: PyClass) => nativeClass({ name, module: MODULE, bases: [base] });
  const error = of('Error', exceptionClass('Exception'));
  const parsing = of('ParsingError', error);
  const interpolation = of('InterpolationError', error);
  return {
    Error: error,
    NoSectionError: of('NoSectionError', error),
    DuplicateSectionError: of('DuplicateSectionError', error),
    DuplicateOptionError: of('DuplicateOptionError', error),
    NoOptionError: of('NoOptionError', error),
    ParsingError: parsing,
    MissingSectionHeaderError: of('MissingSectionHeaderError', parsing),
    InterpolationError: interpolation,
    InterpolationMissingOptionError: of('InterpolationMissingOptionError', interpolation),
    InterpolationSyntaxError: of('InterpolationSyntaxError', interpolation),
    InterpolationDepthError: of('InterpolationDepthError', interpolation),
  };
}

export const configparserModule: NativeModule = lazyModule(MODULE, {
  ...Object.fromEntries(Object.entries(errors()).map(([name, cls]) => [name, () => cls])),
  ConfigParser: () => configParserClass,
  RawConfigParser: () => rawConfigParserClass,
  ...INTERPOLATIONS,
  SectionProxy: () => sectionProxyClass,
  DEFAULTSECT: () => 'DEFAULT',
});
