"""Differences of lines and of words."""
from difflib import Match, SequenceMatcher, context_diff, get_close_matches, unified_diff

OLD = ["create table users (\n", "  id integer,\n", "  name text\n", ");\n", "\n", "create index a on users (name);\n"] + [f"line {n}\n" for n in range(12)]
NEW = ["create table users (\n", "  id bigint,\n", "  name text,\n", "  email text\n", ");\n", "create index a on users (name);\n"] + [f"line {n}\n" for n in range(12) if n != 9] + ["end\n"]
print("".join(unified_diff(OLD, NEW, "old.sql", "new.sql", "2026-01-01", "2026-01-02")))
print("".join(context_diff(OLD, NEW, "old.sql", "new.sql", n=1)))
print(list(unified_diff(["a"], ["b"], lineterm="", n=0)), list(unified_diff(["a"], ["a"])), list(unified_diff([], ["x\n"])), list(unified_diff(["x\n"], [])))
for a, b in (("abcd", "bcde"), ("abxcd", "abcd"), ("", ""), ("", "a"), ("private Thread currentThread;", "private volatile Thread currentThread;"), ("qabxcd", "abycdf"), ("aaa", "aa"), ("x" * 300, "y" + "x" * 250)):
    matcher = SequenceMatcher(None, a, b)
    print(repr(a[:10]), matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_opcodes(), matcher.get_matching_blocks())
print(SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).find_longest_match())
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("usres", ["users", "user", "orders", "uses"], n=2, cutoff=0.5), get_close_matches("zz", ["a"]))
print(Match(1, 2, 3), list(SequenceMatcher(None, OLD, NEW).get_grouped_opcodes(1)))
for wrong in (lambda: get_close_matches("a", [], n=0), lambda: get_close_matches("a", [], cutoff=2), lambda: list(unified_diff([1], ["a"])), lambda: list(unified_diff(["a"], ["b"], 5))):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
