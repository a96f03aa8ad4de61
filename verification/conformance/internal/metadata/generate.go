// Package metadata makes metadata that API servers may refuse, and says whether they do.
package metadata

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A Kind is one of which objects are made.
type Kind struct {
	APIVersion, Kind string
	// Namespaced is whether its objects stand in a namespace.
	Namespaced bool
	// Label is whether its names are DNS labels; others are DNS subdomains.
	Label bool
	// Template is whether it holds the metadata of pods.
	Template bool
}

// Kinds are all of them: of the API and custom, in namespaces and outside, with pods and without.
var Kinds = []Kind{
	{APIVersion: "v1", Kind: "Namespace", Label: true},
	{APIVersion: "networking.k8s.io/v1", Kind: "NetworkPolicy", Namespaced: true},
	{APIVersion: "policy.networking.k8s.io/v1alpha1", Kind: "AdminNetworkPolicy"},
	{APIVersion: "apps/v1", Kind: "Deployment", Namespaced: true, Template: true},
	{APIVersion: "apps/v1", Kind: "StatefulSet", Namespaced: true, Label: true, Template: true},
}

// An Input is one object and its kind.
type Input struct {
	Kind   Kind
	Object map[string]any
}

// Generate makes inputs: right metadata in which up to three members become something else.
func Generate(seed uint64, count int) []Input {
	dice := rand.New(rand.NewPCG(seed, 11))
	inputs := make([]Input, count)
	for i := range inputs {
		kind := Kinds[dice.IntN(len(Kinds))]
		object := map[string]any{"apiVersion": kind.APIVersion, "kind": kind.Kind, "metadata": metadata(dice, kind), "spec": spec(kind)}
		changed := object["metadata"].(map[string]any)
		if kind.Template {
			pod := map[string]any{"labels": map[string]any{"app": "a"}, "annotations": map[string]any{"a": "b"}}
			object["spec"] = map[string]any{"template": map[string]any{"metadata": pod}}
			if dice.IntN(3) == 0 {
				changed = pod
			}
		}
		for range dice.IntN(4) {
			change(dice, changed)
		}
		if dice.IntN(100) == 0 {
			object["metadata"] = one(dice, odd)
		}
		inputs[i] = Input{kind, object}
	}
	return inputs
}

func spec(kind Kind) map[string]any {
	if kind.Kind == "AdminNetworkPolicy" {
		return map[string]any{"priority": 1, "subject": map[string]any{"namespaces": map[string]any{}}}
	}
	return map[string]any{}
}

func metadata(dice *rand.Rand, kind Kind) map[string]any {
	metadata := map[string]any{
		"name":        "a",
		"labels":      map[string]any{"app": "a"},
		"annotations": map[string]any{"a": "b", "policy.network.gke.io/enable-logging": "true"},
	}
	if kind.Namespaced {
		metadata["namespace"] = "b"
	}
	return metadata
}

var members = []string{
	"name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
	"deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
}

// Values that are of the wrong type nearly everywhere.
var odd = []any{
	nil, true, false, 0, 1, 1.5, 2.0, 1e30, "", "x", "true", []any{}, []any{nil}, []any{1}, []any{"x"}, []any{"x/y"}, []any{map[string]any{}},
	map[string]any{}, map[string]any{"a": 1}, map[string]any{"a": nil},
}

var names = []any{
	"a", "a.b", "A", "a_b", "-a", "a-", "a..b", "a.", ".a", "1", "1.2", "a/b", "a b", "é", strings.Repeat("a", 63), strings.Repeat("a", 64),
	strings.Repeat("a.", 126) + "a", strings.Repeat("a.", 127) + "a", strings.Repeat("a", 254), "-", "a.-", "--", "a--",
}

var keys = []string{
	"a", "A", "a/b", "A/b", "a/B", "a/b/c", "/a", "a/", "", "a b", "-a", "a_", "a.b", "é", "EXAMPLE.com/a", "example.com/A", "a..b/c",
	strings.Repeat("a", 63), strings.Repeat("a", 64), strings.Repeat("a", 253) + "/a", strings.Repeat("a", 254) + "/a",
	"policy.network.gke.io/enable-logging", "k8s.ovn.org/acl-logging",
}

var texts = []any{
	"", "a", "a b", "A.b_c-d", "-a", "a-", "é", "a\n", strings.Repeat("a", 63), strings.Repeat("a", 64), strings.Repeat("a", 200000), true, 1, 1.5, nil,
	[]any{}, map[string]any{},
}

var times = []any{
	"2026-01-31T12:00:00Z", "2026-02-29T12:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31 12:00:00Z", "2026-01-31T12:00:00", "2026-01-31T1:00:00Z",
	"2026-01-31T12:00:00.5Z", "2026-01-31T12:00:00,5Z", "2026-01-31T12:00:00+01:00", "2026-01-31T12:00:00+25:00", "2026-01-31T12:00:60Z", "2026-01-31",
	"2026-13-01T00:00:00Z", "2026-01-31T12:00:00z", "2026-01-31T12:00:00+0100", "2024-02-29T23:59:59-23:59", nil, 1, "",
}

var finalizers = []any{"orphan", "foregroundDeletion", "kubernetes", "a.b/c", "a/b/c", "a b/c", "/a", "", nil, 1, true, "A/b"}

func change(dice *rand.Rand, metadata map[string]any) {
	switch dice.IntN(8) {
	case 0:
		metadata[one(dice, members)] = one(dice, odd)
	case 1:
		metadata[one(dice, []string{"name", "generateName", "namespace"})] = one(dice, names)
	case 2, 3:
		member := one(dice, []string{"labels", "annotations"})
		if values, ok := metadata[member].(map[string]any); ok {
			values[one(dice, keys)] = one(dice, texts)
		}
	case 4:
		metadata[one(dice, []string{"creationTimestamp", "deletionTimestamp"})] = one(dice, times)
	case 5:
		metadata["finalizers"] = some(dice, func() any { return one(dice, finalizers) })
	case 6:
		metadata["ownerReferences"] = some(dice, func() any { return owner(dice) })
	case 7:
		metadata["managedFields"] = some(dice, func() any { return manager(dice) })
	}
}

func owner(dice *rand.Rand) any {
	owner := map[string]any{"apiVersion": "apps/v1", "kind": "Deployment", "name": "a", "uid": "b"}
	for range dice.IntN(3) {
		switch dice.IntN(5) {
		case 0:
			owner[one(dice, []string{"apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion"})] = one(dice, odd)
		case 1:
			delete(owner, one(dice, []string{"apiVersion", "kind", "name", "uid"}))
		case 2:
			owner["controller"] = true
		case 3:
			owner["apiVersion"] = one(dice, []any{"v1", "a/b/c", "a/", "/a", "/"})
		case 4:
			owner["kind"], owner["apiVersion"] = "Event", "v1"
		}
	}
	return owner
}

// What API servers say of wrong values here is not compared: they drop the managers of created objects.
func manager(dice *rand.Rand) any {
	manager := map[string]any{"manager": "a", "operation": "Update", "apiVersion": "v1", "fieldsType": "FieldsV1", "fieldsV1": map[string]any{}}
	if dice.IntN(2) == 0 {
		manager[one(dice, []string{"manager", "operation", "apiVersion", "time", "fieldsType", "subresource"})] = one(dice, []any{1, true, []any{}, map[string]any{}, nil})
		if manager["operation"] == nil {
			manager["operation"] = "Apply"
		}
	}
	return manager
}

func some(dice *rand.Rand, make func() any) []any {
	list := []any{}
	for range dice.IntN(3) {
		list = append(list, make())
	}
	return list
}

func one[T any](dice *rand.Rand, choices []T) T {
	return choices[dice.IntN(len(choices))]
}

// Name is the file of an input.
func Name(i int) string {
	return fmt.Sprintf("m%05d.json", i)
}
