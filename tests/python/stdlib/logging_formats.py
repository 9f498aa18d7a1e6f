import logging, io
out = io.StringIO()
def t(fmt, style='%', **kw):
    try:
        f = logging.Formatter(fmt, style=style, **kw)
    except Exception as e:
        print('make', fmt, type(e).__name__, e); return
    r = logging.LogRecord('alembic.x', 20, '/a/b/c.py', 12, 'hello %s', ('you',), None, 'fn')
    try:
        print(repr(f.format(r)))
    except Exception as e:
        print('format', fmt, type(e).__name__, e, repr(e.__context__))
for f in ['%(levelnme)s','%(message{}s %(name)s','%=message)s %(name)s','%(name)s %','%(name)s %y','%(name)d','%가(name)s','%(name)r|%(lineno)05d|%(levelno)x','%(name)20s|%(name)-20s|%(name).3s','%(name)+s','100%% %(message)s','%(lineno)s %(levelno)s','%(msg)s %(args)s','%(funcName)s %(module)s %(filename)s %(pathname)s','%(message)s %(nope)s', '%(message)c', '%(message)10.2s|', '%(message)*s']:
    t(f)
for f in ['{nope}','{name:d}','{name:>12}|{levelname:<8}|{message!r}','{lineno:05d}','{name','plain','{message} {{x}}','{levelname[0]}','{0}']: t(f,'{')
for f in ['$nope $message','${name} $$ $message','$','${message','plain','$message $levelname']: t(f,'$')
t('%(who)s %(message)s', defaults={'who':'me'})
t('{who} {message}', '{', defaults={'who':'me'})
t('x','z')
