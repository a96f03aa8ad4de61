#!/bin/sh
# Does the cost grow with the input, or with its square? Lints inputs made to provoke that, at one size
# and at four times that size, and prints the ratio of the times: near 4 (or below, as the start weighs)
# is linear, near 16 is not.
#
# usage: verification/benchmarks/scaling.sh
#
# Needs python3, which makes the inputs, starts the processes and holds the watch.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/netlog" --version >/dev/null

python3 - "$work" "$root/netlog" <<'PY'
import json, subprocess, sys, time

work, netlog = sys.argv[1], sys.argv[2]
ACL = "k8s.ovn.org/acl-logging"


def namespace(i, annotations):
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": f"n{i}", "annotations": annotations}}


def policy(i, name):
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
            "metadata": {"name": name, "namespace": "payments"}, "spec": {"podSelector": {}, "ingress": [{}]}}


def line(items):
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": list(items)}, ensure_ascii=False)


SHAPES = {
    "findings on one line": (2000, lambda n: line(namespace(i, {ACL: '{"deny":"inof 漢"}'}) for i in range(n))),
    "policies in one namespace": (2500, lambda n: "---\n".join(json.dumps(policy(i, f"p{i}")) + "\n" for i in range(n))),
    "cut names in one namespace": (500, lambda n: "---\n".join(json.dumps(policy(i, "p" * 60 + f"{i}")) + "\n" for i in range(n))),
    "misspelt keys in one mapping": (1500, lambda n: json.dumps(namespace(0, {f"k8s.ovn.org/acl-loging{i}": "x" for i in range(n)}))),
    "tabs in one document": (1500, lambda n: "apiVersion: v1\nkind: ConfigMap\ndata:\n" + "".join(f"  k{i}:\t\"v\"\n" for i in range(n))),
    "refused documents": (2500, lambda n: "---\n".join(f"a: {i}: b\n" for i in range(n))),
}
for name, (size, make) in SHAPES.items():
    taken = []
    for n in (size, 4 * size):
        file = f"{work}/input.yaml"
        with open(file, "w", encoding="utf-8") as out:
            out.write(make(n))
        best = []
        for _ in range(3):
            start = time.monotonic()
            run = subprocess.run([netlog, "lint", "--platform", "ovn", "--format", "json", file], stdout=subprocess.DEVNULL)
            best.append(time.monotonic() - start)
            if run.returncode not in (0, 1):
                raise SystemExit(f"{name}: exit {run.returncode}")
        taken.append(min(best))
    print(f"{name}: {size} in {taken[0]:.2f} s, {4 * size} in {taken[1]:.2f} s, ratio {taken[1] / taken[0]:.1f}")
PY
