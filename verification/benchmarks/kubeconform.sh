#!/bin/sh
# How long does it take to lint a folder, against kubeconform with two tiny schemas on the same files?
#
# usage: verification/benchmarks/kubeconform.sh CORPUS [COPIES] [ROUNDS]
#
# Both are whole processes and take turns, so that a busy machine slows both. COPIES multiplies the
# folder, which shows how the cost grows. Prints medians and their ratios. Needs go (kubeconform is
# built from its module) and python3, which only starts the processes and holds the watch.
set -eu
corpus=$1
copies=${2:-1}
rounds=${3:-9}
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

GOBIN=$work go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
for kind in namespace networkpolicy; do
  printf '%s\n' '{"type":"object","properties":{"kind":{"type":"string"}}}' >"$work/$kind.json"
done
i=0
while [ "$i" -lt "$copies" ]; do
  i=$((i + 1))
  mkdir -p "$work/files/$i"
  cp -R "$corpus/." "$work/files/$i"
done
"$root/netlog" --version >/dev/null

python3 - "$work" "$rounds" "$root/netlog" <<'PY'
import os, statistics, sys, time

work, rounds, netlog = sys.argv[1], int(sys.argv[2]), sys.argv[3]
commands = {
    "netlog lint --format json": [netlog, "lint", "--format", "json", work + "/files"],
    "kubeconform -n 2": [work + "/kubeconform", "-n", "2", "-ignore-missing-schemas", "-schema-location",
                         work + "/{{.ResourceKind}}.json", work + "/files"],
}


def run(argv):
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.execv(argv[0], argv)
    _, status, usage = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise SystemExit(f"{argv[0]} exits {code}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


taken = {name: [] for name in commands}
for round_ in range(rounds + 1):
    for name, argv in commands.items():
        sample = run(argv)
        if round_:
            taken[name].append(sample)
medians = {name: [statistics.median(column) for column in zip(*samples)] for name, samples in taken.items()}
count = sum(f.endswith((".yaml", ".yml", ".json")) for _, _, names in os.walk(work + "/files") for f in names)
print(f"{count} files, {rounds} rounds")
for name, (wall, cpu, memory) in medians.items():
    print(f"{name}: wall {wall:.2f} s, CPU {cpu:.2f} s, {memory:.0f} MiB")
(a, b) = medians.values()
print(f"netlog / kubeconform: wall {a[0] / b[0]:.2f}, CPU {a[1] / b[1]:.2f} (aim 1.0 now, 0.8 later)")
PY
