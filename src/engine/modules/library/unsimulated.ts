/**
 * Names that the real modules have and these do not: they can be imported, and using one says so, instead of claiming that Python has no such name.
 * A line goes shorter when a name is added.
 */
import type { Value } from '../../python/values/value.ts';
import { PACKAGE_NAMES } from '../packages/unsimulated.ts';
import { unknownName } from '../unknown.ts';

const NAMES: Readonly<Record<string, string>> = {
  'unittest.mock': 'AsyncMock NonCallableMagicMock PropertyMock FILTER_DIR create_autospec mock_open seal',
  argparse:
    'FileType MetavarTypeHelpFormatter PARSER _StoreAction _StoreConstAction _StoreTrueAction _StoreFalseAction _AppendAction _SubParsersAction _HelpAction _VersionAction _ArgumentGroup',
  asyncio:
    'Server AbstractEventLoopPolicy AbstractServer Handle TimerHandle get_event_loop_policy set_event_loop_policy get_child_watcher set_child_watcher BrokenBarrierError IncompleteReadError LimitOverrunError SendfileNotAvailableError wrap_future Condition Barrier BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol StreamReader StreamWriter StreamReaderProtocol open_unix_connection start_unix_server create_subprocess_shell Timeout BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport AbstractChildWatcher SafeChildWatcher FastChildWatcher PidfdChildWatcher MultiLoopChildWatcher ThreadedChildWatcher DefaultEventLoopPolicy',
  base64: 'encode decode b32hexencode b32hexdecode b85encode b85decode a85encode a85decode',
  calendar:
    'IllegalWeekdayError setfirstweekday firstweekday prcal calendar Calendar TextCalendar HTMLCalendar LocaleTextCalendar LocaleHTMLCalendar weekheader',
  difflib: 'Differ HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK ndiff restore',
  enum: 'pickle_by_global_name pickle_by_enum_name',
  hashlib: 'blake2b blake2s sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256 file_digest',
  'importlib.metadata':
    'DistributionFinder FastPath Lookup MetadataPathFinder PackageMetadata PackagePath Pair PathDistribution Prepared Sectioned SimplePath packages_distributions',
  inspect:
    'ArgInfo Arguments ClosureVars FrameInfo FullArgSpec Traceback classify_class_attrs formatargvalues getargs getargvalues getattr_static getclasstree ' +
    'getclosurevars getcomments getcoroutinelocals getcoroutinestate getframeinfo getgeneratorlocals getinnerframes getmodulename getouterframes',
  io: 'BlockingIOError BufferedRWPair BufferedRandom IncrementalNewlineDecoder',
  logging:
    'getLogRecordFactory setLogRecordFactory Manager PlaceHolder PercentStyle StrFormatStyle StringTemplateStyle',
  'logging.handlers':
    'BaseRotatingHandler SocketHandler DatagramHandler SysLogHandler SMTPHandler NTEventLogHandler HTTPHandler',
  math: 'erf erfc gamma lgamma',
  os: '_exit getgroups setpgid setpgrp getgrouplist setgroups set_blocking O_NOFOLLOW O_NONBLOCK O_CLOEXEC defpath get_exec_path fdopen DirEntry O_APPEND O_CREAT O_EXCL O_RDONLY O_RDWR O_TRUNC O_WRONLY abort chmod chown close dup dup2 execv execve fchmod fstat fsync get_terminal_size getloadavg getpgid getppid getrandom isatty kill killpg link lseek lstat nice open pipe pread pwrite read readlink scandir sendfile setgid setuid statvfs symlink sync sysconf terminal_size times truncate uname utime wait waitpid write renames fwalk execvp environb getenvb spawnv spawnl',
  'os.path': 'ismount sameopenfile samestat defpath altsep devnull supports_unicode_filenames',
  pathlib: 'WindowsPath',
  pkgutil: 'get_importer iter_importers get_loader find_loader ImpImporter ImpLoader read_code',
  random: 'betavariate gammavariate paretovariate vonmisesvariate weibullvariate',
  re: 'template',
  signal:
    'ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError SIGRTMAX SIGRTMIN SIG_BLOCK SIG_SETMASK SIG_UNBLOCK Sigmasks getitimer pause pidfd_send_signal pthread_kill pthread_sigmask raise_signal set_wakeup_fd setitimer sigpending sigtimedwait sigwait sigwaitinfo strsignal struct_siginfo',
  shutil:
    'copyfileobj copymode copystat SpecialFileError ExecError make_archive get_archive_formats register_archive_format unregister_archive_format get_unpack_formats register_unpack_format unregister_unpack_format unpack_archive ignore_patterns chown disk_usage',
  sys: 'abiflags addaudithook api_version audit breakpointhook builtin_module_names call_tracing copyright displayhook excepthook float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth getallocatedblocks getdlopenflags getfilesystemencodeerrors getprofile getrefcount getswitchinterval gettrace hash_info implementation int_info is_finalizing meta_path orig_argv path_hooks path_importer_cache platlibdir pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile setswitchinterval settrace stdlib_module_names thread_info unraisablehook',
  tempfile: 'mkstemp mktemp TMP_MAX gettempprefix gettempprefixb gettempdirb',
  threading:
    'Barrier BrokenBarrierError Condition ExceptHookArgs TIMEOUT_MAX ThreadError activeCount currentThread enumerate excepthook get_native_id getprofile gettrace setprofile settrace stack_size',
  statistics: 'NormalDist',
  csv: 'Sniffer',
  time: 'CLOCK_BOOTTIME CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns get_clock_info pthread_getcpuclockid thread_time thread_time_ns tzset',
  traceback: 'print_last',
  types: 'prepare_class',
  unicodedata:
    'name lookup east_asian_width bidirectional decimal digit numeric mirrored decomposition unidata_version ucd_3_2_0',
  'urllib.parse': 'DefragResultBytes ParseResultBytes SplitResultBytes',
  warnings: 'filters showwarning formatwarning',
};

/** The stand-in for what a module lacks; undefined for a name that Python does not have either. */
export const unsimulatedName = (module: string, name: string): Value | undefined =>
  (NAMES[module] ?? PACKAGE_NAMES[module])?.split(' ').includes(name)
    ? unknownName(`${module}.${name}`, true)
    : undefined;
