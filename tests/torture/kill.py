#!/usr/bin/env python3
"""Kills an index run at many moments; afterwards the archive must be whole and finish its work.

    kill.py MORGUE [ROUNDS]

After each kill -9: `check` finds nothing, a search works, and no article that was acknowledged (by
the archive's own count) is lost. At the end the run is let through, and `check --deep` and the count
must say that every article is there exactly once, and each with its one copy. Moments come from a fixed
seed.
"""
import json, os, pathlib, random, signal, subprocess, sys, tempfile, time

program, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50
dice = random.Random(4)
ARTICLES = 1200


def run(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)


def fail(what, result=None):
    print(f"FAILED: {what}", *( [result.stdout, result.stderr] if result else []), sep="\n")
    sys.exit(1)


def articles_of(archive):
    found = run("search", "-a", archive, "--format", "json", "--limit", 1, "*")
    if found.returncode not in (0, 1):
        fail("a search after a kill", found)
    return json.loads(found.stdout)["total"]


def write_articles(folder):
    words = [f"{a}{b}{c}" for a in "bdfglm" for b in ("an", "or", "el", "u") for c in ("ta", "ric", "on", "s")]
    for part in range(12):
        with open(folder / f"part{part}.jsonl", "w") as lines:
            for n in range(ARTICLES // 12):
                body = body + " copied" if n % 2 else " ".join(dice.choice(words) for _ in range(120))
                lines.write(json.dumps({"guid": f"test:{part}:{n}", "headline": body[:40], "body": body}) + "\n")


def change(folder, number):
    """New work, so that replacing and burying is killed too."""
    for file in folder.iterdir():
        file.write_text(file.read_text().replace('"body": "', f'"body": "again{number} '))
        os.utime(file, (1_700_000_000 + number, 1_700_000_000 + number))


with tempfile.TemporaryDirectory() as top:
    top = pathlib.Path(top)
    (top / "in").mkdir()
    write_articles(top / "in")
    start = time.monotonic()
    run("index", "-a", top / "timing", top / "in")
    whole = time.monotonic() - start

    archive, killed, finished, checked, before = top / "archive", 0, 0, 0, 0
    for number in range(rounds):
        if number % 3 == 2:
            change(top / "in", number)
        process = subprocess.Popen([program, "index", "-a", archive, top / "in"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * whole * 1.3)
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed += 1
        else:
            finished += 1
        if not (archive / "articles.db").exists():
            continue
        found = run("check", "-a", archive)
        if found.returncode == 2 and before == 0:  # killed before the archive was complete
            continue
        if found.returncode != 0:
            fail(f"check after kill {number}", found)
        checked += 1
        now = articles_of(archive)
        if now not in (0, ARTICLES) or now < before:
            fail(f"{now} articles after kill {number}, {before} were acknowledged before")
        before = now
    if killed < rounds // 4 or before != ARTICLES:
        fail(f"{killed} kills of {rounds} runs, {before} articles at the end: this tests nothing")
    last = run("index", "-a", archive, top / "in")
    if last.returncode != 0:
        fail("the run that was let through", last)
    if articles_of(archive) != ARTICLES:
        fail(f"{articles_of(archive)} articles instead of {ARTICLES}")
    groups = [len(json.loads(line)["articles"]) for line in run("stories", "-a", archive, "--format", "jsonl").stdout.splitlines()]
    if groups != [2] * (ARTICLES // 2):
        fail(f"{len(groups)} stories of {sum(groups)} articles instead of {ARTICLES // 2} of two each")
    deep = run("check", "-a", archive, "--deep")
    if deep.returncode != 0:
        fail("check --deep", deep)
    print(f"{rounds} runs, {killed} killed, {finished} finished, {checked} checked, nothing lost")
