"""A web server with faults, for the tests of fetching: each path behaves badly in its own way.

usage: faulty_server.py [PORT_FILE]   (writes its port to PORT_FILE and serves until it is ended)

It counts the requests of each path (GET /count?PATH) and notes their times, so that politeness can be measured.
"""
import gzip
import http.server
import sys
import threading
import time

ARTICLE = ("<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"{charset}\"><title>عودة السفن إلى ميناء سيلدار {n}</title></head><body>"
           "<article><h1>عودة السفن إلى ميناء سيلدار {n}</h1><p>أعلنت إدارة الميناء في مدينة سيلدار مساء أمس أن حركة السفن في الرصيف {n} عادت إلى "
           "طبيعتها بعد توقف دام يومين كاملين.</p><p>وقال مدير الميناء إن العمل استؤنف في الأرصفة الخمسة كلها بعد {n} ساعات، وإن السفن التي "
           "انتظرت في البحر دخلت تباعا.</p></article></body></html>")

ROBOTS = "User-agent: *\nDisallow: /\n\nUser-agent: isnad\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 0.01\n"


BOMB = gzip.compress(b" " * (40 << 20), 1)


def article(n=1, charset="utf-8"):
    return ARTICLE.format(n=n, charset=charset).encode(charset)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    counts = {}
    times = []
    lock = threading.Lock()

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path.split("?")[0]
        with self.lock:
            self.counts[path] = count = self.counts.get(path, 0) + 1
            self.times.append((time.monotonic(), path))
        fault = getattr(self, "get_" + path.strip("/").split("/")[0].replace(".", "_").replace("-", "_"), None)
        try:
            fault(count) if fault else self.answer(404, b"not here")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def get_robots_txt(self, _):
        self.answer(200, ROBOTS.encode(), Content_Type="text/plain")

    def get_count(self, _):
        self.answer(200, str(self.counts.get(self.path.split("?")[1], 0)).encode(), Content_Type="text/plain")

    def get_page(self, _):
        self.answer(200, article(self.path.rsplit("/", 1)[-1]), ETag='"one"', Last_Modified="Tue, 04 May 2021 10:00:00 GMT")

    def get_cached(self, _):
        if self.headers.get("If-None-Match") == '"one"':
            return self.answer(304, Content_Length=None, Content_Type=None, ETag='"one"')
        self.answer(200, article(2), ETag='"one"')

    def get_private(self, _):
        self.answer(200, article(3))

    def get_old(self, _):  # a charset in the header that the page itself does not name
        body = article(4).decode().replace("utf-8", "x-unknown").encode("windows-1256")
        self.answer(200, body, Content_Type="text/html; charset=windows-1256")

    def get_misdeclared(self, _):
        self.answer(200, article(5, "windows-1256").replace(b"windows-1256", b"utf-8"), Content_Type="text/html; charset=utf-8")

    def get_packed(self, _):
        self.answer(200, gzip.compress(article(6)), Content_Encoding="gzip")

    def get_chunked(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        body = article(7)
        for at in range(0, len(body), 100):
            chunk = body[at:at + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    def get_bomb(self, _):
        self.answer(200, BOMB, Content_Encoding="gzip")

    def get_moved(self, _):
        self.answer(302, Location="/page/8")

    def get_circle(self, _):
        self.answer(302, Location="/circle?x" if "?" not in self.path else "/circle")

    def get_far(self, _):
        self.answer(302, Location=f"/far/{int('0' + self.path.strip('/far')) + 1}")

    def get_inside(self, _):  # a redirect to an address of the own network
        self.answer(302, Location="http://169.254.1.1/secret")

    def get_file(self, _):
        self.answer(302, Location="file:///etc/passwd")

    def get_busy(self, count):
        if count < 3:
            return self.answer(429 if count == 1 else 503, b"later", Retry_After="1" if count == 1 else None)
        self.answer(200, article(9))

    def get_never(self, _):
        self.answer(503, b"later", Retry_After="86400")

    def get_broken(self, _):
        self.answer(500, b"oops")

    def get_cut(self, _):
        self.answer(200, article(10), Content_Length="99999")
        self.close_connection = True

    def get_slow(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.25)
        self.close_connection = True

    def get_endless(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.close_connection = True
        while True:
            self.wfile.write(b"<p>" + b"x" * 65536)

    def get_feed_xml(self, _):
        if self.headers.get("If-None-Match") == '"feed"':
            return self.answer(304, Content_Length=None, Content_Type=None)
        items = "".join(f"<item><title>خبر {n} & صور</title><link>/page/{n}</link></item>" for n in (21, 22))
        feed = f"<rss version=\"2.0\"><channel><title>صدى سيلدار</title>{items}<item><link>/private/x</link></item></channel></rss>"
        self.answer(200, feed.encode(), Content_Type="application/rss+xml", ETag='"feed"')


def serve():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    running = serve()
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="ascii") as out:
            out.write(str(running.server_port))
    threading.Event().wait()
