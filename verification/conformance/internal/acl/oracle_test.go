package acl

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

type testCase struct {
	ID               string
	Annotation       string
	AnnotationBase64 string
	Effective        ACLLoggingLevels
	Error            bool
	Namespace        NamespaceView
	AdminPolicy      struct{ PolicyProgrammed bool } `json:"adminNetworkPolicy"`
	GoError          string
}

func TestRecordedCases(t *testing.T) {
	file := os.Getenv("ACL_CASES")
	if file == "" {
		file = "../../testdata/acl-logging.json"
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 50 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		value := []byte(c.Annotation)
		if c.AnnotationBase64 != "" {
			if value, err = base64.StdEncoding.DecodeString(c.AnnotationBase64); err != nil {
				t.Fatal(c.ID, err)
			}
		}
		got := Read(value)
		admin := AdminView{c.Effective.Allow, c.Effective.Deny, c.Effective.Pass, c.Error, c.AdminPolicy.PolicyProgrammed}
		if got.Admin != admin || got.Namespace != c.Namespace {
			t.Errorf("%s: %+v, recorded %+v and %+v", c.ID, got, c.Namespace, admin)
		}
		if text := strings.ReplaceAll(got.GoError, "acl.ACL", "util.ACL"); c.GoError != text {
			t.Errorf("%s: text %q, recorded %q", c.ID, text, c.GoError)
		}
	}
}

func TestGeneratedValuesRepeat(t *testing.T) {
	seen := map[Reading]int{}
	a, b := NewGenerator(5), NewGenerator(5)
	for range 3000 {
		x, y := a.Next(), b.Next()
		if string(x) != string(y) {
			t.Fatalf("%q and %q", x, y)
		}
		reading := Read(x)
		reading.GoError = ""
		seen[reading]++
	}
	if len(seen) < 100 {
		t.Errorf("only %d different readings", len(seen))
	}
}
