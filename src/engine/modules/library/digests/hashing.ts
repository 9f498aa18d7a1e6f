/** Modules of digests and encodings. */
import { base64Module, binasciiModule } from './base64.ts';
import { hashlibModule } from './hashlib.ts';
import { hmacModule } from './hmac.ts';
import { secretsModule } from './secrets.ts';

export const HASHING_MODULES = [hashlibModule, hmacModule, secretsModule, base64Module, binasciiModule];
