"""Documents right and wrong, as tomllib reads and words them."""
import decimal
import tomllib
DOCUMENTS = r'''
a = 1
a = 1@b = 2
a =
a
a.b
= 1
[a
[a]@[a]
[a]]
[[a]]@[a]
[a]@[[a]]
[[a]]@b=1@[[a]]@b=2
[[a]]@[a.b]@x=1@[[a]]@[a.b]@x=2
[a.b]@[a]@[a.b]
[a.b]@[a]@b.c = 1
a.b = 1@a.c = 2@a.b = 3
a.b = 1@[a]
a.b = 1@[a.c]@x = 1
a = 1@a.b = 2
a = [1]@[[a]]
a = {b = 1}@a.c = 2
a = {b = 1}@[a.c]
a = {b = 1}@[a]
a = {b = 1, b = 2}
a = {b = {c = 1}, b.d = 2}
a = {b = 1, b.c = 2}
a = {b.c = 1, b.d = 2}
a = {b = 1,}
a = {b = 1
a = {}
a = [1, 2
a = [1 2]
a = [1,, 2]
a = [@1, # c@2,@]
a = [[1], ["x"], {y = 1}]
a = "x
a = "x\q"
a = "\u12"
a = "\uD800"
a = "\u00e9\U0001F600\t\"\\"
a = 'x
a = 'it\n'
a = """x
a = """@x\@   y "" z""""
a = """x \  y"""
a = \'\'\'@x'y\'\'\'\'
a = true
a = truex
a = True
a = 1_000
a = 1__0
a = _1
a = 01
a = +5
a = -0
a = 0x1F
a = 0xG
a = 0o17
a = 0b101
a = 1.5
a = 1.
a = .5
a = 1e5
a = 1_0.2_5e-1_0
a = inf
a = -nan
a = +inf
a = 123456789012345678901234567890
a = 2020-01-02
a = 2020-02-30
a = 2020-13-01
a = 2020-01-02T03:04:05
a = 2020-01-02 03:04:05.123456789Z
a = 2020-01-02t03:04:05.5+09:00
a = 03:04:05
a = 25:00:00
a = 03:04
"a b" = 1@'c.d' = 2@e."f g" = 3
a. b . c = 1
a..b = 1
a.b. = 1
# c@a = 1 # d
a = 1 b = 2
[a] x
[a] # x
[]
[a.]
[ a . b ]@c=1
[[a.b]]@[a]@c=1
[a]@b=1@[[a.b]]
!x
가 = 1
"가" = "나"
x = 가
 	a = 1 	
a = "a	b"
a = 1@@@b=2
[tool.alembic@x=1
[tool.alembic]@script_location = "%(here)s/m"@[[tool.alembic.post_write_hooks]]@name = "x"
a = nan1
a = 1979-05-27T
a = [1,2]@a.b = 3
[a]@[b]@[a.c]@[a.c.d]@[a.c]
[a.b.c]@[a.b]@[a]
[[a]]@x.y=1@[a.x]
[[a.b]]@[[a.b.c]]@d=1@[a.b.c.e]@f=1
[x]@a.b=1@[x.a]
[x]@a.b=1@[x.a.c]
[x]@[x.y.z]@[x.y]@z.w = 1
a = {b=1}@[[a]]
"" = 1
'''.strip('\n').replace("\\'","'").split('\n')
for d in DOCUMENTS:
    d = d.replace('@','\n')
    for x in (d, d+'\n'):
        try: r = repr(tomllib.loads(x))
        except tomllib.TOMLDecodeError as e: r = 'ERR '+str(e)
        except Exception as e: r = type(e).__name__+str(e)
        print(repr(x), r)
for bad in ('a = "\x01"', '# \x00x', "a = '\x7f'", 'a = """\x02"""', 'a\r\nb=1', 'a = 1\r\nb = 2\r\n', 'a = 1\rb', "a = '''\r\nx\r\n'''"):
    try: r = repr(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e: r = 'ERR '+str(e)
    print(repr(bad), r)
print(tomllib.loads('a = 1.50\nb=1_0.5\nc=inf', parse_float=decimal.Decimal))
print(tomllib.loads('a = 1.50', parse_float=str))
