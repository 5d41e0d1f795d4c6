#!/usr/bin/env python3
"""Kills an index run at many moments; afterwards the archive must be whole and finish its work.

    kill.py MORGUE [ROUNDS]

After each kill -9: `check` finds nothing, a search works, and no article that was acknowledged (by
the archive's own count) is lost. At the end the run is let through, and `check --deep` and the count
must say that every article is there exactly once. Moments come from a fixed seed.
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
                body = " ".join(dice.choice(words) for _ in range(120))
                lines.write(json.dumps({"guid": f"test:{part}:{n}", "headline": body[:40], "body": body}) + "\n")


with tempfile.TemporaryDirectory() as top:
    top = pathlib.Path(top)
    (top / "in").mkdir()
    write_articles(top / "in")
    archive, killed, before = top / "archive", 0, 0
    for number in range(rounds):
        if number % 10 == 9:  # new work, so that replacing and burying is killed too
            for file in (top / "in").iterdir():
                file.write_text(file.read_text().replace('"body": "', f'"body": "again{number} '))
                os.utime(file, (1_700_000_000 + number, 1_700_000_000 + number))
        process = subprocess.Popen([program, "index", "-a", archive, top / "in"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * 0.5)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if not (archive / "articles.db").exists():
            continue
        checked = run("check", "-a", archive)
        if checked.returncode == 2:  # killed before the archive was complete
            continue
        if checked.returncode != 0:
            fail(f"check after kill {number}", checked)
        now = articles_of(archive)
        if now < before:
            fail(f"{before - now} acknowledged articles lost after kill {number}")
        before = now
    last = run("index", "-a", archive, top / "in")
    if last.returncode != 0:
        fail("the run that was let through", last)
    if articles_of(archive) != ARTICLES:
        fail(f"{articles_of(archive)} articles instead of {ARTICLES}")
    deep = run("check", "-a", archive, "--deep")
    if deep.returncode != 0:
        fail("check --deep", deep)
    print(f"{rounds} runs, {killed} killed, nothing lost")
