// Manifests that try to become markup, to run, or to reorder what is read; and their twins that are
// called something harmless instead.

const HOSTILE = [
  "<script>document.title='owned';alert(1)</script>",
  "</script><img src=x onerror=\"document.title='owned';alert(1)\">",
  "\"><svg/onload=alert(1)>",
  "' autofocus onfocus='alert(1)",
  "<!--<script>",
  "\u202egnp.exe\u2066\u200b\ufeff",
  "line\u2028feed\u2029\r\n\u0000\u001b[31m",
  "{{SCRIPT}}",
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "&lt;b&gt;&#x3c;",
  "<style>*{display:none}</style>",
  "<base href=https://example.org/>",
  "<meta http-equiv=refresh content=0;url=https://example.org>",
  "]]>",
  "$&$1\\u0001\\u0002",
  "שלום/abc",
  "Z̶̡̛͚a̷͓̅l̸̰̈́g̴̱͠o̶̲͝",
];

const KEY = "policy.network.gke.io/enable-";

function world(names, path, annotated) {
  const objects = [{
    apiVersion: "networking.gke.io/v1alpha1", kind: "NetworkLogging", metadata: { name: "default" },
    spec: { cluster: { allow: { log: true, delegate: true }, deny: { log: true, delegate: true } } },
  }];
  names.forEach((name, i) => {
    const gke = (half) => (annotated ? { [`${KEY}${half}`]: "true" } : { [`${KEY}${half}`]: name });
    objects.push(
      {
        apiVersion: "v1", kind: "Namespace",
        metadata: {
          name,
          annotations: {
            ...gke("deny-logging"),
            "k8s.ovn.org/acl-logging": annotated ? "{\"deny\": \"alert\"}" : JSON.stringify({ deny: name }),
          },
        },
      },
      {
        apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace: name },
        spec: { template: { metadata: { labels: { app: "a" } }, spec: {} } },
      },
      {
        apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy",
        metadata: { name, namespace: name, annotations: gke("logging") },
        spec: {
          podSelector: {}, policyTypes: ["Ingress"],
          ingress: [{ from: [{ namespaceSelector: { matchLabels: { a: "b" } } }], ports: [{ port: 80 + i }] }],
        },
      },
      {
        apiVersion: "cilium.io/v2", kind: "CiliumNetworkPolicy",
        metadata: { name, namespace: name }, spec: {},
      });
  });
  return { [path]: objects.map((object) => JSON.stringify(object)).join("\n---\n") };
}

// JSON is YAML, and says any character. A zero cannot stand in either.
const names = HOSTILE.map((name) => name.replace("\u0000", ""));

export const hostile = ({ annotated }) =>
  world(names, "<img src=x onerror=alert(1)>\u202e&.yaml", annotated);

export const harmless = ({ annotated }) =>
  world(names.map((_, i) => `name-${String.fromCharCode(97 + i)}`), "file.yaml", annotated);

export const texts = names;
