/** Every generic and upper-case type, for other rooms: definitions, and the class of their instances. */
export * from './base.ts';
export * from './definition.ts';
export { type EnumSource, enumLabels, enumOfLabels, makeEnum } from './enum.ts';
export {
  DEFAULT_DIALECT,
  implementation,
  POSTGRESQL,
  type TypeDialect,
  typeAffinity,
} from './implementation.ts';
export { asInstance, completeWith, makeType } from './make.ts';
export * from './number.ts';
export { type PythonRepr, plainRepr } from './repr.ts';
export * from './structured.ts';
export * from './temporal.ts';
export * from './text.ts';
export { typeText } from './text-of.ts';
export { type CustomType, SqlType, type TypeOptions } from './type.ts';
