/** What libpq says of options that it cannot take, or that a server without TLS cannot give. Answers to: libpq's fe-connect.c. */

type Options = ReadonlyMap<string, string> | undefined;

/** In the order in which libpq looks at them. */
const CHOICES: readonly (readonly [option: string, values: string])[] = [
  ['channel_binding', 'disable prefer require'],
  ['sslmode', 'disable allow prefer require verify-ca verify-full'],
  ['sslnegotiation', 'postgres direct'],
  ['gssencmode', 'disable prefer require'],
  ['target_session_attrs', 'any read-write read-only primary standby prefer-standby'],
  ['load_balance_hosts', 'disable random'],
];

const NUMBERS = [
  'keepalives',
  'keepalives_idle',
  'keepalives_interval',
  'keepalives_count',
  'tcp_user_timeout',
  'connect_timeout',
];

/** Said before any server is looked for. @returns undefined where every option can be taken. */
export function wrongChoice(options: Options): string | undefined {
  for (const [option, values] of CHOICES) {
    const value = options?.get(option);
    if (value && !values.split(' ').includes(value)) return `invalid ${option} value: "${value}"`;
  }
  return options?.get('gssencmode') === 'require'
    ? 'GSSAPI encryption required but no credential cache'
    : undefined;
}

/** Said of the server that is being connected to. */
export function wrongNumber(options: Options): string | undefined {
  const option = NUMBERS.find((name) => !/^\s*([+-]?\d+\s*)?$/.test(options?.get(name) ?? ''));
  return option && `invalid integer value "${options?.get(option)}" for connection option "${option}"`;
}

/** The answer of a server that has no TLS. */
export function noTls(options: Options): string | undefined {
  return /^(require|verify-)/.test(options?.get('sslmode') ?? '')
    ? 'server does not support SSL, but SSL was required'
    : undefined;
}
