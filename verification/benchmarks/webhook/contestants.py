"""The servers of the benchmark: starting, asking, reading what they cost, and ending them."""

import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import time

HOST = "127.0.0.1"
TICKS = os.sysconf("SC_CLK_TCK")
TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname = False
TRUSTING.verify_mode = ssl.CERT_NONE


def free_port():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return taken.getsockname()[1]


def seconds(stat):
    with open(stat, encoding="utf-8") as text:
        fields = text.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Server:
    """A process that answers reviews on a path by TLS."""

    def __init__(self, name, argv, port, path, log, environment=None):
        self.name, self.port, self.path, self.log = name, port, path, log
        self.url = f"https://{HOST}:{port}{path}"
        with open(log, "wb") as out:
            self.process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                                            env={**os.environ, **(environment or {})})

    def wait_for(self, ready):
        deadline = time.monotonic() + 60
        while not ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                with open(self.log, encoding="utf-8", errors="replace") as log:
                    raise SystemExit(f"webhook: {self.name} does not start:\n{log.read()[-2000:]}")
            time.sleep(0.002)

    def listens(self):
        try:
            socket.create_connection((HOST, self.port), 1).close()
            return True
        except OSError:
            return False

    def says(self, *words):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            text = log.read()
        return all(word in text for word in words)

    def connect(self):
        connection = http.client.HTTPSConnection(HOST, self.port, timeout=30, context=TRUSTING)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def ask(self, connection, body):
        connection.request("POST", self.path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise SystemExit(f"webhook: {self.name} answers with {response.status}: {answer[:500]}")
        return answer

    def allows(self, body):
        return json.loads(self.ask(self.connect(), body))["response"]["allowed"]

    def cpu_seconds(self):
        """User and system time, but for what Java's compilers take: that ends when all is compiled."""
        process = f"/proc/{self.process.pid}"
        spent = seconds(f"{process}/stat")
        for thread in os.listdir(f"{process}/task"):
            try:
                with open(f"{process}/task/{thread}/comm", encoding="ascii") as name:
                    if "Compiler" in name.read():
                        spent -= seconds(f"{process}/task/{thread}/stat")
            except OSError:
                pass  # It has just ended.
        return spent

    def mebibytes(self, key):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith(key + ":"):
                    return int(line.split()[1]) / 1024
        raise SystemExit(f"webhook: no {key} of {self.name}")

    def end(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def is_ready(port):
    """Whether /readyz says so."""
    try:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False


def webhook(work, netlog, *options, environment=None):
    port, health = free_port(), free_port()
    server = Server("netlog-webhook",
                    [netlog, "--tls-dev", f"{work}/tls", "--listen", f"{HOST}:{port}",
                     "--health-listen", f"{HOST}:{health}", *options],
                    port, "/validate?timeout=10s", f"{work}/webhook-{port}.log", environment)
    server.wait_for(lambda: is_ready(health))
    return server


def no_operation(work):
    port = free_port()
    server = Server("no operation", [f"{work}/floor/bin/floor", str(port), f"{work}/tls-floor"],
                    port, "/validate?timeout=10s", f"{work}/floor.log")
    server.wait_for(lambda: server.says("ready"))
    return server


def nginx(work, answer):
    port = free_port()
    with open(f"{work}/nginx.conf", "w", encoding="utf-8") as out:
        out.write(f"""
daemon off; master_process off; pid {work}/nginx.pid; error_log stderr error;
events {{ worker_connections 64; }}
http {{
  access_log off; keepalive_requests 100000000; keepalive_timeout 600s; client_body_buffer_size 64k;
  client_body_temp_path {work}/nginx-a; proxy_temp_path {work}/nginx-b; fastcgi_temp_path {work}/nginx-c;
  uwsgi_temp_path {work}/nginx-d; scgi_temp_path {work}/nginx-e;
  server {{
    listen {HOST}:{port} ssl; ssl_protocols TLSv1.3;
    ssl_certificate {work}/tls.crt; ssl_certificate_key {work}/tls.key;
    default_type application/json;
    location / {{ return 200 '{answer.decode()}'; }}
  }}
}}
""")
    server = Server("nginx", ["nginx", "-c", f"{work}/nginx.conf", "-e", "stderr"], port, "/", f"{work}/nginx.log")
    server.wait_for(server.listens)
    return server


def opa(work, program, policy):
    port = free_port()
    server = Server("OPA", [program, "run", "--server", "--addr", f"{HOST}:{port}", "--log-level", "error",
                            "--tls-cert-file", f"{work}/tls.crt", "--tls-private-key-file", f"{work}/tls.key",
                            "--min-tls-version", "1.3", "--disable-telemetry", policy],
                    port, "/", f"{work}/opa.log")
    server.wait_for(server.listens)
    return server
