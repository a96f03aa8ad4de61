// Package netlog runs `netlog show` and reads its report.
package netlog

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"netlog/conformance/internal/jsonvalue"
)

// A Document is one entry of `documents`.
type Document struct {
	Index, Line int
	Object      any
	Error       *Error
}

// An Error is why and where a document is refused.
type Error struct {
	Line, Column int
	Message      string
}

// A Report is what `show --format json` said, by path relative to the folder it ran in.
type Report struct {
	Documents map[string][]Document
	Settings  map[string][]map[string]any
	// NotUnderstood holds the reason, such as "encoding".
	NotUnderstood map[string]string
}

// Show runs the command in the folder, over all of it.
func Show(command, folder string) (*Report, error) {
	program, err := filepath.Abs(command)
	if err != nil {
		return nil, err
	}
	run := exec.Command(program, "show", "--format", "json", ".")
	run.Dir = folder
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	err = run.Run()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return nil, fmt.Errorf("%s show: %w: %s", command, err, lastLines(said.String()))
	}
	report, err := read(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%s show: report: %w", command, err)
	}
	return report, nil
}

func lastLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-5):], "\n")
}

func read(data []byte) (*Report, error) {
	value, err := jsonvalue.Parse(data)
	if err != nil {
		return nil, err
	}
	report := &Report{map[string][]Document{}, map[string][]map[string]any{}, map[string]string{}}
	top, ok := value.(map[string]any)
	if !ok {
		return nil, errors.New("no object")
	}
	documents, ok := top["documents"].([]any)
	if !ok {
		return nil, errors.New("no documents")
	}
	for i, entry := range documents {
		path, document, err := readDocument(entry)
		if err != nil {
			return nil, fmt.Errorf("/documents/%d: %w", i, err)
		}
		report.Documents[path] = append(report.Documents[path], document)
	}
	for i, entry := range list(top["settings"]) {
		setting, ok := entry.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("/settings/%d: no object", i)
		}
		path := clean(setting["path"])
		report.Settings[path] = append(report.Settings[path], setting)
	}
	unread := list(top["notUnderstood"])
	if summary, ok := top["summary"].(map[string]any); ok {
		unread = append(unread, list(summary["notUnderstood"])...)
	}
	for _, entry := range unread {
		if e, ok := entry.(map[string]any); ok {
			report.NotUnderstood[clean(e["path"])] = fmt.Sprint(e["reason"])
		}
	}
	return report, nil
}

func readDocument(entry any) (string, Document, error) {
	members, ok := entry.(map[string]any)
	if !ok {
		return "", Document{}, errors.New("no object")
	}
	path := clean(members["path"])
	object, hasObject := members["object"]
	refusal, hasError := members["error"]
	if path == "" || hasObject == hasError {
		return "", Document{}, errors.New("needs path and one of object and error")
	}
	document := Document{Index: Int(members["index"]), Line: Int(members["line"]), Object: object}
	if hasError {
		e, ok := refusal.(map[string]any)
		if !ok {
			return "", Document{}, errors.New("error is no object")
		}
		message, _ := e["message"].(string)
		document.Error = &Error{Int(e["line"]), Int(e["column"]), message}
	}
	return path, document, nil
}

func list(value any) []any {
	elements, _ := value.([]any)
	return elements
}

func clean(path any) string {
	text, _ := path.(string)
	return strings.TrimPrefix(text, "./")
}

// Int is a JSON number as int, -1 if it is none.
func Int(value any) int {
	number, ok := value.(json.Number)
	if !ok {
		return -1
	}
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return -1
	}
	return n
}
