// Command mutate writes manifests that readers of YAML disagree about.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"netlog/conformance/internal/files"
	"netlog/conformance/internal/mutation"
)

func main() {
	seed := flag.Uint64("seed", 1, "of the random mutations")
	count := flag.Int("count", 1000, "random mutations to write")
	corpus := flag.String("corpus", "", "folder of manifests to start from, besides the hand-made ones")
	table := flag.Bool("table", false, "write the files of the specification's table")
	seeds := flag.Bool("seeds", false, "write the other hand-made files")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: mutate [-table] [-seeds] [-seed N] [-count N] [-corpus FOLDER] TARGET")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *corpus, *seed, *count, *table, *seeds); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(target, corpus string, seed uint64, count int, table, seeds bool) error {
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	made := []mutation.File{}
	if table {
		made = append(made, mutation.Table()...)
	}
	if seeds {
		made = append(made, mutation.Seeds()...)
	}
	texts, err := read(corpus)
	if err != nil {
		return err
	}
	mutator := mutation.NewMutator(seed, texts)
	for i := range count {
		made = append(made, mutator.Next(i))
	}
	for _, file := range made {
		if err := os.WriteFile(filepath.Join(target, file.Name), file.Data, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d files\n", len(made))
	return nil
}

func read(corpus string) ([][]byte, error) {
	if corpus == "" {
		return nil, nil
	}
	paths, err := files.Manifests(corpus)
	if err != nil {
		return nil, err
	}
	texts := [][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(filepath.Join(corpus, path))
		if err != nil {
			return nil, err
		}
		texts = append(texts, data)
	}
	return texts, nil
}
