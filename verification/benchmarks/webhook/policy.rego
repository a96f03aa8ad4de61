# What the webhook says about acl-logging, for OPA: the same annotation, decoded and judged.
package system

main := {
	"apiVersion": "admission.k8s.io/v1",
	"kind": "AdmissionReview",
	"response": response,
}

severities := {"alert", "warning", "notice", "info", "debug"}

members := {"allow", "deny"}

annotation := input.request.object.metadata.annotations["k8s.ovn.org/acl-logging"]

violations contains message if {
	not json.is_valid(annotation)
	message := "acl-logging is not JSON"
}

violations contains message if {
	some member, severity in json.unmarshal(annotation)
	members[member]
	not severities[severity]
	message := sprintf("severity %q is unknown for %q", [severity, member])
}

violations contains message if {
	some member, _ in json.unmarshal(annotation)
	not members[member]
	message := sprintf("member %q is unknown", [member])
}

response := {"uid": input.request.uid, "allowed": true} if count(violations) == 0

response := {"uid": input.request.uid, "allowed": false, "status": {"code": 422, "message": message}} if {
	count(violations) > 0
	message := concat("; ", violations)
}
