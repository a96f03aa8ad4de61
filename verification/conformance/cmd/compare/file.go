package main

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"netlog/conformance/internal/jsonvalue"
	"netlog/conformance/internal/kubectl"
	"netlog/conformance/internal/netlog"
)

// A difference is one thing that netlog says otherwise.
type difference struct {
	path  string
	index int
	// pointer is where in the object; empty for the document as a whole.
	pointer   string
	want, got string
}

func (d difference) String() string {
	return fmt.Sprintf("%s document %d %s\n    kubectl %s\n    netlog  %s", d.path, d.index, d.pointer, d.want, d.got)
}

// Reasons for which netlog reads no documents from a file at all.
var unreadReasons = map[string]bool{"too-large": true, "encoding": true, "unreadable": true, "limit": true}

func compareFile(path string, data []byte, want []kubectl.Document, report *netlog.Report) []difference {
	got := report.Documents[path]
	if reason := report.NotUnderstood[path]; unreadReasons[reason] {
		return []difference{{path: path, want: describe(want), got: "not understood: " + reason}}
	}
	found := []difference{}
	for i := range min(len(want), len(got)) {
		if d := compareDocument(want[i], got[i]); d != nil {
			d.path, d.index = path, i
			found = append(found, *d)
		}
		for _, problem := range implausible(got[i], i, data) {
			found = append(found, difference{path: path, index: i, want: "a plausible position", got: problem})
		}
	}
	if len(want) != len(got) {
		found = append(found, difference{path: path, index: min(len(want), len(got)), want: describe(want), got: describeReport(got)})
	}
	return found
}

func compareDocument(want kubectl.Document, got netlog.Document) *difference {
	switch {
	case want.Err != nil && got.Error != nil:
		return nil
	case want.Err != nil:
		return &difference{want: "error: " + want.Err.Error(), got: jsonvalue.Show(got.Object)}
	case got.Error != nil:
		return &difference{want: jsonvalue.Show(want.Object), got: fmt.Sprintf("error at %d:%d: %s", got.Error.Line, got.Error.Column, got.Error.Message)}
	}
	if d := jsonvalue.Compare(want.Object, got.Object); d != nil {
		return &difference{pointer: d.Pointer, want: d.Want, got: d.Got}
	}
	return nil
}

func describe(documents []kubectl.Document) string {
	text := fmt.Sprintf("%d documents", len(documents))
	if n := len(documents); n > 0 && documents[n-1].Err != nil {
		text += ", last error: " + documents[n-1].Err.Error()
	}
	return text
}

func describeReport(documents []netlog.Document) string {
	text := fmt.Sprintf("%d documents", len(documents))
	if n := len(documents); n > 0 && documents[n-1].Error != nil {
		text += ", last error: " + documents[n-1].Error.Message
	}
	return text
}

// implausible names what cannot be true of a document's place in a file.
func implausible(document netlog.Document, index int, data []byte) []string {
	problems := []string{}
	lines := countLines(data)
	if document.Index != index {
		problems = append(problems, fmt.Sprintf("index %d", document.Index))
	}
	if document.Line < 1 || document.Line > lines {
		problems = append(problems, fmt.Sprintf("line %d of %d", document.Line, lines))
	}
	if e := document.Error; e != nil {
		if e.Line < 1 || e.Line > lines || e.Column < 1 || e.Column > utf8.RuneCount(data)+1 {
			problems = append(problems, fmt.Sprintf("error at %d:%d of %d lines", e.Line, e.Column, lines))
		}
		if e.Message == "" {
			problems = append(problems, "error without a message")
		}
	}
	return problems
}

// countLines counts generously: every line break of YAML 1.1 starts a line.
func countLines(data []byte) int {
	return 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) - bytes.Count(data, []byte("\r\n")) +
		bytes.Count(data, []byte("\u0085")) + bytes.Count(data, []byte("\u2028")) + bytes.Count(data, []byte("\u2029"))
}
