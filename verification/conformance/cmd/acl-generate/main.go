// Command acl-generate prints values for the acl-logging annotation, good, bad and nearly good, one JSON line each.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"netlog/conformance/internal/acl"
)

func main() {
	seed := flag.Uint64("seed", 1, "of the values")
	count := flag.Int("count", 1000, "values to print")
	flag.Parse()
	if err := run(*seed, *count); err != nil {
		fmt.Fprintln(os.Stderr, "acl-generate:", err)
		os.Exit(1)
	}
}

func run(seed uint64, count int) error {
	out := bufio.NewWriter(os.Stdout)
	encoder, generator := json.NewEncoder(out), acl.NewGenerator(seed)
	for i := range count {
		if err := encoder.Encode(acl.Input{ID: fmt.Sprintf("value-%d-%06d", seed, i), Value: generator.Next()}); err != nil {
			return err
		}
	}
	return out.Flush()
}
