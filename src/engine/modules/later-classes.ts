/**
 * Classes whose code may come later, over objects that the rest of the engine makes: a `Decimal` that a query gives, the parser behind
 * `config.file_config`. Whoever asks such an object for its class asks for the code. A test finds those that are missing here.
 */
import { registerFamily } from '../python/values/classes/class-of.ts';
import { ArgumentParser } from '../stdlib/argparse/argument-parser.ts';
import { ConfigParser } from '../stdlib/configparser/config-parser.ts';
import { Decimal } from '../stdlib/decimal.ts';
import { UUID } from '../stdlib/uuid.ts';
import { parserClass } from './argparse/index.ts';
import { configParserClass } from './configparser/parser-classes.ts';
import { decimalClass } from './decimal/decimal-class.ts';
import { uuidClass } from './uuid.ts';

registerFamily(ArgumentParser, () => parserClass);
registerFamily(ConfigParser, () => configParserClass);
registerFamily(Decimal, () => decimalClass);
registerFamily(UUID, () => uuidClass);
