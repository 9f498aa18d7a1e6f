/**
 * Which of the engine's files are fetched later, by part; a path that ends with a slash is a whole folder, one that
 * begins with ! is taken out again. What a lesson's first commands
 * run stays out of here: `npm run bench -- size` tells what comes with the first load.
 */
import type { PartName } from '../../engine/parts.ts';

/** Below src/engine. */
export const PART_FILES: Readonly<Record<PartName, readonly string[]>> = {
  packages: ['modules/packages/'],
  library: [
    'modules/library/',
    '!modules/library/caller.ts',
    'modules/re/',
    'modules/argparse.ts',
    'modules/asyncio.ts',
    'modules/configparser.ts',
    'modules/decimal.ts',
    'modules/os.ts',
    'modules/stdlib.ts',
    'modules/text.ts',
    'modules/typing/source.ts',
    'modules/uuid.ts',
    'modules/warnings.ts',
    'modules/zoneinfo.ts',
    'stdlib/datetime/zones.ts',
    'stdlib/md5.ts',
    'stdlib/mersenne-twister.ts',
    'stdlib/sha2.ts',
  ],
  tools: [
    'shell/commands/date-text.ts',
    'shell/commands/diff.ts',
    'shell/commands/docker.ts',
    'shell/commands/find.ts',
    'shell/commands/git.ts',
    'shell/commands/grep.ts',
    'shell/commands/head-tail.ts',
    'shell/commands/line-edits.ts',
    'shell/commands/lines.ts',
    'shell/commands/names.ts',
    'shell/commands/pager.ts',
    'shell/commands/pattern.ts',
    'shell/commands/pg-dump.ts',
    'shell/commands/sed.ts',
    'shell/commands/sort.ts',
    'shell/commands/wc.ts',
    'shell/commands/xargs.ts',
    'shell/commands/sed/',
    'shell/packages/',
    'shell/psql/',
    'shell/suggest.ts',
    'sqlacodegen/',
  ],
  orm: [],
  syntax: [
    'python/parse/error-grammar.ts',
    'python/parse/diagnose.ts',
    'python/parse/named-errors.ts',
    'python/parse/peg.ts',
  ],
};
