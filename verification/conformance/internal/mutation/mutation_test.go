package mutation

import (
	"bytes"
	"testing"
)

func TestNamesAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, file := range append(Table(), Seeds()...) {
		if seen[file.Name] {
			t.Error("twice:", file.Name)
		}
		seen[file.Name] = true
	}
	if len(seen) < 3000 {
		t.Errorf("only %d files", len(seen))
	}
}

func TestSameSeedSameFiles(t *testing.T) {
	corpus := [][]byte{[]byte(namespace), []byte("{\"a\": 1}\n")}
	a, b := NewMutator(7, corpus), NewMutator(7, corpus)
	for i := range 2000 {
		x, y := a.Next(i), b.Next(i)
		if x.Name != y.Name || !bytes.Equal(x.Data, y.Data) {
			t.Fatal(x.Name)
		}
	}
}
