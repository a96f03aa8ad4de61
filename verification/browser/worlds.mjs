// Worlds that are too large to be written by hand.

const KEY = "policy.network.gke.io/enable-";
const together = (objects) => objects.map((object) => JSON.stringify(object)).join("\n---\n");

const networkLogging = {
  apiVersion: "networking.gke.io/v1alpha1", kind: "NetworkLogging", metadata: { name: "default" },
  spec: { cluster: { allow: { log: true, delegate: true }, deny: { log: true, delegate: true } } },
};

const namespaceObject = (name, annotated) => ({
  apiVersion: "v1", kind: "Namespace",
  metadata: { name, annotations: annotated ? { [`${KEY}deny-logging`]: "true" } : {} },
});

const policy = (namespace, name, annotated, spec) => ({
  apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy",
  metadata: { name, namespace, annotations: annotated ? { [`${KEY}logging`]: "true" } : {} },
  spec,
});

const deployment = (namespace, name, labels) => ({
  apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [] } } },
});

// Namespaces with one policy for each workload, one for all of them, and a default deny in both
// directions. Every second policy and every third namespace is annotated.
export function teams(namespaces, workloads) {
  const objects = [networkLogging];
  for (let i = 0; i < namespaces; i++) {
    const namespace = `team-${String(i).padStart(5, "0")}`;
    objects.push(
      namespaceObject(namespace, i % 3 === 0),
      policy(namespace, "default-deny", false, { podSelector: {}, policyTypes: ["Ingress", "Egress"] }),
      policy(namespace, "dns", i % 2 === 0, {
        podSelector: {}, policyTypes: ["Egress"],
        egress: [{ to: [{ namespaceSelector: {} }], ports: [{ protocol: "UDP", port: 53 }] }],
      }));
    for (let j = 0; j < workloads; j++) {
      const labels = { app: `service-${j}` };
      objects.push(
        deployment(namespace, labels.app, labels),
        policy(namespace, `to-${labels.app}`, j % 2 === 0, {
          podSelector: { matchLabels: labels }, policyTypes: ["Ingress"],
          ingress: [{ from: [{ ipBlock: { cidr: `10.${i % 256}.${j}.0/24` } }], ports: [{ port: 8000 + j }] }],
        }));
    }
  }
  return together(objects);
}

// One namespace in which each policy is about each workload.
export function crowd(workloads, policies) {
  const namespace = "crowd";
  const objects = [networkLogging, namespaceObject(namespace, true)];
  for (let i = 0; i < workloads; i++) {
    objects.push(deployment(namespace, `workload-${i}`, { app: "same" }));
  }
  for (let i = 0; i < policies; i++) {
    objects.push(policy(namespace, `policy-${i}`, i % 4 === 0, {
      podSelector: {}, policyTypes: ["Ingress"],
      ingress: [{ from: [{ ipBlock: { cidr: `10.0.${i % 256}.0/24` } }], ports: [{ port: 1000 + i }] }],
    }));
  }
  return together(objects);
}
