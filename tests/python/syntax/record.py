"""Records what CPython 3.11 says about right and wrong programs: python3.11 tests/python/syntax/record.py

written.json holds programs by hand; the rest are the seeds of seeds.txt with tokens dropped, doubled, replaced or moved.
Writes errors.json (program, and the attributes of its SyntaxError or null), formatted.json (program, and the last lines of
its traceback) and trees.json (program, and its ast.dump with places in characters).
"""

import ast
import io
import json
import os
import random
import re
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(tempfile.mkdtemp(), "mod.py")
ROUNDS = 400

OTHERS = """( ) [ ] { } , : = == . * ** @ -> := + - ~ not and or in is if else elif for while def class return yield lambda
await async with as try except finally import from raise pass del global nonlocal assert break continue None True False x 1
1.5 "s" f'{a}' #c $ ? ! “ 0777 1a " ' \"\"\" \\ print match case _ ... / += < | ; é § 한글""".split() + ["\n", "    ", "\t", " \u00a0"]


def compiled(source):
    data = source.encode("utf8")
    with open(FILE, "wb") as file:
        file.write(data)
    try:
        compile(data, FILE, "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    return None


def attributes(error):
    return error and [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]


def formatted(error):
    sys.stderr = io.StringIO()
    sys.__excepthook__(type(error), error, None)
    text, sys.stderr = sys.stderr.getvalue().replace(FILE, "mod.py"), sys.__stderr__
    return text[text.index('  File "mod.py"') :]


def mutated(source):
    tokens = re.findall(r'"""(?:.|\n)*?"""|"[^"\n]*"|\'[^\'\n]*\'|\w+|\n[ \t]*|[ \t]+|\*\*|:=|->|[=!<>]=|.', source)
    for _ in range(random.choice([1, 1, 1, 2])):
        at = random.randrange(len(tokens))
        change = random.randrange(6)
        if change == 0:
            del tokens[at]
        elif change == 1:
            tokens.insert(at, tokens[at])
        elif change == 2:
            tokens[at] = random.choice(OTHERS)
        elif change == 3:
            tokens.insert(at, random.choice(OTHERS) + random.choice(["", " "]))
        elif change == 4:
            other = random.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        else:
            ends = [i for i, token in enumerate(tokens) if token.startswith("\n")]
            at = random.choice(ends or [at])
            tokens[at] = random.choice(["\n", "\n    ", "\n\t", tokens[at] + " ", tokens[at][:-1] or " "])
        tokens = tokens or ["x"]
    return "".join(tokens)


def dump(node, lines):
    if isinstance(node, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)):
        return type(node).__name__
    if isinstance(node, list):
        return [dump(item, lines) for item in node]
    if not isinstance(node, ast.AST):
        return node if node is None or isinstance(node, (str, bool, int)) and abs(hash(node)) < 2**70 else repr(node)
    out = {"kind": type(node).__name__}
    for field in node._fields:
        if field not in ("type_comment", "type_ignores", "kind"):
            value = getattr(node, field, None)
            out[field] = repr(value) if field == "value" and isinstance(node, ast.Constant) else dump(value, lines)
    if hasattr(node, "lineno"):
        column = lambda line, at: len(lines[line - 1].encode()[:at].decode("utf8", "replace"))
        out["at"] = [node.lineno, column(node.lineno, node.col_offset), node.end_lineno, column(node.end_lineno, node.end_col_offset)]
    return out


def write(name, rows):
    with open(os.path.join(HERE, name), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")


warnings.simplefilter("ignore")
random.seed(1)
seeds = open(os.path.join(HERE, "seeds.txt")).read().split("\n####\n")
programs = seeds + json.load(open(os.path.join(HERE, "written.json")))
programs += [mutated(random.choice(seeds)) for _ in range(ROUNDS)]
outcomes = [(program, compiled(program)) for program in programs]
write("errors.json", [[program, attributes(error)] for program, error in outcomes])
write("formatted.json", [[p, formatted(compiled(p))] for p, error in outcomes[::3] if error])
right = [program for program, error in outcomes[: len(seeds)] if not error]
write("trees.json", [[p, dump(ast.parse(p), p.split("\n"))] for p in right])
