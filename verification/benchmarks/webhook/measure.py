"""What a review costs, beside servers that do less and one that does the same: see webhook.sh.

usage: measure.py WORK NETLOG-WEBHOOK OPA TURNS
"""

import os
import re
import statistics
import subprocess
import sys
import time

import contestants
import reviews

WORK, NETLOG, OPA, TURNS = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = {"2 KB": f"{WORK}/small.json", "20 KB": f"{WORK}/large.json"}
CONNECTIONS = 8
STARTS = 5
HEAP_OF_COMPONENT = "128m"


def say(line):
    print("webhook: " + line, flush=True)


def full_load(server, review, seconds):
    """Microseconds of CPU a review without compilers, and reviews a second, at full speed."""
    before, start = server.cpu_seconds(), time.monotonic()
    said = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", f"{HERE}/post.lua", server.url],
                          env={**os.environ, "REVIEW": review}, capture_output=True, text=True, check=True).stdout
    cpu, wall = server.cpu_seconds() - before, time.monotonic() - start
    count = int(re.search(r"(\d+) requests in", said)[1])
    if "Non-2xx" in said or "Socket errors" in said or count == 0:
        raise SystemExit(f"webhook: {server.name} failed under load:\n{said}")
    return cpu / count * 1e6, count / wall


def warm(server, review):
    """Load until it no longer makes the server cheaper, or 24 seconds are over: Java compiles for long."""
    costs = []
    while len(costs) < 8 and (len(costs) < 3 or min(costs[-2:]) < 0.93 * min(costs[:-2])):
        costs.append(full_load(server, review, 3)[0])


def light_load(server, review, seconds):
    """Milliseconds of each answer, at 100 reviews a second over four connections."""
    log = f"{WORK}/times"
    if os.path.exists(log):
        os.remove(log)
    subprocess.run(["h2load", "--h1", "-t1", "-c4", "--rps=25", f"-D{seconds}", "-d", review,
                    "-H", "Content-Type: application/json", f"--log-file={log}", server.url],
                   capture_output=True, check=True)
    with open(log, encoding="ascii") as lines:
        rows = [line.split("\t") for line in lines]
    if any(row[1] != "200" for row in rows) or len(rows) < 80 * seconds:
        raise SystemExit(f"webhook: {server.name} answered {len(rows)} of {100 * seconds} reviews")
    # The first of each connection waits for the handshake.
    return [int(row[2]) / 1000 for row in rows[4:]]


def steady(servers, rate):
    """CPU a review at a rate that is far from all that a server can do, where it often waits."""
    taken = {server: [] for server in servers}
    for _ in range(TURNS):
        for server in servers:
            before = server.cpu_seconds()
            said = subprocess.run(["h2load", "--h1", "-t1", f"-c{CONNECTIONS}", f"--rps={rate // CONNECTIONS}", "-D3",
                                   "-d", SIZES["2 KB"], "-H", "Content-Type: application/json", server.url],
                                  capture_output=True, text=True, check=True).stdout
            count = int(re.search(r"(\d+) succeeded", said)[1])
            taken[server].append((server.cpu_seconds() - before) / count * 1e6)
    own, other = (statistics.median(taken[server]) for server in servers)
    say(f"CPU a review of 2 KB at {rate} a second: {servers[0].name} {own:.0f} us, {servers[1].name} {other:.0f} us, "
        f"{own / other:.2f} times as much")


def p99(times):
    return statistics.quantiles(times, n=100)[98]


def cpu(servers):
    for name, review in SIZES.items():
        taken = {server: [] for server in servers}
        for server in servers:
            warm(server, review)
        for _ in range(TURNS):
            for server in servers:
                taken[server].append(full_load(server, review, 2))
        medians = {server.name: statistics.median(cost for cost, _ in taken[server]) for server in servers}
        rates = {server.name: statistics.median(rate for _, rate in taken[server]) for server in servers}
        say(f"CPU a review of {name}: " + ", ".join(
            f"{each} {medians[each]:.0f} us ({rates[each]:.0f}/s)" for each in medians))
        own = medians["netlog-webhook"]
        aims = {"no operation": "aim 1.4, moonshot 1.2", "nginx": "aim 9, moonshot 6.5",
                "OPA": "aim 0.5, moonshot 0.3"}
        for other, aim in aims.items():
            if name != "2 KB" and other != "OPA":
                aim = "no aim at this size"
            say(f"CPU a review of {name}, netlog-webhook / {other} = {own / medians[other]:.2f} ({aim})")


def latency(netlog, opa):
    for name, review in SIZES.items():
        taken = {server: [] for server in (netlog, opa)}
        for turn in range(4):
            for server in taken:
                times = light_load(server, review, 2 if turn == 0 else 4)
                if turn:
                    taken[server].append(times)
        shown = {server.name: (statistics.median(map(statistics.median, turns)), statistics.median(map(p99, turns)))
                 for server, turns in taken.items()}
        say(f"100 reviews a second of {name}: " + ", ".join(
            f"{each} p50 {p50:.2f} ms p99 {most:.2f} ms" for each, (p50, most) in shown.items()) +
            f", p99 netlog-webhook / OPA = {shown[netlog.name][1] / shown[opa.name][1]:.2f} (aim below 1)")


def first(other):
    """The first answers of servers that have just become ready, against those that come later."""
    with open(SIZES["2 KB"], "rb") as file:
        review = file.read()
    handshakes, firsts, laters = [], [], []
    for _ in range(STARTS):
        server = contestants.webhook(WORK, NETLOG)
        # So that the first answer is slow for the server's reasons only.
        for _ in range(20):
            other.ask(other.connect(), review)
        start = time.perf_counter()
        connection = server.connect()
        handshakes.append((time.perf_counter() - start) * 1000)
        times = []
        for _ in range(300):
            start = time.perf_counter()
            server.ask(connection, review)
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(0.01)
        firsts.append(times[0])
        laters.append(p99(times[100:]))
        server.end()
    say(f"first review after /readyz: {statistics.median(firsts):.2f} ms, "
        f"its handshake {statistics.median(handshakes):.2f} ms, steady p99 {statistics.median(laters):.2f} ms, "
        f"first / p99 = {statistics.median(firsts) / statistics.median(laters):.2f} (aim 2; {STARTS} starts)")


def memory(heap=None):
    """With the heap of the program, or with another one, as the component `inventory` sets."""
    port = contestants.free_port()
    api = subprocess.Popen([sys.executable, f"{HERE}/api_server.py", str(port)])
    with open(f"{WORK}/kubeconfig", "w", encoding="utf-8") as out:
        out.write(f"""
apiVersion: v1
kind: Config
clusters: [{{name: c, cluster: {{server: "http://{contestants.HOST}:{port}"}}}}]
contexts: [{{name: c, context: {{cluster: c, user: u}}}}]
users: [{{name: u, user: {{}}}}]
current-context: c
""")
    server = contestants.webhook(WORK, NETLOG, "--inventory", "cluster", "--kubeconfig", f"{WORK}/kubeconfig",
                                 environment={"NETLOG_JAVA_OPTIONS": f"-Xmx{heap}"} if heap else None)
    try:
        server.wait_for(lambda: server.says("watching namespaces,", "watching networkpolicies.networking.k8s.io,"))
        with open(server.log, encoding="utf-8") as log:
            held = re.findall(r"watching (?:namespaces|networkpolicies\S*), (\d+) of", log.read())
        for review in SIZES.values():
            full_load(server, review, 5)
        loaded = server.mebibytes("VmRSS")
        # What Java's compilers took is given back every five seconds, once they have ended.
        light_load(server, SIZES["2 KB"], 15)
        aim = "no aim for it" if heap else "aim 229 MiB = 240 MB, moonshot 191 MiB = 200 MB"
        say(f"RSS with a cluster of 10,000 namespaces and 30,000 policies, of which {' and '.join(held)} are in memory, "
            f"heap {heap or 'of the program'}: after full load {loaded:.0f} MiB, "
            f"15 seconds at 100 reviews a second later {server.mebibytes('VmRSS'):.0f} MiB ({aim})")
    finally:
        server.end()
        api.kill()
        api.wait()


def main():
    for path, review in zip(SIZES.values(), (reviews.small(), reviews.large())):
        with open(path, "wb") as out:
            out.write(review)
    running = []
    try:
        netlog = contestants.webhook(WORK, NETLOG)
        running.append(netlog)
        floor = contestants.no_operation(WORK)
        running.append(floor)
        opa = contestants.opa(WORK, OPA, f"{HERE}/policy.rego")
        running.append(opa)
        nginx = contestants.nginx(WORK, floor.ask(floor.connect(), reviews.small()))
        running.append(nginx)
        for server in (netlog, opa):
            judged = [server.allows(each) for each in (reviews.small(), reviews.large(), reviews.small(reviews.BAD))]
            if judged != [True, True, False]:
                raise SystemExit(f"webhook: {server.name} judges wrongly: {judged}")
        cpu(running)
        steady([netlog, floor], 1000)
        say(f"RSS under load: netlog-webhook {netlog.mebibytes('VmRSS'):.0f} MiB, "
            f"no operation {floor.mebibytes('VmRSS'):.0f} MiB, OPA {opa.mebibytes('VmRSS'):.0f} MiB")
        latency(netlog, opa)
        for server in (netlog, floor, opa):
            server.end()
            running.remove(server)
        first(nginx)
        memory()
        memory(HEAP_OF_COMPONENT)
    finally:
        for server in running:
            server.end()


main()
