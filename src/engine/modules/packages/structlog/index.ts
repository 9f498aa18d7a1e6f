/** `structlog`: loggers that are made when a module is imported, and what they print. Answers to: structlog 26. */
import { textPackage } from '../text-package.ts';
import { LOGGERS } from './loggers.ts';
import { RENDERING } from './rendering.ts';

const CONTEXTS = String.raw`
_bound = {}


def merge_contextvars(logger, method_name, event_dict):
    return {**_bound, **event_dict}


def bind_contextvars(**kw):
    _bound.update(kw)


def unbind_contextvars(*keys):
    for key in keys:
        _bound.pop(key, None)


def clear_contextvars():
    _bound.clear()


def get_contextvars():
    return dict(_bound)
`;

const from = (module: string, names: string): string =>
  `import ${module} as _source\n\n${names
    .split(' ')
    .map((name) => `${name} = _source.${name}`)
    .join('\n')}\n`;

/** Their modules. */
export const STRUCTLOG_MODULES = textPackage('structlog', {
  structlog: LOGGERS,
  'structlog._contexts': CONTEXTS,
  'structlog._rendering': RENDERING,
  'structlog.contextvars': from(
    'structlog._contexts',
    'merge_contextvars bind_contextvars unbind_contextvars clear_contextvars get_contextvars',
  ),
  'structlog.processors': from(
    'structlog._rendering',
    'add_log_level format_exc_info TimeStamper StackInfoRenderer JSONRenderer KeyValueRenderer EventRenamer UnicodeDecoder CallsiteParameterAdder',
  ),
  'structlog.dev': from('structlog._rendering', 'ConsoleRenderer set_exc_info'),
  'structlog.stdlib': `${from(
    'structlog._rendering',
    'add_log_level add_logger_name filter_by_level PositionalArgumentsFormatter LoggerFactory ProcessorFormatter ExtraAdder',
  )}
import structlog as _structlog

get_logger = _structlog.get_logger


class BoundLogger(_structlog.BoundLoggerBase):
    pass
`,
  'structlog.typing': '',
  'structlog.types': '',
});
