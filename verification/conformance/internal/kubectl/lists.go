package kubectl

import (
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// listError is why kubectl refuses a document that holds several objects, nil where it takes it. Its next step after the
// stream is UnstructuredJSONScheme. Documents without a kind fail there too; those are files of other tools to netlog, so
// they are not asked about.
func listError(value any, raw []byte) error {
	if !holdsObjects(value) {
		return nil
	}
	_, _, err := unstructured.UnstructuredJSONScheme.Decode(raw, nil, nil)
	return err
}

func holdsObjects(value any) bool {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if object, ok := item.(map[string]any); ok && text(object, "kind") != "" && isKubectls(text(object, "apiVersion")) {
				return true
			}
		}
	case map[string]any:
		return strings.HasSuffix(text(value, "kind"), "List") && text(value, "apiVersion") != ""
	}
	return false
}

// isKubectls is whether an object is one for kubectl. calicoctl takes lists of Calico's.
func isKubectls(version string) bool {
	return version != "" && !strings.HasPrefix(version, "projectcalico.org/")
}

func text(object map[string]any, name string) string {
	text, _ := object[name].(string)
	return text
}
