import base64
import binascii
import calendar
import fnmatch
import hashlib
import hmac
import io
import os
import pathlib
import shutil
import tempfile
import urllib.parse
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath("/a/b/../c.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(map(str, p.parents)), p.anchor)
print(p / "x" / "/y", p.with_suffix(".txt"), p.with_name("q"), p.relative_to("/a"), p.is_absolute(), PurePath("a") / PurePath("b"), p.match("*.gz"), "pre" / PurePath("z"))
print(PurePath("a//b/./c"), PurePath(""), PurePath("a") == PurePath("a/"), sorted([PurePath("b"), PurePath("a")]), PurePath(".env").suffix, hash(PurePath("a")) == hash(PurePath("a")))
with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / "sub" / "deep").mkdir(parents=True)
    (root / "one.txt").write_text("first\nsecond\nthird")
    (root / "sub" / "two.py").write_text("x = 1\n")
    print(sorted(q.name for q in root.iterdir()), (root / "one.txt").exists(), (root / "nope").exists(), (root / "sub").is_dir())
    print(sorted(str(q.relative_to(root)) for q in root.rglob("*.*")), [q.name for q in root.glob("*.txt")], sorted(q.name for q in root.glob("**/*.py")))
    with open(root / "one.txt") as file:
        print(file.readline(), file.read(3), file.readlines(), file.read(), file.closed, file.mode)
    with open(root / "one.txt") as file:
        print([line.strip() for line in file])
    with open(root / "new.txt", "w") as file:
        print(file.write("a"), file.writelines(["b\n", "c"]))
    with open(root / "new.txt", "a") as file:
        file.write("!")
    print((root / "new.txt").read_text(), (root / "new.txt").read_bytes(), os.path.exists(root / "new.txt"))
    shutil.copy(root / "new.txt", root / "copy.txt")
    (root / "copy.txt").rename(root / "moved.txt")
    print(sorted(os.listdir(root)), (root / "moved.txt").read_text())
    (root / "moved.txt").unlink()
    for bad in (lambda: open(root / "no.txt"), lambda: open(root / "no" / "x", "w"), lambda: open(root), lambda: (root / "gone").unlink(), lambda: open(root / "one.txt", "q"), lambda: open(root / "one.txt", "x"), lambda: (root / "sub").mkdir(), lambda: open(root / "one.txt", "w").read()):
        try:
            print(bad())
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, "/tmp/x"))
s = io.StringIO("line1\nline2\n")
print(list(s), s.read(), s.seek(0), s.readline(), s.tell(), s.getvalue() == "line1\nline2\n")
b = io.BytesIO(b"abc")
print(b.read(2), b.getvalue(), b.write(b"zz"), b.getvalue())
for name in ("md5", "sha1", "sha256", "sha512", "sha224", "sha384"):
    print(name, hashlib.new(name, "héllo".encode()).hexdigest(), hashlib.new(name).digest_size)
h = hashlib.sha256()
h.update(b"a" * 200)
print(h.hexdigest(), hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex())
print(base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), base64.b32decode("NBUQ===="), base64.b16encode(b"\x01\xff"), binascii.hexlify(b"ab"), binascii.crc32(b"hello"))
print(calendar.monthrange(2026, 2), calendar.isleap(2024), calendar.month_name[3], calendar.monthcalendar(2026, 2)[0], calendar.timegm((2026, 1, 2, 3, 4, 5)))
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatchcase("abc", "a[!x]c"))
u = urllib.parse.urlsplit("postgresql+psycopg2://us%40er:p%2Fw@Host:5432/db?a=1&b=2#frag")
print(u, u.hostname, u.port, u.username, u.password, u.geturl(), urllib.parse.urlparse("http://h/p;x?q#f"))
print(urllib.parse.quote("a b/한글&"), urllib.parse.quote_plus("p@ss w/rd%"), urllib.parse.unquote("%ED%95%9C%20x"), urllib.parse.unquote_plus("a+b%2B"), urllib.parse.urlencode({"a": 1, "b": "x y"}), urllib.parse.urlencode({"k": [1, 2]}, doseq=True))
print(urllib.parse.parse_qs("a=1&a=2&b="), urllib.parse.parse_qsl("a=1&b=%20"), urllib.parse.urljoin("http://a/b/c", "../d"), urllib.parse.urlunsplit(("http", "h", "/p", "q=1", "")))
for bad in (lambda: base64.b64decode("abc"), lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: p.relative_to("/z"), lambda: PurePath(3), lambda: s.write(3), lambda: urllib.parse.urlsplit("http://h:x").port, lambda: p.with_name("")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
