import re

m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2026-01-15")
print(m, m.group(), m.group(1, 2), m["year"], m.groups(), m.groupdict(), m.span(), m.start("month"), m.end(), m.lastindex, m.lastgroup, m.re.pattern, m.string)
print(re.match("a", "ba"), re.fullmatch("a+", "aaa"), re.fullmatch("a|ab", "ab"), re.findall(r"\w+", "hi there 한글"), re.findall(r"(a)(b)?", "ab a"), re.findall("(x)", "xx"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("x*", "-", "abxd"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "b", "aa"), re.sub(r"(?P<n>b)", r"[\g<n>\g<1>]", "abc"))
print(re.split(r"\s*,\s*", "a , b,c"), re.split("(-)", "a-b-c", maxsplit=1), re.split("x*", "axbc"), re.split(r"(a)|b", "1a2b3"))
print([x.group() for x in re.finditer(r"[A-Z][a-z]*", "FooBarBaz")], re.sub(r"(?<!^)(?=[A-Z])", "_", "CamelCaseName").lower())
p = re.compile(r"^(\w+)\s*=\s*(.*)$", re.MULTILINE | re.I)
print(p, p.findall("A = 1\nb=2"), p.groups, p.flags, p.search("x=1\n").group(2), p.match("  x=1"))
print(re.search("a$", "a\n"), re.search(r"a\Z", "a\n"), re.search("(?i)ABC", "xabc"), re.search("a.b", "a\nb"), re.search("a.b", "a\nb", re.S), re.search("(?s:a.b)", "a\nb"))
print(re.escape("a.b*c-d e"), re.search(r"[\]\-a]", "]"), re.findall(r"[^\W\d]+", "ab1c"), re.search(r"\bfoo\b", "a foo b"), re.findall(r"\B.", "abc"))
print(re.compile(r"""
  (\d+)   # number
  \s*
  ([a-z]+)
""", re.X).match("12 ab").groups(), re.findall("(?:ab)+", "ababab"), re.findall(r"a{2,3}?", "aaaa"), re.findall("a{,2}", "aaa"), re.search("a{x}", "a{x}"))
print(re.findall(b"a(.)", b"abac"), re.sub(rb"\d", b"#", b"a1"), re.search("(a)|(b)", "b").groups(), re.search("(a)|(b)", "b").groups("-"), re.search(r"(.)\1", "abccd"), re.search("(?P<q>['\"]).*?(?P=q)", "x 'y' z").group())
print(re.match("a", "A", re.IGNORECASE), re.search("é", "É", re.I), re.findall(r"\d", "1٢3"), re.findall(r"\d", "1٢3", re.A), re.search("\U0001f600", "x\U0001f600y").span())
print(bool(re.match(r"^[\w.+-]+@[\w-]+\.[\w.-]+$", "me@example.com")), re.sub(r"\s+", " ", " a \n b "), re.sub(r"[^a-z0-9]+", "-", "Add Phone Column!".lower()).strip("-"))
print(m.expand(r"\g<month>/\1"), re.compile("a") == re.compile("a"), isinstance(m, re.Match), re.sub("(a)", r"\n\\", "a"), re.sub("", "-", "ab"))
for bad in ("(", ")", "[a", "*a", "a**", r"\q", "(?P<n>a", "(?P<1>a)", "a{3,2}", "(?<x>a)", r"\1", "(?P<a>x)(?P<a>y)", "[z-a]", "a\\", "(?P=q)", "x(?i)"):
    try:
        print(re.compile(bad))
    except re.error as error:
        print(repr(bad), error, error.pos)
for bad in (lambda: re.sub("a", r"\2", "a"), lambda: re.search("a", 3), lambda: re.search("a", b"a"), lambda: m.group(5), lambda: m.group("zz"), lambda: re.compile(3), lambda: re.sub("a", r"\g<no>", "a")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
