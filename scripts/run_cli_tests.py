#!/usr/bin/env python3
"""Runs the transcripts tests/cli/*.test, and the ```console blocks of docs/tour.md, against a morgue
program.

    scripts/run_cli_tests.py --morgue build/dev/morgue [NAME...]

A transcript holds commands and what they print:

    # a comment
    $ morgue search oil
    Oil prices fall
    ...
    ! morgue: a line of standard error
    [exit 1]

Commands run one after the other with bash in a fresh folder; a here-document goes on to its end
mark. A line `...` stands for any lines, `[..]` within a line for any text. A carriage return is
written as U+240D, an escape as U+241B. `[exit N]` is left out when N is 0. In the environment are
HOME (the fresh folder), NO_COLOR, TZ=UTC, LC_ALL=C.UTF-8, SAMPLES (tests/cli/samples) and CORPUS;
morgue is found on PATH. The tour finds corpus/ in its folder, as its readers do.
UPDATE_GOLDEN=1 rewrites what is expected where it is not what was printed: check it by eye.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIMEOUT = 60  # seconds a command


class Step:
    """A command of a transcript: its lines, and those expected after it."""

    def __init__(self, command):
        self.command = command
        self.expected = []
        self.trailer = []  # what stands before the next command: blank lines, comments, prose

    def text(self, printed=None):
        command = "$ " + "\n".join(self.command)
        return "\n".join([command, *(self.expected if printed is None else printed)])


def read_transcript(path):
    """The comment lines above the first command, and the steps."""
    head, steps, mark = [], [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        if mark is not None:
            steps[-1].command.append(line)
            if line == mark:
                mark = None
        elif line.startswith("$ "):
            steps.append(Step([line[2:]]))
            here = re.search(r"<<-?\s*['\"]?(\w+)['\"]?", line)
            mark = here.group(1) if here else None
        elif steps:
            steps[-1].expected.append(line)
        else:
            head.append(line)
    for step in steps:
        step.expected, step.trailer = split_trailer(step.expected)
    return head, steps


def read_tour(path):
    """The same of a page whose commands stand in ```console blocks."""
    head, steps, inside = [], [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        fence = line.startswith("```")
        inside = line == "```console" if fence else inside
        if inside and line.startswith("$ "):
            steps.append(Step([line[2:]]))
        elif inside and not fence and not steps[-1].trailer:
            steps[-1].expected.append(line)
        else:
            (steps[-1].trailer if steps else head).append(line)
    for step in steps:
        step.expected, blank = split_trailer(step.expected)
        step.trailer = blank + step.trailer
    return head, steps


def split_trailer(lines):
    """What is expected, and the blank lines and comments before the next command."""
    end = len(lines)
    while end and (not lines[end - 1] or lines[end - 1].startswith("# ")):
        end -= 1
    return lines[:end], lines[end:]


def printable(data):
    text = data.decode("utf-8", "backslashreplace")
    return text.replace("\r", "\u240d").replace("\x1b", "\u241b")


def run(step, folder, environment):
    """The lines printed by a command, in the form of a transcript."""
    command = "\n".join(step.command) + "\n"
    try:
        ended = subprocess.run(["bash", "-c", command], cwd=folder, env=environment,
                               stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return [f"[no end after {TIMEOUT} seconds]"]
    # Blank lines at the end cannot be told from those between commands.
    lines = printable(ended.stdout).rstrip("\n").split("\n") if ended.stdout.strip() else []
    errors = printable(ended.stderr).rstrip("\n")
    lines += ["! " + line for line in errors.split("\n")] if errors else []
    return lines + ([f"[exit {ended.returncode}]"] if ended.returncode else [])


def line_matches(expected, printed):
    if "[..]" not in expected:
        return expected == printed
    pattern = ".*".join(re.escape(part) for part in expected.split("[..]"))
    return re.fullmatch(pattern, printed) is not None


def matches(expected, printed):
    """Whether the lines fit, `...` standing for any number of them."""
    reached = {0}  # how many expected lines may be used up by the lines printed so far
    for line in printed:
        forward = set()
        for at in skip_dots(reached, expected):
            if at < len(expected) and expected[at] == "...":
                forward.add(at)
            elif at < len(expected) and line_matches(expected[at], line):
                forward.add(at + 1)
        reached = forward
    return len(expected) in skip_dots(reached, expected)


def skip_dots(reached, expected):
    out = set(reached)
    for at in sorted(reached):
        while at < len(expected) and expected[at] == "...":
            at += 1
            out.add(at)
    return out


def difference(path, step, expected, printed):
    lines = difflib.unified_diff(expected, printed, "expected", "printed", lineterm="", n=3)
    return "\n".join([f"{path}: $ {step.command[0]}", *("    " + line for line in lines)])


def environment_for(folder, tools):
    kept = {key: value for key, value in os.environ.items()
            if key.startswith(("ASAN_", "UBSAN_", "TSAN_", "LSAN_"))}
    return {**kept, "PATH": f"{tools}:{os.environ.get('PATH', '')}", "HOME": folder, "NO_COLOR": "1",
            "TZ": "UTC", "LC_ALL": "C.UTF-8", "CORPUS": str(ROOT / "corpus"),
            "SAMPLES": str(ROOT / "tests/cli/samples")}


def check(path, morgue, update):
    """The differences of one transcript, as texts."""
    tour = path.suffix == ".md"
    head, steps = (read_tour if tour else read_transcript)(path)
    found, rewritten = [], list(head)
    with tempfile.TemporaryDirectory(prefix="morgue-cli-") as scratch:
        folder, tools = os.path.join(scratch, "home"), os.path.join(scratch, "bin")
        os.mkdir(folder), os.mkdir(tools)
        os.symlink(morgue, os.path.join(tools, "morgue"))
        if tour:
            os.symlink(ROOT / "corpus", os.path.join(folder, "corpus"))
        environment = environment_for(folder, tools)
        for step in steps:
            expected = step.expected
            printed = run(step, folder, environment)
            if not matches(expected, printed):
                found.append(difference(path.name, step, expected, printed))
                expected = printed
            rewritten.append(step.text(expected + step.trailer))
    if update and found:
        path.write_text("\n".join(rewritten) + "\n", encoding="utf-8")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--morgue", required=True, metavar="PROGRAM", help="the program to test")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these transcripts")
    options = parser.parse_args()
    update = os.environ.get("UPDATE_GOLDEN", "") not in ("", "0")
    paths = sorted((ROOT / "tests/cli").glob("*.test")) + [ROOT / "docs/tour.md"]
    if options.names:
        paths = [path for path in paths if path.stem in options.names]
    if not paths:
        sys.exit("no transcript of that name in tests/cli")

    failed = 0
    for path in paths:
        differences = check(path, os.path.abspath(options.morgue), update)
        failed += bool(differences)
        for text in differences:
            print(text)
    verb = "rewritten, check them by eye" if update else "failed"
    print(f"{len(paths)} transcripts, {failed} {verb}")
    sys.exit(failed > 0 and not update)


if __name__ == "__main__":
    main()
