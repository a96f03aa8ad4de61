package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// A meantDifference is a deviation that netlog chooses. It must match something, or compare warns.
type meantDifference struct {
	Reason  string `json:"reason"`
	Matches match  `json:"matches"`
	hits    int
}

// A match needs all that it names.
type match struct {
	Path  string `json:"path,omitempty"`  // end of the path
	Class string `json:"class,omitempty"` // one of classes
}

func (m match) String() string {
	return strings.TrimSpace(m.Class + " " + m.Path)
}

// classes are the kinds of input that an entry can name. Each looks at the whole file and the difference.
var classes = map[string]func(data []byte, d difference) bool{
	"utf-16": func(data []byte, d difference) bool {
		marked := bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.HasPrefix(data, []byte{0xFF, 0xFE})
		unmarked := len(data) > 1 && (data[0] == 0) != (data[1] == 0)
		return (marked || unmarked) && (d.got == "not understood: encoding" || marked && strings.HasPrefix(d.got, "error"))
	},
	"too-large": func(data []byte, d difference) bool {
		return d.got == "not understood: too-large"
	},
	// A byte order mark that does not start the file: the Go library skips it at the start of a line and then
	// loses the character behind it.
	"mark-inside": func(data []byte, d difference) bool {
		return bytes.LastIndex(data, []byte("\uFEFF")) > 0
	},
	// Broken text behind the end of the one document that is read: how far a reader looks ahead decides. Never
	// for a Kubernetes object.
	"behind-document": func(data []byte, d difference) bool {
		oneSided := strings.HasPrefix(d.got, "error") != strings.HasPrefix(d.want, "error")
		return oneSided && !strings.Contains(d.got, `"kind"`) && !strings.Contains(d.want, `"kind"`)
	},
	// NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR as line ends.
	"unicode-line-ends": func(data []byte, d difference) bool {
		return bytes.ContainsAny(data, "\u0085\u2028\u2029")
	},
}

func readMeant(file string) ([]*meantDifference, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	entries := []*meantDifference{}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&entries); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for i, entry := range entries {
		if entry.Reason == "" || entry.Matches == (match{}) {
			return nil, fmt.Errorf("%s: entry %d needs a reason and what it matches", file, i)
		}
		if _, known := classes[entry.Matches.Class]; entry.Matches.Class != "" && !known {
			return nil, fmt.Errorf("%s: entry %d: unknown class %q", file, i, entry.Matches.Class)
		}
	}
	return entries, nil
}

func isMeant(entries []*meantDifference, d difference, data []byte) bool {
	for _, entry := range entries {
		m := entry.Matches
		if strings.HasSuffix(d.path, m.Path) && (m.Class == "" || classes[m.Class](data, d)) {
			entry.hits++
			return true
		}
	}
	return false
}
