package metadata

import "testing"

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		fact    string
		member  string
		value   any
		refused bool
	}{
		{"a string is a name", "name", "b", false},
		{"a number is none", "name", 1, true},
		{"null is no name, and a missing one is passed over", "name", nil, false},
		{"a null among annotations is an empty string", "annotations", map[string]any{"a": nil}, false},
		{"a boolean is none", "annotations", map[string]any{"a": true}, true},
		{"a list is no map", "labels", []any{}, true},
		{"a whole number may have a fraction of zero", "generation", 2.0, false},
		{"a string is no list", "finalizers", "a/b", true},
		{"a blank is in no key", "labels", map[string]any{"a b": "c"}, true},
		{"fields that are not known are dropped", "unknown", 1, false},
	} {
		object := map[string]any{"apiVersion": "v1", "kind": "Namespace", "metadata": map[string]any{"name": "a", c.member: c.value}}
		if err := Refusal(Input{Kinds[0], object}); (err != nil) != c.refused {
			t.Errorf("%s: %v", c.fact, err)
		}
	}
}
