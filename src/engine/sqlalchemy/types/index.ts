/** Every generic and upper-case type, for other rooms: definitions, and the class of their instances. */
export * from './base.ts';
export * from './definition.ts';
export * from './number.ts';
export * from './structured.ts';
export * from './temporal.ts';
export * from './text.ts';
export { type CustomType, SqlType, type TypeOptions } from './type.ts';
