// Command acl-oracle reads values of the acl-logging annotation as OVN-Kubernetes does, one JSON line each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"netlog/conformance/internal/acl"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "acl-oracle:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, to io.Writer) error {
	out := bufio.NewWriter(to)
	decoder, encoder := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(out)
	for {
		var input acl.Input
		if err := decoder.Decode(&input); err == io.EOF {
			return out.Flush()
		} else if err != nil {
			return err
		}
		if err := encoder.Encode(acl.Output{ID: input.ID, Reading: acl.Read(input.Value)}); err != nil {
			return err
		}
	}
}
