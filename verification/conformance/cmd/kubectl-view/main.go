// Command kubectl-view prints what kubectl makes of manifests, one JSON line a file.
//
// With a folder as argument it reads the manifests below it, without one the paths on standard input.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"netlog/conformance/internal/files"
	"netlog/conformance/internal/kubectl"
)

type view struct {
	Path      string `json:"path"`
	Documents []any  `json:"documents"`
}

func main() {
	asFile := flag.Bool("as-file", false, "transcode first, as kubectl -f does: UTF-16 by its mark, invalid UTF-8 to U+FFFD")
	flag.Parse()
	if err := run(flag.Args(), *asFile); err != nil {
		fmt.Fprintln(os.Stderr, "kubectl-view:", err)
		os.Exit(1)
	}
}

func run(folders []string, asFile bool) error {
	out := bufio.NewWriter(os.Stdout)
	if len(folders) == 0 {
		lines := bufio.NewScanner(os.Stdin)
		for lines.Scan() {
			if err := print(out, lines.Text(), lines.Text(), asFile); err != nil {
				return err
			}
		}
		if err := lines.Err(); err != nil {
			return err
		}
	}
	for _, folder := range folders {
		paths, err := files.Manifests(folder)
		if err != nil {
			return err
		}
		for _, path := range paths {
			if err := print(out, filepath.Join(folder, path), path, asFile); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

func print(out *bufio.Writer, file, name string, asFile bool) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	decode := kubectl.Decode
	if asFile {
		decode = kubectl.DecodeFile
	}
	line := view{Path: name, Documents: []any{}}
	for _, document := range decode(bytes.NewReader(data)) {
		switch {
		case document.Err != nil:
			line.Documents = append(line.Documents, map[string]string{"error": document.Err.Error()})
		case document.Object == nil:
			line.Documents = append(line.Documents, nil)
		default:
			line.Documents = append(line.Documents, map[string]any{"object": document.Object})
		}
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(line)
}
