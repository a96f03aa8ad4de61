"""An API server with 10,000 namespaces and 30,000 policies, and nothing that ever changes.

usage: api_server.py PORT

It lists in pages, and its watches are silent. Of the custom kinds it knows none.
"""

import base64
import hashlib
import http.server
import json
import sys
import time
import urllib.parse

import reviews

NAMESPACES = 10_000
POLICIES_EACH = 3
CORE, NETWORKING = "/api/v1", "/apis/networking.k8s.io/v1"


def namespace(i):
    made = reviews.namespace(reviews.GOOD, 2, 8)
    made["metadata"].update(name=f"team-{i}", uid=f"00000000-0000-4000-8000-{i:012}")
    made["metadata"]["labels"].update({"kubernetes.io/metadata.name": f"team-{i}", "team": f"team-{i % 500}"})
    return made


def policy(i):
    peer = {"namespaceSelector": {"matchLabels": {"team": f"team-{i % 500}"}},
            "podSelector": {"matchLabels": {"app": f"app-{i % 200}"}}}
    return {"kind": "NetworkPolicy", "apiVersion": "networking.k8s.io/v1",
            "metadata": {"name": f"policy-{i % POLICIES_EACH}", "namespace": f"team-{i // POLICIES_EACH}",
                         "uid": f"00000000-0000-4000-8001-{i:012}", "resourceVersion": "184467",
                         "creationTimestamp": "2026-11-02T10:00:00Z", "labels": {"app": f"app-{i % 200}"},
                         "annotations": {"example.com/owner": f"team-{i % 500}"},
                         "managedFields": reviews.managed_fields(6)},
            "spec": {"podSelector": {"matchLabels": {"app": f"app-{i % 100}"}}, "policyTypes": ["Ingress", "Egress"],
                     "ingress": [{"from": [peer], "ports": [{"protocol": "TCP", "port": 8000 + i % 100}]}],
                     "egress": [{"to": [{"ipBlock": {"cidr": f"10.{i % 200}.0.0/16"}}]}]}}


LISTS = {f"{CORE}/namespaces": ("v1", "NamespaceList", namespace, NAMESPACES),
         f"{NETWORKING}/networkpolicies":
             ("networking.k8s.io/v1", "NetworkPolicyList", policy, NAMESPACES * POLICIES_EACH)}


def resources(version, name, kind, namespaced):
    return {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": version,
            "resources": [{"name": name, "singularName": "", "namespaced": namespaced, "kind": kind,
                           "verbs": ["get", "list", "watch"]}]}


VERSION = {"groupVersion": "networking.k8s.io/v1", "version": "v1"}
OTHERS = {CORE: resources("v1", "namespaces", "Namespace", False),
          NETWORKING: resources("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", True),
          "/apis/networking.k8s.io": {"kind": "APIGroup", "apiVersion": "v1", "name": "networking.k8s.io",
                                      "versions": [VERSION], "preferredVersion": VERSION}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        if url.path in OTHERS:
            self.answer(200, OTHERS[url.path])
        elif url.path not in LISTS:
            self.answer(404, {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 404,
                              "reason": "NotFound", "message": "the server could not find the requested resource"})
        elif query.get("watch") == "true":
            self.watch()
            time.sleep(600)
        else:
            self.answer(200, self.page(url.path, query))

    def watch(self):
        key = self.headers.get("Sec-WebSocket-Key")
        if key is None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Transfer-Encoding", "chunked")
        else:
            accept = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
            self.send_response(101)
            self.send_header("Upgrade", "websocket")
            self.send_header("Connection", "Upgrade")
            self.send_header("Sec-WebSocket-Accept", base64.b64encode(accept).decode())
            if "Sec-WebSocket-Protocol" in self.headers:
                self.send_header("Sec-WebSocket-Protocol", self.headers["Sec-WebSocket-Protocol"].split(",")[0].strip())
        self.end_headers()

    def page(self, path, query):
        version, kind, make, count = LISTS[path]
        start = int(query.get("continue", "0"))
        end = min(count, start + int(query.get("limit", count)))
        metadata = {"resourceVersion": "184468"}
        if end < count:
            metadata["continue"] = str(end)
        return {"kind": kind, "apiVersion": version, "metadata": metadata,
                "items": [make(i) for i in range(start, end)]}

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    server.daemon_threads = True
    server.serve_forever()
