"""The style checks themselves: each must refuse what it is there to refuse, and nothing else."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import check_data  # noqa: E402
import check_layers  # noqa: E402
import check_sources  # noqa: E402

LAYERS = "# order\nbase\nread words\napi\n"
TABLE = "# what: colours\n# source: own work\n# licence: Apache-2.0\nword\texample\n"


class Checks(unittest.TestCase):
    def problems(self, module, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return module.check(Path(folder))

    def layers(self, name, text):
        files = {"src/LAYERS": LAYERS}
        files.update({f"src/{folder}/a.h": "" for folder in ("base", "read", "words", "api")})
        return self.problems(check_layers, files | {name: text})

    def test_layers(self):
        self.assertEqual(self.layers("src/read/x.cc", '#include "base/a.h"\n#include <vector>\n'), [])
        self.assertEqual(self.layers("src/read/x.cc", '#include "read/a.h"\n'), [])
        self.assertEqual(self.layers("src/api/x.cc", '#include "isnad/isnad.h"\n#include "words/a.h"\n'), [])
        self.assertEqual(self.layers("include/isnad/x.h", "#include <string>\n#include <isnad/y.h>\n"), [])
        for name, text in [("src/base/x.cc", '#include "read/a.h"\n'),  # upwards
                           ("src/words/x.cc", '#include "read/a.h"\n'),  # a stage its neighbour
                           ("src/words/x.cc", '  #  include <read/a.h>\n'),
                           ("src/read/x.cc", '#include "a.h"\n'),
                           ("src/read/x.cc", '#include "isnad/isnad.h"\n'),
                           ("src/unknown/x.cc", ""),
                           ("include/isnad/x.h", "#include <simdjson.h>\n"),
                           ("include/isnad/x.h", '#include "base/a.h"\n')]:
            self.assertEqual(len(self.layers(name, text)), 1, (name, text))

    def sources(self, text, name="src/words/x.cc"):
        return self.problems(check_sources, {name: text})

    def test_sources_forbidden(self):
        for line in ['printf("x");', 'std::fprintf(stderr, "x");', "std::cout << 1;", "std::cerr << 1;", "exit(1);",
                     "std::abort();", "puts(x);", "auto t = std::chrono::system_clock::now();",
                     "time(nullptr);", 'std::getenv("HOME");', "std::rand();", 'char c = \'"\'; exit(1); // "']:
            self.assertEqual(len(self.sources(line + "\n")), 1, line)
            self.assertEqual(self.sources(line + "\n", "apps/cli/main.cc"), [], line)

    def test_sources_allowed(self):
        for line in ['std::snprintf(b, n, "x");', "// exit(1);", "/* abort();\n exit(1); */", 'x = "exit(1);";',
                     "on_exit(1);", "times(1);", "document.time(1);", "n = 1'000'000;", 'x = R"(puts("a"))";',
                     "format_to(out, x);", "parser.exit(1);"]:
            self.assertEqual(self.sources(line + "\n"), [], line)
        self.assertEqual(self.sources("std::abort();\n", "src/base/assert.cc"), [])

    def test_sources_lines(self):
        self.assertEqual(self.sources("\n" * 500), [])
        self.assertEqual(len(self.sources("\n" * 501)), 1)
        self.assertEqual(len(self.sources("\n" * 501, "web/src/page.tsx")), 1)
        self.assertEqual(self.sources("\n" * 501, "web/node_modules/x/page.ts"), [])
        found = self.sources("/* a\nb */ exit(1);\n")
        self.assertTrue(found[0].startswith("src/words/x.cc:2:"), found)

    def test_data(self):
        def data(text, name="data/lines/t.tsv"):
            return self.problems(check_data, {name: text})
        self.assertEqual(data(TABLE + "أحمر\tسيارة حمراء\n"), [])
        self.assertEqual(data(TABLE.replace("\texample", "") + "أحمر\n", "data/names/t.tsv"), [])
        self.assertEqual(data("# rows: list\n" + TABLE.replace("\texample", "") + "أحمر\n"), [])
        self.assertEqual(data(TABLE.replace("example", "example\tnote") + "أحمر\tسيارة حمراء\n"), [])
        for text in [TABLE + "أحمر\t\n", TABLE + "أحمر\tx\ty\n", TABLE + "أحمر\n", TABLE + "أحمر\tx\nأحمر\tx\n", TABLE + "أحمر\tx",
                     TABLE + "أحمر \tx\n", TABLE + "أحمر\tx\r\n", TABLE + "\u0627\u0654حمر\tx\n",
                     TABLE.replace("source", "origin") + "أحمر\tx\n", TABLE.replace("\texample", "") + "أحمر\n",
                     TABLE.replace("example", "word") + "أحمر\tx\n", TABLE.split("word")[0]]:
            self.assertNotEqual(data(text), [], text)


if __name__ == "__main__":
    unittest.main()
