#!/usr/bin/python3
"""Fill the expectations of cases whose steps are shell lines, by typing them into a real bash.

    record.py IN OUT     run by run-recorder, beside this file, in a network and a /home/learner of its own

A step's line goes to one bash that lives as long as the case; psql, pg_dump, git and the rest are what stands on its PATH.
"""
import json, os, re, shutil, subprocess, sys, time
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path("/home/learner/app")
# The newest client of Debian's is a few minor versions ahead of the server: their outputs differ in this number only.
CLIENT, SERVER = "18.6 (Debian 18.6-3)", "18.3"
ENV = {
    "HOME": "/home/learner", "USER": "learner", "LOGNAME": "learner", "LANG": "C.UTF-8", "TERM": "dumb", "PAGER": "cat",
    "PATH": os.environ["TOOLS_PATH"] + ":/usr/local/bin:/usr/bin:/bin", "COLUMNS": "80",
    "GIT_AUTHOR_DATE": "1768469400 +0000", "GIT_COMMITTER_DATE": "1768469400 +0000", "GIT_MERGE_AUTOEDIT": "no",
    "PGHOST": "localhost", "PGUSER": "learner", "PGPASSWORD": "learner", "PGDATABASE": "app",
}


def snapshot():
    return {
        str(p.relative_to(ROOT)): p.read_text().replace(CLIENT, SERVER)
        for p in sorted(ROOT.rglob("*"))
        if p.is_file() and ".git" not in p.relative_to(ROOT).parts and p.suffix != ".pyc"
    }


def faked(case):
    """A case with a clock: the tools see it, by libfaketime (FAKETIME_LIB), and files carry it."""
    clock, library = case.get("clock"), os.environ.get("FAKETIME_LIB")
    if not clock:
        return {}
    if not library:
        raise SystemExit(f"{case['id']}: a case with a clock needs FAKETIME_LIB")
    return {"LD_PRELOAD": library, "FAKETIME": clock.replace("T", " "), "NO_FAKE_STAT": "1"}


def stamp(case):
    """Files and folders that came since the last step get the clock's time."""
    if not case.get("clock"):
        return
    time_ = datetime.fromisoformat(case["clock"]).replace(tzinfo=timezone.utc).timestamp()
    for path in [ROOT, *ROOT.rglob("*")]:
        if path.stat().st_mtime > time_ + 86400 * 180:
            os.utime(path, (time_, time_))


class Shell:
    """A bash without a prompt; each line is followed by a mark that tells its exit code."""

    def __init__(self, env):
        self.process = subprocess.Popen(
            ["/bin/bash", "--norc", "--noprofile", "-O", "expand_aliases"], cwd=ROOT, env={**ENV, **env}, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, line, given):
        out, err, done = Path("/tmp/out"), Path("/tmp/err"), Path("/tmp/done")
        done.unlink(missing_ok=True)
        Path("/tmp/line").write_text(line + "\n")
        source = "/tmp/given"
        Path(source).write_text(given or "")
        # eval keeps cd, variables and exports; a syntax error ends the eval alone
        self.process.stdin.write(f'eval "$(cat /tmp/line; echo)" <{source} >{out} 2>{err}; echo $? >/tmp/code; mv /tmp/code {done}\n')
        for _ in range(600):
            if done.exists():
                break
            time.sleep(0.05)
        code = int(done.read_text())
        errors = re.sub(r"(?m)^bash: (?:eval: )?(?:line \d+: )*", "bash: ", re.sub(r"(?m)^/\S*/(?=\w+: )", "", err.read_text()))
        # bash repeats a line that it cannot read; in a terminal it does not. The recorder's user is root, the learner is not.
        errors = re.sub(r"(?m)^bash: `.*'\n", "", errors)
        output = re.sub(r"(?m)^([d-][rwx-]{9} +\d+) root +root ", r"\1 learner learner ", out.read_text())
        return code, output.replace(CLIENT, SERVER), errors

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def reset():
    sql = "drop schema public cascade; create schema public;"
    subprocess.run(["psql", "-q", "-c", sql], env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    names = subprocess.run(["psql", "-Atc", "select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')"], env=ENV, stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout.split()
    for name in names:
        subprocess.run(["psql", "-qc", f'drop schema "{name}" cascade'], env=ENV, stderr=subprocess.DEVNULL)


def record(case):
    shutil.rmtree(ROOT, ignore_errors=True)
    for leftover in (ROOT.parent / ".gitconfig",):
        leftover.unlink(missing_ok=True)
    ROOT.mkdir(parents=True)
    if not case.get("db_down") and not os.environ.get("NO_SERVER"):
        reset()
    for path, text in case.get("files", {}).items():
        file = ROOT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (ROOT.parent / ".gitconfig").write_text("[user]\n\tname = learner\n\temail = learner@example.com\n[init]\n\tdefaultBranch = main\n")
    shell = Shell({**faked(case), **case.get("env", {})})
    stamp(case)
    for step in case["steps"]:
        if step["do"] == "write":
            file = ROOT / step["path"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step["text"])
        elif step["do"] == "run":
            before = snapshot()
            step["exit"], step["stdout"], step["stderr"] = shell.run(step["line"], step.get("input"))
            stamp(case)
            after = snapshot()
            step["files"] = {p: t for p, t in after.items() if before.get(p) != t} | {p: None for p in before if p not in after}
        else:
            raise SystemExit(f"{case['id']}: unknown step {step['do']}")
    shell.close()
    return case


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    for path in sorted(source.rglob("*.json")) if source.is_dir() else [source]:
        case = record(json.loads(path.read_text()))
        file = out / (case["id"] + ".json")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(case, indent=1, ensure_ascii=False) + "\n")
        print(case["id"], [step.get("exit") for step in case["steps"] if step["do"] == "run"], flush=True)


main()
