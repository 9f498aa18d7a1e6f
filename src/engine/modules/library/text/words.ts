/** Small modules about text: shlex, html, gettext, unicodedata. */

import { raise } from '../../../python/values/exceptions/exceptions.ts';
import { lazyModule, nativeFunction } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { pprintModule } from './pprint.ts';

const shlexModule = pythonModule(
  'shlex',
  String.raw`
import re as _re


def quote(s):
    if not s:
        return "''"
    return s if _re.fullmatch(r"[\w@%+=:,./-]+", s, _re.ASCII) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)


def split(s, comments=False, posix=True):
    words, word, quotes, escaped = [], None, "", False
    for char in s:
        if escaped:
            word = (word or "") + (char if not quotes or char in ('"', "\\") else "\\" + char)
            escaped = False
        elif quotes:
            if char == quotes:
                quotes = ""
            elif char == "\\" and quotes == '"' and posix:
                escaped = True
            else:
                word += char
        elif char in "'\"":
            quotes, word = char, word or ""
        elif char == "\\" and posix:
            escaped = True
        elif char in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif char == "#" and comments:
            break
        else:
            word = (word or "") + char
    if quotes:
        raise ValueError("No closing quotation")
    if escaped:
        raise ValueError("No escaped character")
    return words if word is None else words + [word]
`,
);

const htmlModule = pythonModule(
  'html',
  String.raw`
import re as _re

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(found):
    body = found[1]
    if body[0] != "#":
        return _NAMED.get(body.rstrip(";"), found[0])
    code = int(body[2:].rstrip(";"), 16) if body[1] in "xX" else int(body[1:].rstrip(";"))
    return "\ufffd" if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def unescape(s):
    return _re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|\w+;)", _character, s) if "&" in s else s
`,
);

/** There are no catalogues of translations here: every text is its own translation. */
const gettextModule = pythonModule(
  'gettext',
  String.raw`
import builtins as _builtins

_domain = ["messages"]


class NullTranslations:
    def __init__(self, fp=None):
        self._fallback = None

    def add_fallback(self, fallback):
        self._fallback = fallback

    def gettext(self, message):
        return message

    def ngettext(self, msgid1, msgid2, n):
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return message

    def npgettext(self, context, msgid1, msgid2, n):
        return self.ngettext(msgid1, msgid2, n)

    def info(self):
        return {}

    def charset(self):
        return None

    def install(self, names=None):
        _builtins._ = self.gettext
        for name in names or ():
            if name in ("gettext", "ngettext", "pgettext", "npgettext"):
                setattr(_builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    pass


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if not fallback:
        raise FileNotFoundError(2, "No translation file found for domain", domain)
    return NullTranslations()


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    if domain is not None:
        _domain[0] = domain
    return _domain[0]


def bindtextdomain(domain, localedir=None):
    return localedir or "/usr/local/share/locale"


_plain = NullTranslations()
gettext = _plain.gettext
ngettext = _plain.ngettext
pgettext = _plain.pgettext
npgettext = _plain.npgettext


def dgettext(domain, message):
    return message


def dngettext(domain, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)
`,
);

/** Combining classes from U+0300 to U+036F: how many characters in a row, and theirs. */
const COMBINING =
  '21:230 1:232 4:220 1:232 1:216 5:220 2:202 4:220 2:202 11:220 5:1 4:220 8:230 1:240 1:230 3:220 3:230 2:220 1:0 3:230 4:220 1:230 1:232 2:220 1:230 1:233 2:234 1:233 2:234 1:233 13:230';

function combiningClass(code: number): number {
  let at = 0x300;
  if (code < at) return 0;
  for (const run of COMBINING.split(' ')) {
    const [count, value] = run.split(':').map(Number);
    at += count!;
    if (code < at) return value!;
  }
  // Beyond Latin's marks only whether it is one matters here.
  return /^\p{M}$/u.test(String.fromCodePoint(code)) ? 230 : 0;
}

const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'.split(' ');

const categoryOf = (text: string): string =>
  CATEGORIES.find((category) => new RegExp(`^\\p{${category}}$`, 'u').test(text)) ?? 'Cn';

const character = (name: string, text: string): string => {
  if ([...text].length === 1) return text;
  throw raise('TypeError', `${name}() argument must be a unicode character, not str`);
};

const unicodedataModule = lazyModule('unicodedata', {
  normalize: () =>
    nativeFunction('normalize', 'form, unistr, /', (_call, form: string, text: string) => {
      if (['NFC', 'NFD', 'NFKC', 'NFKD'].includes(form)) return text.normalize(form);
      throw raise('ValueError', 'invalid normalization form');
    }),
  is_normalized: () =>
    nativeFunction(
      'is_normalized',
      'form, unistr, /',
      (_call, form: string, text: string) => text.normalize(form) === text,
    ),
  category: () =>
    nativeFunction('category', 'chr, /', (_call, text: string) => categoryOf(character('category', text))),
  combining: () =>
    nativeFunction('combining', 'chr, /', (_call, text: string) =>
      combiningClass(character('combining', text).codePointAt(0)!),
    ),
});

export const WORD_MODULES = [pprintModule, shlexModule, htmlModule, gettextModule, unicodedataModule];
