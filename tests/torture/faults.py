#!/usr/bin/env python3
"""Lets the disk fail at many moments of a run; the archive must keep what it had and say what happened.

    faults.py MORGUE FAILING_IO_LIBRARY [ROUNDS]

From the n-th write, sync or rename below the archive on, the system refuses (disk full, then
input/output error). The run must end with a message and exit code of its own, `check` must find nothing,
and every article acknowledged before must be there; with the disk well again the same command
finishes its work. Moments come from a fixed seed.
"""
import errno, json, os, pathlib, random, shutil, subprocess, sys, tempfile

program, library = map(os.path.abspath, sys.argv[1:3])
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 40
dice = random.Random(6)
OLD, NEW = 300, 900


def run(*arguments, **faults):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    if faults:
        environment |= {"LD_PRELOAD": library, **{key: str(value) for key, value in faults.items()}}
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env=environment)


def fail(what, result):
    print(f"FAILED: {what}", f"exit {result.returncode}", result.stdout, result.stderr, sep="\n")
    sys.exit(1)


def must(result, what):
    if result.returncode != 0:
        fail(what, result)
    return result


def articles_of(archive):
    found = run("search", "-a", archive, "--format", "json", "--limit", 1, "*")
    return json.loads(must(found, "a search").stdout)["total"]


def write_articles(path, first, end):
    words = [a + b + c for a in "bdfglm" for b in ("an", "or", "el") for c in ("ta", "ric", "on", "s")]
    with open(path, "w") as lines:
        for n in range(first, end):
            body = " ".join(dice.choice(words) for _ in range(150))
            lines.write(json.dumps({"guid": f"test:{n}", "headline": body[:40], "body": body}) + "\n")


def commands(top, archive):
    """What is tried: taking in, and merging what two runs left."""
    return {"index": ("index", "-a", archive, top / "new.jsonl"), "compact": ("compact", "-a", archive)}


with tempfile.TemporaryDirectory() as top:
    top = pathlib.Path(os.path.realpath(top))
    write_articles(top / "old.jsonl", 0, OLD)
    write_articles(top / "more.jsonl", OLD, OLD + 50)
    write_articles(top / "new.jsonl", OLD // 2, NEW)
    before = top / "before"
    must(run("index", "-a", before, top / "old.jsonl"), "the first run")
    must(run("index", "-a", before, top / "more.jsonl"), "the second run")
    refused = 0
    for name in ("index", "compact"):
        archive = top / "archive"
        shutil.copytree(before, archive)
        must(run(*commands(top, archive)[name], FAULT_UNDER=archive, FAULT_COUNT=top / "calls"), name)
        calls = int((top / "calls").read_text())
        shutil.rmtree(archive)
        if calls < 10:
            sys.exit(f"FAILED: {name} made {calls} calls: this tests nothing")
        for number in range(rounds // 2):
            shutil.copytree(before, archive)
            moment = 1 + number * calls // (rounds // 2) + dice.randrange(max(1, calls // rounds))
            error = (errno.ENOSPC, errno.EIO)[number % 2]
            where = f"{name}, call {moment} of {calls}, {os.strerror(error)}"
            result = run(*commands(top, archive)[name], FAULT_UNDER=archive, FAULT_AT=moment, FAULT_ERRNO=error)
            if result.returncode < 0 or result.returncode > 0 and "morgue: " not in result.stderr:
                fail(f"{where}: no message of its own", result)
            refused += result.returncode > 0
            must(run("check", "-a", archive), f"check after {where}")
            if articles_of(archive) not in (OLD + 50, NEW):
                sys.exit(f"FAILED: {articles_of(archive)} articles after {where}")
            must(run(*commands(top, archive)[name]), f"the same again after {where}")
            must(run("check", "-a", archive, "--deep"), f"check --deep after {where}")
            if articles_of(archive) != (NEW if name == "index" else OLD + 50):
                sys.exit(f"FAILED: {articles_of(archive)} articles at the end of {where}")
            shutil.rmtree(archive)
    if refused < rounds * 2 // 3:
        sys.exit(f"FAILED: only {refused} of {rounds} runs met the fault")
    print(f"{rounds} runs, {refused} ended by a failing disk, nothing lost")
