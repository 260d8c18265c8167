"""The tools that judge: floors must hold, rise only on purpose and fall only with a reason; nothing failed may be
summed up as passed."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parent.parent / "tools"

# Stands in for the scorer of the evaluation data: the figures are those that the test wrote down.
SCORER = """import json, pathlib, sys
figures = json.loads(pathlib.Path(__file__).with_name("figures.json").read_text())
print(json.dumps({k: {"f1": v} for k, v in figures.items()}) if "--json" in sys.argv else "a table")
"""
JUNIT = """<testsuite name="x" tests="4">
<testcase name="a" status="run"/><testcase name="b" status="run"/>
<testcase name="c" status="fail"><failure message=""/><system-out>expected 1, got 2</system-out></testcase>
<testcase name="d" status="notrun"><skipped message=""/><system-out>x.cc:3: Skipped
no such data

</system-out></testcase></testsuite>"""
GTEST = """<testsuites tests="3"><testsuite name="Fold"><testcase name="A" status="run" result="completed"
classname="Fold"/><testcase name="B" status="run" result="completed" classname="Fold"><failure message="x.cc:9&#x0A;Expected 1"/></testcase><testcase name="C" status="run" result="skipped" classname="Fold"><skipped message="x.cc:9&#x0A;no such corpus"/></testcase><testcase name="D" status="notrun" result="suppressed" classname="Fold"/></testsuite>
</testsuites>"""


class Eval(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "stories/one").mkdir(parents=True)
        (self.root / "stories/one/gold.json").write_text("{}")
        (self.root / "score.py").write_text(SCORER)
        self.program = self.root / "program"
        self.program.write_text("#!/bin/sh\necho '{}'\n")
        self.program.chmod(0o755)
        self.book = self.root / "floors.json"
        self.book.write_text(json.dumps({"floors": {"times": 0.75, "reuse": 0.5}, "gold_sha256": {}, "lowered": []}))

    def run_eval(self, figures, *options):
        (self.root / "figures.json").write_text(json.dumps(figures))
        return subprocess.run([sys.executable, TOOLS / "eval.py", "--eval-dir", self.root, "--floors", self.book,
                               "--program", self.program, *options], capture_output=True, text=True)

    def floors(self):
        return json.loads(self.book.read_text())["floors"]

    def test_holds_and_fails(self):
        self.assertEqual(self.run_eval({"times": 0.75, "reuse": 0.9}).returncode, 0)
        below = self.run_eval({"times": 0.7499, "reuse": 0.9})
        self.assertEqual(below.returncode, 1)
        self.assertIn("below the floor: times", below.stdout)
        self.assertEqual(self.run_eval({"reuse": 0.9}).returncode, 1)
        self.program.write_text("#!/bin/sh\nexit 3\n")
        self.assertEqual(self.run_eval({"times": 1, "reuse": 1}).returncode, 1)

    def test_raise(self):
        self.assertEqual(self.run_eval({"times": 0.7999, "reuse": 0.4}, "--raise").returncode, 1)
        self.assertEqual(self.floors(), {"times": 0.795, "reuse": 0.5})
        self.assertEqual(list(json.loads(self.book.read_text())["gold_sha256"]), ["one"])

    def test_lower(self):
        before = self.floors()
        self.assertEqual(self.run_eval({"times": 0.6, "reuse": 0.6}, "--lower", "times").returncode, 2)
        self.assertNotEqual(self.run_eval({"times": 0.8, "reuse": 0.6}, "--lower", "times", "--why", "x").returncode, 0)
        self.assertEqual(self.floors(), before)
        self.assertEqual(self.run_eval({"times": 0.61, "reuse": 0.6}, "--lower", "times", "--why", "x").returncode, 0)
        self.assertEqual(self.floors(), {"times": 0.61, "reuse": 0.5})
        lowered = json.loads(self.book.read_text())["lowered"]
        self.assertEqual([(row["layer"], row["from"], row["to"], row["why"]) for row in lowered],
                         [("times", 0.75, 0.61, "x")])

    def test_absent(self):
        (self.root / "score.py").unlink()
        absent = self.run_eval({})
        self.assertEqual((absent.returncode, absent.stdout.startswith("skipped:")), (0, True))


class Summary(unittest.TestCase):
    def summary(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                Path(folder, name).write_text(text, encoding="utf-8")
            result = subprocess.run([sys.executable, TOOLS / "test_summary.py", folder], capture_output=True, text=True)
        return result.returncode, result.stdout.strip().split("\n")

    def test_sums(self):
        status, lines = self.summary({"dev.xml": JUNIT, "asan.xml": JUNIT, "page-types.out": "",
                                      "page-tests.out": "# pass 3\n# fail 0\n# skipped 1\nok 4 - x # SKIP no browser\n"})
        self.assertEqual((status, lines[-1]), (1, "8 passed, 2 failed, 3 skipped"))
        self.assertIn("expected 1, got 2", lines)
        self.assertTrue(any("skipped 2: no such data" in line for line in lines), lines)
        self.assertTrue(any("no browser" in line for line in lines), lines)

    def test_googletest(self):
        status, lines = self.summary({"dev-0.xml": GTEST})
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed, 2 skipped"))
        self.assertIn("FAILED dev: Fold.B", lines)
        self.assertIn("skipped 1: no such corpus (dev: Fold.C)", lines)

    def test_steps(self):
        passing = {"dev.xml": '<testsuite><testcase name="a" status="run"/></testsuite>'}
        self.assertEqual(self.summary(passing), (0, ["1 passed, 0 failed, 0 skipped"]))
        status, lines = self.summary(passing | {"asan.failed": "the build failed"})
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))
        status, lines = self.summary(passing | {"page-tests.out": "# pass 2\n# fail 3\n", "page-tests.failed": "x"})
        self.assertEqual((status, lines[-1]), (1, "3 passed, 3 failed, 0 skipped"))
        status, lines = self.summary(passing | {"page-types.out": "TS2304", "page-types.failed": "x"})
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))
        self.assertEqual(self.summary({}), (1, ["0 passed, 0 failed, 0 skipped"]))


def wikidata(entity_id, label, classes, aliases=(), english="", links=0, **more):
    item = lambda value: {"mainsnak": {"datavalue": {"value": {"id": value}}}}
    claims = {"P31": [item(c) for c in classes]} | {k: [item(v)] for k, v in more.items()}
    return json.dumps({"id": entity_id, "labels": {"ar": {"value": label}, "en": {"value": english}}, "claims": claims,
                       "aliases": {"ar": [{"value": a} for a in aliases]}, "sitelinks": {str(i): {} for i in range(links)}})


class MakeNames(unittest.TestCase):
    def make(self, lines, *options):
        done = subprocess.run([sys.executable, TOOLS / "make_names.py", *options], input="\n".join(lines), text=True,
                              capture_output=True, check=False)
        rows = [line for line in done.stdout.splitlines() if not line.startswith("#")][1:]
        return done, rows

    def test_rows_of_a_dump(self):
        lines = ["[",
                 wikidata("Q1", "رامز العوفي (سياسي)", ["Q5"], ["رامز كامل العوفي", "رامز", "Ramez"], "Ramez al-Oufi", 3) + ",",
                 wikidata("Q2", "سيلدار", ["Q515"], english="Seldar") + ",",
                 wikidata("Q3", "Seldar", ["Q515"]) + ",",
                 wikidata("Q4", "أغنية", ["Q7366"]), "]"]
        done, rows = self.make(lines)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(rows, ["رامز العوفي\tperson\twikidata:Q1\tرامز كامل العوفي\tRamez al-Oufi",
                                "سيلدار\tlocation\twikidata:Q2\t\tSeldar"])
        self.assertEqual(self.make(lines, "--type", "location")[1], rows[1:])
        self.assertEqual(self.make(lines, "--links", "2")[1], rows[:1])

    def test_country_and_bad_lines(self):
        lines = [wikidata("Q1", "رامز العوفي", ["Q5"], P27="Q9"), wikidata("Q2", "ميلينا كاراديش", ["Q5"], P27="Q8")]
        self.assertEqual(len(self.make(lines, "--country", "Q8")[1]), 1)
        done, _ = self.make([lines[0], "{broken"])
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("-:2: this is no JSON", done.stderr)


if __name__ == "__main__":
    unittest.main()
