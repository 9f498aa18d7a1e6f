import uuid, shlex, html, gettext, unicodedata, ast, urllib.error
from subprocess import PIPE, STDOUT
from os import F_OK
print(uuid.uuid5(uuid.NAMESPACE_DNS,'python.org'), uuid.uuid3(uuid.NAMESPACE_URL,'x'), uuid.NAMESPACE_OID)
print(shlex.split('a "b c" d\\ e \'f"g\''), shlex.quote("it's"), shlex.join(['a b','c']))
print(html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&#39;&#x41;&amp;'))
gettext.install('app'); print(_('x')); print(gettext.ngettext('a','b',2)); _ = gettext.translation('x', fallback=True).gettext; print(_('y'))
try: gettext.translation('x')
except OSError as e: print(type(e), e)
print(unicodedata.normalize('NFKD','Žluťoučký kůň ½ 가').encode('ascii','ignore').decode())
print(''.join(c for c in unicodedata.normalize('NFD','éàü') if not unicodedata.combining(c)), unicodedata.category('A'), unicodedata.category('́'), unicodedata.category(' '))
print(ast.literal_eval("{'a': [1, 2.5, -3, None, True], 'b': (1,), 'c': {1, 2}}"), ast.literal_eval(" 'x' 'y' "))
for s in ("f()", "a", "1+", "-'x'", "[x for x in y]"):
    try: print(ast.literal_eval(s))
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
try: raise urllib.error.URLError('no')
except OSError as e: print(e, e.reason)
