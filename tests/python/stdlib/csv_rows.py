import csv, io
for text, kw in [('a,b\n1,"x, y"\n', {}), ('a;b;"c ""q"" d"\r\n;;\r\n\r\nz', {'delimiter': ';'}), ('"multi\nline",2\n3,4', {}), ("1,'a b',x\n", {'quotechar': "'"}), ('a, b,  "c"\n', {'skipinitialspace': True}), ('1,"2",3.5\n', {'quoting': csv.QUOTE_NONNUMERIC}), ('a\\,b,c\n', {'escapechar': '\\', 'quoting': csv.QUOTE_NONE}), ('"a"b,c"d"\n', {}), ('a\tb\n', {'dialect': 'excel-tab'}), ('\n\nx\n', {}), (',\n', {}), ('"open', {}), ('a,b', {}), ('""\n', {})]:
    r = csv.reader(io.StringIO(text, newline=''), **kw)
    print(list(r), r.line_num)
print(list(csv.reader(["a,b", "c,d"])))
print([dict(r) for r in csv.DictReader(["a,b", "1,2", "3", "4,5,6", ""])])
d = csv.DictReader(io.StringIO("id,name\n1,Ann\n2,Bo\n")); print(d.fieldnames, next(d), d.line_num, list(d))
for kw in ({}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC, 'delimiter': ';'}, {'lineterminator': '\n'}, {'dialect': 'unix'}):
    out = io.StringIO(); w = csv.writer(out, **kw)
    w.writerow(['a', 1, None, 2.5, 'x,y', 'q"q', 'l\nb', True]); w.writerow(['']); w.writerow([]); w.writerows([[1, 2], ['', '']])
    print(repr(out.getvalue()))
out = io.StringIO(); w = csv.DictWriter(out, ['a', 'b']); print(w.writeheader()); w.writerow({'a': 1}); w.writerows([{'b': 2, 'a': 'x'}]); print(repr(out.getvalue()))
for f in (lambda: w.writerow({'z': 1}), lambda: csv.reader([], delimiter='ab'), lambda: csv.reader([], foo=1), lambda: csv.reader([], dialect='nix'), lambda: list(csv.reader([b'x'])), lambda: csv.writer(out).writerow(5), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(['a,b']), lambda: list(csv.reader(['"a"b'], strict=True))):
    try: print(f())
    except Exception as e: print(type(e), e)
print(csv.list_dialects(), csv.field_size_limit())
