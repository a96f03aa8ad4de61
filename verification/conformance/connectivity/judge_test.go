package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

const policy = `{"metadata": {"name": "p", "namespace": "a"}, "spec": {
  "podSelector": {"matchExpressions": [{"key": "tier", "operator": "NotIn", "values": ["db"]}]},
  "ingress": [
    {"from": [{"podSelector": {"matchLabels": {"app": ""}}}], "ports": [{"port": "http"}]},
    {"from": [{"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}],
     "ports": [{"port": 80, "endPort": 90, "protocol": "UDP"}]}]}}`

func worldOf(t *testing.T) World {
	t.Helper()
	world := World{
		Policies:   []json.RawMessage{json.RawMessage(policy)},
		Namespaces: map[string]map[string]string{"a": {}, "b": {}},
		Pods: []Pod{
			{Namespace: "a", Address: "10.0.0.1", Labels: map[string]string{"tier": "web"},
				Ports: []Port{{"http", 8080, "TCP"}}},
			{Namespace: "a", Address: "10.0.0.2", Labels: map[string]string{"app": ""}},
			{Namespace: "a", Address: "192.0.2.2", Labels: map[string]string{"tier": "db"}},
			{Namespace: "b", Address: "192.0.2.3", Labels: map[string]string{"app": ""}},
		},
	}
	return world
}

func pod(number int) End {
	return End{Pod: &number}
}

func TestAnswers(t *testing.T) {
	all := notInAbsent | emptyAbsent | apimachinery
	for _, test := range []struct {
		why      string
		mends    mend
		question Question
		ingress  string
	}{
		{"an empty label, and a port by its name", all, Question{pod(1), pod(0), "TCP", 8080, nil}, "allow"},
		{"the number of no name", all, Question{pod(1), pod(0), "TCP", 8081, nil}, "deny"},
		{"a name for another protocol", all, Question{pod(1), pod(0), "UDP", 8080, nil}, "deny"},
		{"the same labels in another namespace", all, Question{pod(3), pod(0), "TCP", 8080, nil}, "deny"},
		{"no label is not an empty one", all, Question{pod(2), pod(0), "TCP", 8080, nil}, "deny"},
		{"cyclonus takes them for the same", asIs, Question{pod(2), pod(0), "TCP", 8080, nil}, "allow"},
		{"no label is not in", all, Question{pod(0), pod(1), "TCP", 1, nil}, "deny"},
		{"cyclonus wants the label", asIs, Question{pod(0), pod(1), "TCP", 1, nil}, "free"},
		{"a label that is in", all, Question{pod(0), pod(2), "TCP", 1, nil}, "free"},
		{"an address in the block", all, Question{End{Address: "10.2.0.0"}, pod(0), "UDP", 90, nil}, "allow"},
		{"an exception of the block", all, Question{End{Address: "10.1.0.0"}, pod(0), "UDP", 90, nil}, "deny"},
		{"the port behind the last", all, Question{End{Address: "10.2.0.0"}, pod(0), "UDP", 91, nil}, "deny"},
		{"a pod in the block", all, Question{pod(1), pod(0), "UDP", 80, nil}, "allow"},
		{"a pod in the block on GKE", all | blockOutside, Question{pod(1), pod(0), "UDP", 80, nil}, "deny"},
	} {
		world := worldOf(t)
		policies, err := world.policies()
		if err != nil {
			t.Fatal(err)
		}
		got := newJudge(policies, test.mends).answer(world, test.question)
		if want := (Sides{"free", test.ingress}); got != want {
			t.Errorf("%s: %v, not %v", test.why, got, want)
		}
	}
}

func TestCauses(t *testing.T) {
	for _, test := range []struct {
		way      string
		question Question
		ingress  string
		cause    string
	}{
		{"ovn sets", Question{pod(1), pod(0), "TCP", 8080, nil}, "allow", ""},
		{"ovn sets", Question{pod(1), pod(0), "TCP", 8080, nil}, "deny", unlisted},
		{"ovn sets", Question{pod(0), pod(1), "TCP", 1, nil}, "deny", "not-in-absent"},
		{"ovn sets", Question{pod(0), pod(1), "TCP", 1, nil}, "free", unlisted},
		{"ovn sets", Question{pod(2), pod(0), "TCP", 8080, nil}, "deny", "empty-absent"},
		{"gke sets", Question{pod(1), pod(0), "UDP", 80, nil}, "deny", "block-outside"},
		{"ovn sets", Question{pod(1), pod(0), "UDP", 80, nil}, "deny", unlisted},
		{"gke sets", Question{pod(1), pod(0), "UDP", 80, nil}, "allow", unlisted},
		{"gke points", Question{pod(1), pod(0), "TCP", 8080, nil}, "no point", unlisted},
	} {
		world := worldOf(t)
		policies, err := world.policies()
		if err != nil {
			t.Fatal(err)
		}
		j := newJudgement(world, test.question, newJudges(policies))
		if got := j.classify(test.way, Sides{"free", test.ingress}); got != test.cause {
			t.Errorf("%s %v %s: %q, not %q", test.way, test.question, test.ingress, got, test.cause)
		}
	}
}

func TestTooLittle(t *testing.T) {
	least := least{worlds: 1, questions: 1}
	if got := len(newTally(0).lacking(least)); got != 2 {
		t.Errorf("%d complaints about nothing at all, not 2", got)
	}
}

func TestReadmeListsEachDifference(t *testing.T) {
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range listed {
		if !strings.Contains(string(page), fmt.Sprintf("| `%s` |", one.name)) {
			t.Errorf("README.md has no line about %s", one.name)
		}
	}
}
