#!/bin/sh
# What does a review cost the admission webhook?
#
# usage: verification/benchmarks/webhook.sh [TURNS]
#
# - CPU a review, of 2 KB and 20 KB, beside a server on the same stack that only reads and answers,
#   nginx with a constant answer, and OPA deciding the same annotation;
# - p99 at 100 reviews a second beside OPA;
# - the first review after /readyz beside later ones;
# - memory with a large cluster in it.
#
# All servers run at the same time and take turns under load, by TLS 1.3 and HTTP/1.1 with eight
# connections; CPU is that of the server's process without Java's compilers, the figures are
# medians of the turns. Needs python3, openssl, go (OPA is built from its module, minutes the first
# time), wrk, h2load and nginx. Takes five minutes, on a busy machine seven.
set -eu
turns=${1:-4}
opa=v1.22.2
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
  command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null || {
    echo "webhook: $1 was not found; install it (Debian: $2)" >&2
    exit 3
  }
  echo "webhook: $1 was not found, installing $2" >&2
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >&2
}
need python3 python3
need openssl openssl
need go golang-go
need wrk wrk
need h2load nghttp2-client
need nginx nginx-light

. "$root/build-tools/find-jdk.sh"
find_jdk || {
  echo 'webhook: JDK 25 was not found; set JAVA25_HOME to its folder' >&2
  exit 3
}
CGO_ENABLED=0 GOBIN=$work go install "github.com/open-policy-agent/opa@$opa"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -keyout "$work/tls.key" -out "$work/tls.crt" 2>/dev/null

# The packaged webhook, in a copy, since it may be built again meanwhile.
"$root/netlog-webhook" --version >/dev/null
cp -R "$root/.netlog-build/netlog-webhook/image" "$work/image"

# The other server is the same module with another main class, linked, started and trained like it.
module=dev.netlog.webhook
"$jdk/bin/jimage" extract --dir "$work/modules" --include "regex:/$module/.*" "$work/image/lib/modules"
mkdir -p "$work/floor-source/dev/netlog/webhook/http"
cp "$root/webhook/src/test/java/dev/netlog/webhook/http/NoOperationServer.java" "$work/floor-source/dev/netlog/webhook/http"
"$jdk/bin/javac" -proc:none -d "$work/modules/$module" --patch-module "$module=$work/floor-source" \
  --module-path "$work/modules" "$work/floor-source/dev/netlog/webhook/http/NoOperationServer.java"
"$jdk/bin/jlink" --module-path "$work/modules" --add-modules "$module" --output "$work/floor" \
  --compress zip-6 --no-header-files --no-man-pages
sed -e "s|$module\\.Main|$module.http.NoOperationServer|" "$work/image/lib/netlog-webhook.sh" >"$work/floor/lib/netlog-webhook.sh"
cp "$work/image/bin/netlog-webhook" "$work/floor/bin/floor"
mkdir "$work/training"
sed -e 's|-XX:AOTCache=[^ ]*|-XX:AOTCacheOutput="$bin/../lib/$aot.aot"|' "$work/floor/lib/netlog-webhook.sh" >"$work/train.sh"
(bin=$work/floor/bin && set -- 0 "$work/training" --check && . "$work/train.sh") >"$work/training.log" 2>&1 || true
[ -s "$work/floor/lib/netlog-webhook.aot" ] || {
  cat "$work/training.log" >&2
  exit 3
}

PYTHONDONTWRITEBYTECODE=1 python3 "$root/verification/benchmarks/webhook/measure.py" \
  "$work" "$work/image/bin/netlog-webhook" "$work/opa" "$turns"
