"""Reviews as API servers send them: a Namespace with acl-logging."""

import json

KIND = {"group": "", "version": "v1", "kind": "Namespace"}
RESOURCE = {"group": "", "version": "v1", "resource": "namespaces"}
GOOD = '{"deny": "alert", "allow": "notice"}'
BAD = '{"deny": "alert", "allow": "notise"}'


def managed_fields(count):
    """What API servers note of who has set which field, for as many fields."""
    fields = {f"f:field-{i:04}.example.com/owner": {} for i in range(count)}
    return [{"manager": "kubectl-client-side-apply", "operation": "Update", "apiVersion": "v1",
             "time": "2026-11-02T10:00:00Z", "fieldsType": "FieldsV1",
             "fieldsV1": {"f:metadata": {"f:annotations": {".": {}, **fields}}}}]


def namespace(acl_logging, annotations, managed):
    labels = {"kubernetes.io/metadata.name": "billing", "team": "billing", "stage": "production"}
    noise = {f"field-{i:04}.example.com/owner": "team-billing" for i in range(annotations)}
    return {"kind": "Namespace", "apiVersion": "v1",
            "metadata": {"name": "billing", "uid": "7b1f2d58-6f0a-4f0a-9d59-0f3f6a4d3b1c",
                         "resourceVersion": "184467", "creationTimestamp": "2026-11-02T10:00:00Z",
                         "labels": labels, "annotations": {"k8s.ovn.org/acl-logging": acl_logging, **noise},
                         "managedFields": managed_fields(managed)},
            "spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}}


def review(operation, new, old):
    return json.dumps({
        "kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
        "request": {
            "uid": "0df28fbd-5f5f-11e8-bc74-36e6bb280816", "kind": KIND, "resource": RESOURCE,
            "requestKind": KIND, "requestResource": RESOURCE, "name": "billing", "namespace": "billing",
            "operation": operation,
            "userInfo": {"username": "kubernetes-admin", "groups": ["system:masters", "system:authenticated"],
                         "extra": {"authentication.kubernetes.io/credential-id": ["X509SHA256=" + "5e" * 32]}},
            "object": new, "oldObject": old, "dryRun": False,
            "options": {"kind": operation.title() + "Options", "apiVersion": "meta.k8s.io/v1",
                        "fieldManager": "kubectl-client-side-apply"}},
    }, separators=(",", ":")).encode()


def small(acl_logging=GOOD):
    """About 2 KB: a Namespace is created."""
    return review("CREATE", namespace(acl_logging, 5, 8), None)


def large():
    """About 20 KB: one is updated; more than half of both objects is managedFields."""
    return review("UPDATE", namespace(GOOD, 60, 190), namespace(GOOD, 59, 190))
