#!/bin/sh
# How much longer does it take to lint one file, without settings and with, than to print a line
# from Java at all?
#
# usage: verification/benchmarks/start-up.sh [RUNS]
#
# Both run on the runtime of the packaged linter, each with a cache of its own and with the same
# options, and take turns, so that a busy machine slows both. Prints medians and their ratios.
# Needs python3, which only starts the processes and holds the watch.
set -eu
runs=${1:-21}
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

. "$root/build-tools/find-jdk.sh"
find_jdk || {
  echo 'start-up: JDK 25 was not found; set JAVA25_HOME to its folder' >&2
  exit 3
}

cat >"$work/one.yaml" <<'YAML'
apiVersion: v1
kind: Namespace
metadata:
  name: billing
  labels:
    team: billing
  annotations:
    k8s.ovn.org/acl-logging: '{"deny": "loud", "allow": "notice"}'
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: billing
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-web
  namespace: billing
spec:
  podSelector:
    matchLabels:
      app: web
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: front
      ports:
        - protocol: TCP
          port: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: billing
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: registry.example/web:1.0
          args: ["--port=8080"]
YAML

# The first run builds the linter if need be; 1 means findings.
"$root/netlog" lint "$work/one.yaml" >"$work/report" || [ $? -eq 1 ]
[ -s "$work/report" ]
# A copy, because a cache holds only for the very runtime that it was made with, and the linter
# may be built again meanwhile.
cp -R "$root/.netlog-build/netlog-cli/image" "$work/runtime"
lib=$work/runtime/lib

mkdir "$work/settings"
printf 'platform: ovn\nfail-on: warning\n' >"$work/settings/.netlog.yaml"

mkdir "$work/hello"
cat >"$work/hello/Hello.java" <<'JAVA'
public class Hello {
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
JAVA
"$jdk/bin/javac" --release 25 -d "$work/hello" "$work/hello/Hello.java"
"$jdk/bin/jar" --create --file "$work/hello.jar" -C "$work/hello" Hello.class
# The start script of the linter, made to start the other program: same runtime, same options.
sed -e 's|-XX:AOTCache=.*|$cache -cp "$hello" Hello|' "$lib/netlog.sh" >"$work/hello.sh"
cat >"$work/hello.start" <<'SH'
#!/bin/sh
bin=$1 hello=$2 cache=$3
. "${hello%/*}/hello.sh"
SH
sh "$work/hello.start" "$work/runtime/bin" "$work/hello.jar" "-XX:AOTCacheOutput=$work/hello.aot" >"$work/training" 2>&1
[ -s "$work/hello.aot" ] || {
  cat "$work/training" >&2
  exit 3
}

python3 - "$runs" "$root" "$work" <<'PYTHON'
import os
import statistics
import sys
import time

runs, root, work = int(sys.argv[1]), sys.argv[2], sys.argv[3]
binaries = f"{work}/runtime/bin"
commands = {
    "hello": ["/bin/sh", f"{work}/hello.start", binaries, f"{work}/hello.jar", f"-XX:AOTCache={work}/hello.aot"],
    "lint": ["/bin/sh", f"{root}/netlog", "lint", f"{work}/one.yaml"],
    "settings": ["/bin/sh", f"{root}/netlog", "lint", f"--config={work}/settings/.netlog.yaml", f"{work}/one.yaml"],
}
wall, cpu, peak = ({name: [] for name in commands} for _ in range(3))
sink = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
for turn in range(runs + 2):
    for name, command in commands.items():
        begin = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=sink)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - begin
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"start-up: {name} failed")
        if turn >= 2:
            wall[name].append(seconds * 1000)
            cpu[name].append((usage.ru_utime + usage.ru_stime) * 1000)
            peak[name].append(usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))

for name in commands:
    print(
        f"start-up: {name:8} wall {statistics.median(wall[name]):4.0f} ms (least {min(wall[name]):3.0f}), "
        f"CPU {statistics.median(cpu[name]):4.0f} ms, peak {statistics.median(peak[name]):3.0f} MiB"
    )
for name in list(commands)[1:]:
    ratios = [statistics.median(kind[name]) / statistics.median(kind["hello"]) for kind in (wall, cpu)]
    print(f"start-up: {name} / hello = {ratios[0]:.2f} wall, {ratios[1]:.2f} CPU (medians of {runs} runs in turn)")
PYTHON
