package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"netlog/conformance/internal/acl"
	"netlog/conformance/internal/netlog"
)

// kinds are those whose annotation OVN-Kubernetes reads.
var kinds = []string{"Namespace", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy"}

// object is a manifest that carries the value, one line of its file.
func object(kind string, input acl.Input) map[string]any {
	metadata := map[string]any{"name": input.ID, "annotations": map[string]string{acl.Annotation: string(input.Value)}}
	made := map[string]any{"apiVersion": "v1", "kind": kind, "metadata": metadata}
	if kind == "Namespace" {
		return made
	}
	everything := map[string]any{"namespaces": map[string]any{}}
	spec := map[string]any{"subject": everything, "ingress": []any{map[string]any{"name": "all", "action": "Deny", "from": []any{everything}}}}
	made["apiVersion"], made["spec"] = "policy.networking.k8s.io/v1alpha1", spec
	if kind == "AdminNetworkPolicy" {
		spec["priority"] = 10
	} else {
		metadata["name"] = "default"
	}
	return made
}

// expected is the settings entry that the reading asks for.
func expected(kind string, reading acl.Reading) map[string]any {
	if kind == "Namespace" {
		n := reading.Namespace
		return map[string]any{"platform": "ovn", "allow": n.Allow, "deny": n.Deny, "pass": nil, "error": n.Error}
	}
	a := reading.Admin
	return map[string]any{"platform": "ovn", "allow": a.Allow, "deny": a.Deny, "pass": a.Pass, "error": a.Error, "programmed": a.Programmed}
}

func compare(values []acl.Input, report *netlog.Report) []string {
	differences := []string{}
	for start := 0; start < len(values); start += batch {
		inputs := values[start:min(len(values), start+batch)]
		for _, kind := range kinds {
			differences = append(differences, compareFile(path(kind, start), kind, inputs, report)...)
		}
	}
	return differences
}

func compareFile(file, kind string, inputs []acl.Input, report *netlog.Report) []string {
	differences := []string{}
	if documents := report.Documents[file]; len(documents) != len(inputs) {
		differences = append(differences, fmt.Sprintf("%s: %d documents of %d", file, len(documents), len(inputs)))
	}
	entries := report.Settings[file]
	for i, input := range inputs {
		reading := acl.Read(input.Value)
		entry := find(entries, i, len(inputs))
		if entry == nil {
			differences = append(differences, describe(kind, input, reading, "no settings entry"))
			continue
		}
		want := expected(kind, reading)
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if got, ok := entry[name]; !ok || got != want[name] {
				differences = append(differences, describe(kind, input, reading, fmt.Sprintf("%s is %s, expected %s", name, show(got, ok), show(want[name], true))))
			}
		}
		if problem := wrongSubject(entry, kind, input); problem != "" {
			differences = append(differences, describe(kind, input, reading, problem))
		}
	}
	return differences
}

// find is the entry of the i-th object: by order if every object has one, else by line, for each object is one line.
func find(entries []map[string]any, i, objects int) map[string]any {
	if len(entries) == objects {
		return entries[i]
	}
	for _, entry := range entries {
		if netlog.Int(entry["line"]) == i+1 {
			return entry
		}
	}
	return nil
}

func wrongSubject(entry map[string]any, kind string, input acl.Input) string {
	subject, _ := entry["subject"].(map[string]any)
	name := input.ID
	if kind == "BaselineAdminNetworkPolicy" {
		name = "default"
	}
	if subject["kind"] != kind || subject["name"] != name {
		return fmt.Sprintf("subject %v", subject)
	}
	return ""
}

func show(value any, present bool) string {
	if !present {
		return "absent"
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

func describe(kind string, input acl.Input, reading acl.Reading, problem string) string {
	value := fmt.Sprintf("%+q", input.Value)
	if len(value) > 200 {
		value = value[:200] + fmt.Sprintf("… (%d bytes)", len(input.Value))
	}
	text := fmt.Sprintf("%s %s: %s\n    value %s", kind, input.ID, problem, value)
	if reading.GoError != "" {
		text += "\n    Go says " + reading.GoError
	}
	return text
}
