/** Where the frames of modules that are written in Python stand in a traceback. */
import type { LibraryFrame } from '../../machine.ts';
import type { TracebackEntry } from '../values/exceptions/exceptions.ts';
import type { Code } from './frame.ts';

/** Where code of the standard library claims to be. */
export const LIBRARY = '<library>/';
/** Compiled once for all processes. */
export const libraryCode = new Map<string, Code>();

const libraryEntry = ({ file, line, name }: LibraryFrame): TracebackEntry => ({
  file,
  name,
  span: { lineno: line, col_offset: 0, end_lineno: line, end_col_offset: 0 },
  frame: {},
});

/** A frame of a library's file, whose text is not shown. */
export const tracebackOf = (frames: readonly LibraryFrame[]): TracebackEntry[] =>
  frames.toReversed().map(libraryEntry);
