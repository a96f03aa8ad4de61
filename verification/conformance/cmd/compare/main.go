// Command compare holds `netlog show` against kubectl's own decoder, document by document.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"netlog/conformance/internal/files"
	"netlog/conformance/internal/kubectl"
	"netlog/conformance/internal/netlog"
)

const shown = 20

type counts struct {
	files, documents, objects, empty, errors, undetermined, meant, differences int
}

func main() {
	command := flag.String("netlog", "./netlog", "the program to judge")
	meantFile := flag.String("meant", "", "list of meant differences")
	limit := flag.Int("show", shown, "how many differences to print")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: compare [-netlog COMMAND] [-meant FILE] FOLDER…")
		os.Exit(2)
	}
	meant, err := readMeant(*meantFile)
	exitOn(err)
	failed := 0
	for _, folder := range flag.Args() {
		differences, total, err := compareFolder(*command, folder, meant)
		exitOn(err)
		for i, d := range differences {
			if i == *limit {
				fmt.Printf("… and %d more\n", len(differences)-i)
				break
			}
			fmt.Println(d)
		}
		failed += total.differences
		fmt.Printf("%s: %d files, %d documents, %d objects, %d empty, %d errors, %d undetermined in Go, %d meant differences, %d differences\n",
			filepath.Base(folder), total.files, total.documents, total.objects, total.empty, total.errors, total.undetermined, total.meant, total.differences)
		if total.files == 0 {
			exitOn(fmt.Errorf("%s: no manifests", folder))
		}
	}
	for _, entry := range meant {
		if entry.hits == 0 {
			fmt.Printf("warning: meant difference %s matched nothing: %s\n", entry.Matches, entry.Reason)
		}
	}
	if failed > 0 {
		os.Exit(1)
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func compareFolder(command, folder string, meant []*meantDifference) ([]difference, counts, error) {
	var total counts
	paths, err := files.Manifests(folder)
	if err != nil {
		return nil, total, err
	}
	report, err := netlog.Show(command, folder)
	if err != nil {
		return nil, total, err
	}
	left := []difference{}
	for _, path := range paths {
		data, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, total, err
		}
		want := kubectl.Decode(bytes.NewReader(data))
		total.count(want)
		found := compareFile(path, data, want, report)
		if len(found) > 0 && undetermined(path, data, report) {
			total.undetermined++
			found = nil
		}
		for _, d := range found {
			if isMeant(meant, d, data) {
				total.meant++
			} else {
				total.differences++
				left = append(left, d)
			}
		}
		delete(report.Documents, path)
	}
	for path := range report.Documents {
		total.differences++
		left = append(left, difference{path: path, want: "no such manifest", got: "documents"})
	}
	return left, total, nil
}

// undetermined asks Go again: where two keys become one text, the order of a Go map decides which value stays.
func undetermined(path string, data []byte, report *netlog.Report) bool {
	for range 20 {
		if len(compareFile(path, data, kubectl.Decode(bytes.NewReader(data)), report)) == 0 {
			return true
		}
	}
	return false
}

func (c *counts) count(documents []kubectl.Document) {
	c.files++
	c.documents += len(documents)
	for _, d := range documents {
		switch {
		case d.Err != nil:
			c.errors++
		case d.Object == nil:
			c.empty++
		default:
			c.objects++
		}
	}
}
