"""Records what CPython 3.11 prints for the programs of core/ and stdlib/: python3.11 tests/python/record.py"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "core")
ROOT = "/home/learner/app"


def run(folder, entry):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run([sys.executable, os.path.join(folder, entry)], capture_output=True, text=True, env=environment, cwd=folder)
    return done.stdout.replace(folder, ROOT), done.stderr.replace(folder, ROOT)


def keep(path, text):
    if os.path.exists(path):
        os.remove(path)
    if text:
        with open(path, "w") as file:
            file.write(text)


def record(stem, folder, entry):
    out, err = run(folder, entry)
    keep(stem + ".out", out)
    keep(stem + ".err", err)


STDLIB = os.path.join(os.path.dirname(HERE), "stdlib")
for path in sorted(os.path.join(folder, name) for folder in (HERE, STDLIB) for name in os.listdir(folder)):
    name = os.path.basename(path)
    with tempfile.TemporaryDirectory() as temporary:
        if name.endswith(".py"):
            shutil.copy(path, temporary)
            record(path[:-3], temporary, name)
        elif name == "imports":
            shutil.copytree(path, temporary, dirs_exist_ok=True)
            record(os.path.join(path, "main"), temporary, "main.py")

source = open(os.path.join(HERE, "tracebacks", "cases.py")).read()
calls = [f"{name}()" for name in re.findall(r"^def (\w+)\(\)", source, re.M)] + ["A().method(1)", "rec(5)", "star(1, 0)"]
with open(os.path.join(HERE, "tracebacks", "expected.txt"), "w") as file:
    for call in calls:
        with tempfile.TemporaryDirectory() as temporary:
            with open(os.path.join(temporary, "cases.py"), "w") as program:
                program.write(f"{source}\n{call}\n")
            file.write(f"##### {call}\n{run(temporary, 'cases.py')[1]}")
