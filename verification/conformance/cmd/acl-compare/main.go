// Command acl-compare holds the settings of `netlog show` against the reading of OVN-Kubernetes.
//
// It reads the lines of acl-generate from standard input. A value that is not valid UTF-8 cannot stand in a manifest
// and is left out.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"unicode/utf8"

	"netlog/conformance/internal/acl"
	"netlog/conformance/internal/netlog"
)

// batch is how many values share one file.
const batch = 100

func main() {
	command := flag.String("netlog", "./netlog", "the program to judge")
	limit := flag.Int("show", 20, "how many differences to print")
	keep := flag.String("keep", "", "write the manifests into this folder and leave them there")
	flag.Parse()
	values, skipped, err := read(os.Stdin)
	exitOn(err)
	folder := *keep
	if folder == "" {
		folder, err = os.MkdirTemp("", "acl-compare-")
		exitOn(err)
	}
	exitOn(write(folder, values))
	report, err := netlog.Show(*command, folder)
	if *keep == "" {
		exitOn(os.RemoveAll(folder))
	}
	exitOn(err)
	differences := compare(values, report)
	for i, d := range differences {
		if i == *limit {
			fmt.Printf("… and %d more\n", len(differences)-i)
			break
		}
		fmt.Println(d)
	}
	fmt.Printf("%d values on three kinds, %d left out for not being UTF-8, %d differences\n", len(values), skipped, len(differences))
	if len(differences) > 0 || len(values) == 0 {
		os.Exit(1)
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "acl-compare:", err)
		os.Exit(1)
	}
}

func read(in io.Reader) (values []acl.Input, skipped int, err error) {
	decoder := json.NewDecoder(bufio.NewReader(in))
	for {
		var input acl.Input
		if err := decoder.Decode(&input); err == io.EOF {
			return values, skipped, nil
		} else if err != nil {
			return nil, 0, err
		}
		if utf8.Valid(input.Value) {
			values = append(values, input)
		} else {
			skipped++
		}
	}
}

func write(folder string, values []acl.Input) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for start := 0; start < len(values); start += batch {
		for _, kind := range kinds {
			file, err := os.Create(filepath.Join(folder, path(kind, start)))
			if err != nil {
				return err
			}
			out := bufio.NewWriter(file)
			encoder := json.NewEncoder(out)
			for _, input := range values[start:min(len(values), start+batch)] {
				if err := encoder.Encode(object(kind, input)); err != nil {
					return err
				}
			}
			if err := out.Flush(); err != nil {
				return err
			}
			if err := file.Close(); err != nil {
				return err
			}
		}
	}
	return nil
}

func path(kind string, start int) string {
	return fmt.Sprintf("%s-%06d.json", kind, start)
}
