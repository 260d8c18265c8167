"""Fetching against a server with faults: what is kept, what is refused, how politely.

usage: fetch_test.py PROGRAM
"""
import gzip
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import faulty_server  # noqa: E402

PROGRAM = sys.argv.pop(1)


class Fetching(unittest.TestCase):
    def setUp(self):
        faulty_server.Handler.counts = {}
        faulty_server.Handler.times = []
        self.server = faulty_server.serve()
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], done.stderr

    def fetch(self, *paths, options=("--allow-private",)):
        urls = [path if path.startswith("http") else self.base + path for path in paths]
        return self.run_program("fetch", *urls, "-o", self.folder.name, "--delay", "5", "--timeout", "3", *options)

    def read(self):
        return self.run_program("read", self.folder.name)

    def expect(self, path, outcome, reason=""):
        status, entries, error = self.fetch(path)
        self.assertEqual([entry["outcome"] for entry in entries], [outcome], error)
        self.assertIn(reason, entries[0]["reason"])
        self.assertEqual(status, 0 if outcome in ("fetched", "unchanged") else 1)
        return entries[0]

    def test_pages_are_kept_with_their_bytes(self):
        status, entries, error = self.fetch("/page/1", "/packed", "/chunked", "/old", "/misdeclared", "/moved")
        self.assertEqual(status, 0, error)
        self.assertEqual({entry["outcome"] for entry in entries}, {"fetched"})
        status, reports, error = self.read()
        self.assertEqual(len(reports), 6, error)
        for report in reports:
            self.assertIn("استؤنف في الأرصفة الخمسة", report["text"])
            self.assertRegex(report["place"], r"isnad-.*\.warc\.gz: record \d+$")
        self.assertTrue(any(report["url"].endswith("/page/8") for report in reports))

    def test_faults(self):
        for path, outcome, reason in [
                ("/private/x", "refused", "robots.txt"), ("/nothing", "failed", "answers 404"),
                ("/circle", "failed", "in a circle"), ("/far", "failed", "more than 10 times"),
                ("/file", "failed", "no http or https"), ("/broken", "failed", "answers 500, 3 times"),
                ("/never", "failed", "asks to wait 86400 seconds"), ("/cut", "failed", "the connection failed"),
                ("/slow", "failed", "too slow"), ("/endless", "failed", "larger than 16 MiB"),
                ("/private/open", "fetched", ""), ("ftp://127.0.0.1/x", "failed", "no http or https"),
                ("http://user:word@127.0.0.1/", "failed", "no http or https"),
                ("http://no-such-host.invalid/", "failed", "no host of this name")]:
            with self.subTest(path=path):
                self.expect(path, outcome, reason)

    def test_private_addresses(self):
        for url in [self.base + "/page/1", self.base.replace("127.0.0.1", "localhost") + "/page/1", "http://0x7f.1/",
                    "http://[::1]/", "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/"]:
            with self.subTest(url=url):
                status, entries, error = self.fetch(url, options=())
                self.assertEqual(status, 1)
                self.assertIn("no address of the public Internet", entries[0]["reason"], error)
        self.assertEqual(faulty_server.Handler.counts, {})

    def test_busy_servers_are_asked_later(self):
        self.expect("/busy", "fetched")
        times = [when for when, path in faulty_server.Handler.times if path == "/busy"]
        self.assertEqual(len(times), 3)
        self.assertGreater(times[1] - times[0], 0.9)  # Retry-After: 1

    def test_again_asks_whether_it_changed(self):
        self.expect("/cached", "fetched")
        self.assertEqual(self.fetch("/cached")[1], [])  # at hand
        status, entries, _ = self.fetch("/cached", options=("--allow-private", "--again"))
        self.assertEqual((status, entries[0]["outcome"], entries[0]["status"]), (0, "unchanged", 304))
        self.assertEqual(len(self.read()[1]), 1)

    def test_budget_and_journal_that_was_cut_off(self):
        status, entries, _ = self.fetch("/page/1", "/page/2", "/page/3", options=("--allow-private", "--most-requests", "3"))
        self.assertEqual([entry["outcome"] for entry in entries], ["fetched", "fetched", "refused"])
        journal = Path(self.folder.name, "fetched.log")
        journal.write_text(journal.read_text() + '{"url":"http://x', encoding="utf-8")
        status, entries, _ = self.fetch("/page/1", "/page/2", "/page/3")
        self.assertEqual([(entry["url"][-1], entry["outcome"]) for entry in entries], [("3", "fetched")])
        self.assertEqual(faulty_server.Handler.counts["/page/1"], 1)

    def test_a_page_that_expands_too_far(self):
        self.expect("/bomb", "fetched")
        status, reports, error = self.read()
        self.assertEqual(reports, [])
        self.assertIn("expands to more than", error)

    def test_delay(self):
        self.fetch("/page/1", "/page/2", "/page/3", options=("--allow-private", "--delay", "200"))
        times = [when for when, _ in faulty_server.Handler.times]
        self.assertTrue(all(after - before > 0.19 for before, after in zip(times, times[1:])), times)

    def test_watch(self):
        opml = Path(self.folder.name + ".opml")
        opml.write_text(f'<opml><body><outline xmlUrl="{self.base}/feed.xml"/></body></opml>', encoding="utf-8")
        try:
            arguments = ["watch", str(opml), "--once", "-o", self.folder.name, "--delay", "5", "--allow-private"]
            _, first, error = self.run_program(*arguments)
            self.assertEqual([entry["outcome"] for entry in first], ["fetched", "fetched", "fetched", "refused"], error)
            _, second, _ = self.run_program(*arguments)
            self.assertEqual([entry["outcome"] for entry in second], ["unchanged"])
            self.assertEqual(len(self.read()[1]), 2)
            self.assertTrue(list(Path(self.folder.name, ".feeds").glob("*.warc.gz")))
        finally:
            opml.unlink()

    def test_what_was_sent_is_kept(self):
        self.fetch("/page/1", options=("--allow-private", "--contact", "desk@rased.example"))
        archive = gzip.open(next(Path(self.folder.name).glob("*.warc.gz"))).read().decode()
        self.assertRegex(archive, r"User-Agent: isnad/[\d.]+ \(\+desk@rased.example\)")
        for record in re.findall(r"WARC/1\.1\r\n(.*?)\r\n\r\n", archive, re.S):
            self.assertRegex(record, r"WARC-Date: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
            self.assertRegex(record, r"WARC-Block-Digest: sha256:[0-9a-f]{64}")


if __name__ == "__main__":
    unittest.main()
