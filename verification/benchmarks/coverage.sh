#!/bin/sh
# What `netlog coverage` costs where it could be dear, as whole processes: one namespace with 5,000
# policies and 5,000 workloads, in shapes from harmless to hostile, with the peak of memory; and a tree
# against its base, as a ratio to one tree.
#
# usage: verification/benchmarks/coverage.sh
#
# Needs python3 and git.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/netlog" --version >/dev/null

python3 - "$work" "$root/netlog" <<'PY'
import json, os, random, resource, subprocess, sys, time

work, netlog = sys.argv[1], sys.argv[2]
N = 5000
LIMIT = 300         # seconds: a benchmark informs, it must not hold up the others for hours
LOGGED = {"policy.network.gke.io/enable-logging": "true"}
CLUSTER = [{"apiVersion": "networking.gke.io/v1alpha1", "kind": "NetworkLogging", "metadata": {"name": "default"},
            "spec": {"cluster": {h: {"log": True, "delegate": True} for h in ("allow", "deny")}}},
           {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}]


def workload(i, labels, namespace="shop"):
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": f"w{i}", "namespace": namespace},
            "spec": {"template": {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "c"}]}}}}


def policy(i, selector, ingress, namespace="shop"):
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
            "metadata": {"name": f"p{i}", "namespace": namespace, "annotations": LOGGED if i % 2 else {}},
            "spec": {"podSelector": selector, "ingress": ingress}}


def peer(i):
    return [{"from": [{"namespaceSelector": {"matchLabels": {"team": f"t{i % 97}"}},
                       "podSelector": {"matchLabels": {"app": f"a{i}"}}}], "ports": [{"port": 1 + i}]}]


def tangled(i, chance):
    def expression(key):
        return {"key": key, "operator": chance.choice(["In", "NotIn"]), "values": chance.sample("abcdef", 3)}
    keys = chance.sample([f"k{j}" for j in range(12)], 4)
    return [{"from": [{"namespaceSelector": {}, "podSelector": {"matchExpressions": [expression(k) for k in keys]}}]}]


chance = random.Random(7)
SHAPES = {
    "each policy selects its own workload": ([workload(i, {"app": f"w{i}"}) for i in range(N)],
                                             [policy(i, {"matchLabels": {"app": f"w{i}"}}, peer(i)) for i in range(N)]),
    "every policy selects every workload": ([workload(i, {"app": f"w{i}"}) for i in range(N)],
                                            [policy(i, {}, peer(i)) for i in range(N)]),
    "all of them, peers hard to tell apart": ([workload(i, {"app": f"w{i}"}) for i in range(N)],
                                              [policy(i, {}, tangled(i, chance)) for i in range(N)]),
    "each workload is selected by another half": (
        [workload(i, {f"b{j}": str(i >> j & 1) for j in range(13)}) for i in range(N)],
        [policy(i, {"matchLabels": {f"b{i % 13}": str(i // 13 % 2)}}, peer(i)) for i in range(N)]),
}


def run(path, *more):
    start = time.monotonic()
    process = subprocess.Popen([netlog, "coverage", path, "--platform", "gke", *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        out, err = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        sys.exit(f"{path}: no end within {LIMIT} s")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode > 1:
        sys.exit(f"{path}: exit {process.returncode}: {err.decode()}")
    return time.monotonic() - start, out.decode(), used


print(f"{N} policies and {N} workloads in one namespace (aim: under 10 s and 1 GiB)")
for name, (workloads, policies) in SHAPES.items():
    path = f"{work}/shape.yaml"
    with open(path, "w") as file:
        file.write("---\n".join(json.dumps(o) + "\n" for o in CLUSTER + workloads + policies))
    pid = os.fork()
    if pid == 0:        # the peak of memory is told for all children together, so each shape has a process of its own
        seconds, out, used = run(path)
        verdict = next(line for line in out.splitlines() if line.split()[:1] == ["verdict"])
        budget = " budget exceeded and said so" if "budget" in out else ""
        print(f"  {seconds:5.1f} s  {used.ru_maxrss // 1024:5d} MiB  {name}: {' '.join(verdict.split()[1:])}{budget}")
        os._exit(0)
    if os.waitpid(pid, 0)[1]:
        sys.exit(1)

repository = f"{work}/repository"
os.makedirs(repository)
git = ["git", "-C", repository, "-c", "user.name=a", "-c", "user.email=a@example.org"]
subprocess.run([*git, "init", "-q"], check=True)
for n in range(2000):
    with open(f"{repository}/{n}.yaml", "w") as file:
        objects = [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": f"n{n}"}}]
        objects += [workload(i, {"app": f"w{i}"}, f"n{n}") for i in range(10)]
        objects += [policy(i, {"matchLabels": {"app": f"w{i}"}}, peer(i), f"n{n}") for i in range(5)]
        file.write("---\n".join(json.dumps(o) + "\n" for o in objects))
with open(f"{repository}/cluster.yaml", "w") as file:
    file.write(json.dumps(CLUSTER[0]))
subprocess.run([*git, "add", "-A"], check=True)
subprocess.run([*git, "commit", "-qm", "base"], check=True)
for n in range(0, 2000, 100):
    with open(f"{repository}/{n}.yaml", "a") as file:
        file.write("---\n" + json.dumps(policy(99, {}, peer(99), f"n{n}")) + "\n")
subprocess.run([*git, "commit", "-qam", "head"], check=True)
os.chdir(repository)
one, both = [], []
for _ in range(5):
    one.append(run(".")[0])
    both.append(run(".", "--base", "HEAD~1")[0])
one, both = sorted(one)[2], sorted(both)[2]
print(f"2,000 namespaces, 20 of them changed: one tree {one:.2f} s, against its base {both:.2f} s, ratio {both / one:.2f} (aim 1.3)")
PY
