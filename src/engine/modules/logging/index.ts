/** The modules logging, logging.config and logging.handlers. */
import { lazyModule, type NativeModule } from '../../python/values/native/native.ts';
import { CONFIG } from './config-module.ts';
import {
  rotatingHandlerClass,
  timedRotatingHandlerClass,
  watchedHandlerClass,
} from './file-handler-classes.ts';
import { LOGGING } from './logging-module.ts';
import { later } from './names.ts';

export const LOGGING_MODULES: readonly NativeModule[] = [
  lazyModule('logging', LOGGING, { package: true }),
  lazyModule('logging.config', CONFIG),
  lazyModule('logging.handlers', {
    RotatingFileHandler: () => rotatingHandlerClass,
    TimedRotatingFileHandler: () => timedRotatingHandlerClass,
    WatchedFileHandler: () => watchedHandlerClass,
    ...later('QueueHandler QueueListener BufferingHandler MemoryHandler'),
    DEFAULT_TCP_LOGGING_PORT: () => 9020,
    SYSLOG_UDP_PORT: () => 514,
  }),
];
