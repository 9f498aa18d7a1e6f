"""Parsers as scripts build them: groups of which one may be given, parents, sub-commands, formatters, actions of one's own."""
import argparse, sys
def run(build, *args):
    p = build()
    try:
        print(args, "->", p.parse_args(list(args)))
    except SystemExit as e: print(args, "exit", e.code)
    sys.stdout.flush()
    sys.stderr.flush()
def a():
    p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="bye")
    p.add_argument("name", help="the name")
    p.add_argument("rest", nargs="*", type=int)
    p.add_argument("-v", "--verbose", action="count", default=0)
    p.add_argument("--level", choices=["a", "b"], default="a", help="level (default: %(default)s)")
    p.add_argument("--num", type=int, metavar="N", required=True)
    p.add_argument("--flag", action="store_true")
    p.add_argument("--no", action="store_false", dest="yes")
    p.add_argument("--const", action="store_const", const=5)
    p.add_argument("--app", action="append")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    p.add_argument("--two", nargs=2)
    p.add_argument("--opt", nargs="?", const="c", default="d")
    return p
for args in (["x", "--num", "1"], ["x", "1", "2", "--num=3", "-vv", "--flag", "--no"], [], ["x"], ["x", "--num", "z"], ["x", "--num", "1", "--level", "c"], ["x", "--num", "1", "--bogus"], ["--version"], ["-h"], ["x", "--num", "1", "--two", "a"], ["x", "--num", "1", "--opt"], ["x", "--num", "1", "--lev", "b"], ["x", "--num"], ["x", "q", "--num", "1"], ["x", "--num", "1", "--app", "1", "--app", "2"], ["--num", "1", "--", "-x"], ["x", "--n", "1"], ["x", "--flag=1", "--num", "1"]):
    run(a, *args)
def subs():
    p = argparse.ArgumentParser(prog="t")
    s = p.add_subparsers(dest="cmd", required=True, help="sub help", title="commands")
    x = s.add_parser("one", help="first", aliases=["o"]); x.add_argument("v")
    y = s.add_parser("two"); y.add_argument("--w", type=float); y.set_defaults(func=len)
    return p
for args in (["one", "5"], ["two", "--w", "1.5"], [], ["zzz"], ["-h"], ["one", "-h"], ["one"], ["o", "1"]): run(subs, *args)
def excl():
    p = argparse.ArgumentParser(prog="e")
    g = p.add_mutually_exclusive_group(required=True)
    g.add_argument("--a", action="store_true"); g.add_argument("--b", type=int)
    h = p.add_argument_group("extra", "extra things"); h.add_argument("--c", help="see")
    return p
for args in (["--a"], ["--a", "--b", "1"], [], ["-h"], ["--b", "2", "--c", "q"]): run(excl, *args)
def par():
    base = argparse.ArgumentParser(add_help=False); base.add_argument("--base", default=1, type=int)
    p = argparse.ArgumentParser(prog="p", parents=[base], formatter_class=argparse.RawDescriptionHelpFormatter, description="line1\n  line2", usage="p [x]", allow_abbrev=False, argument_default=argparse.SUPPRESS)
    p.add_argument("-x", "--ex")
    p.add_argument("--bool", action=argparse.BooleanOptionalAction)
    return p
for args in (["--base", "3"], ["-h"], ["-x", "1"], ["--bool"], ["--no-bool"], ["--bas", "1"]): run(par, *args)
def dflt():
    p = argparse.ArgumentParser(prog="d", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--x", default=5, help="the x"); p.add_argument("--y", help="the y"); p.add_argument("--zzzzzzzzzzzzzzzzzzzzzzzzzzzzz", help="long")
    return p
run(dflt, "-h")
def typ():
    def pos(s):
        v = int(s)
        if v < 0: raise argparse.ArgumentTypeError("must be positive")
        return v
    p = argparse.ArgumentParser(prog="ty"); p.add_argument("--p", type=pos); p.add_argument("f", nargs=argparse.REMAINDER)
    return p
for args in (["--p", "-1"], ["--p=-1"], ["--p", "z"], ["--p", "3", "a", "--b"]): run(typ, *args)
p = argparse.ArgumentParser(prog="k"); p.add_argument("--a")
print(p.parse_known_args(["--a", "1", "--z"]), p.format_usage(), p.get_default("a"), p, argparse.Namespace(x=1, y="a"), vars(argparse.Namespace(q=1)), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
try: p.add_argument("--a")
except argparse.ArgumentError as e: print(e)
try: p.add_argument("b", required=True)
except TypeError as e: print(e)
try: p.add_argument("--c", foo=1)
except TypeError as e: print(e)
try: p.add_argument("--c", action="zzz")
except ValueError as e: print(e)
try: p.add_argument("--c", type="int")
except ValueError as e: print(e)
class Act(argparse.Action):
    def __call__(self, parser, ns, values, opt=None): setattr(ns, self.dest, ("act", values, opt))
p.add_argument("--act", action=Act); print(p.parse_args(["--act", "5"]))
q = argparse.ArgumentParser(prog="q", exit_on_error=False); q.add_argument("--n", type=int)
try: q.parse_args(["--n", "x"])
except argparse.ArgumentError as e: print(e)
try: q.error("custom message")
except SystemExit as e: print(e.code)
