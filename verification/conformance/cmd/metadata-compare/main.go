// Command metadata-compare holds what `netlog lint` says of metadata against the decoder and the validation of API servers.
// With -verdicts it only prints what these say, one line an object.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"netlog/conformance/internal/metadata"
)

// What a finding of one of these rules says is that the object is refused for its metadata.
var rules = map[string]bool{"metadata-refused": true, "annotation-not-a-string": true}

func main() {
	command := flag.String("netlog", "./netlog", "the program to judge")
	seed := flag.Uint64("seed", 1, "decides what is tried")
	count := flag.Int("count", 5000, "how many objects")
	limit := flag.Int("show", 20, "how many differences to print")
	verdicts := flag.Bool("verdicts", false, "print what API servers say, and compare nothing")
	flag.Parse()
	if *verdicts {
		print(metadata.Generate(*seed, *count))
		return
	}
	program, err := filepath.Abs(*command)
	exitOn(err)
	folder, err := os.MkdirTemp("", "metadata-compare-")
	exitOn(err)
	inputs := metadata.Generate(*seed, *count)
	for i, input := range inputs {
		text, err := json.Marshal(input.Object)
		exitOn(err)
		exitOn(os.WriteFile(filepath.Join(folder, metadata.Name(i)), text, 0o600))
	}
	said, err := lint(program, folder)
	exitOn(os.RemoveAll(folder))
	exitOn(err)
	differences, refused := 0, 0
	for i, input := range inputs {
		refusal, finding := metadata.Refusal(input), said[metadata.Name(i)]
		if refusal != nil {
			refused++
		}
		if (refusal != nil) == (finding != "") {
			continue
		}
		differences++
		if differences <= *limit {
			text, _ := json.Marshal(input.Object)
			fmt.Printf("%.600s\n    API server %v\n    netlog     %s\n", text, refusal, finding)
		}
	}
	fmt.Printf("%d objects, %d of them refused, %d differences\n", len(inputs), refused, differences)
	if differences > 0 || refused == 0 || refused == len(inputs) {
		os.Exit(1)
	}
}

// print gives a line for each object: taken or refused, and the object.
func print(inputs []metadata.Input) {
	for _, input := range inputs {
		verdict := "taken"
		if metadata.Refusal(input) != nil {
			verdict = "refused"
		}
		text, err := json.Marshal(input.Object)
		exitOn(err)
		fmt.Printf("%s %s\n", verdict, text)
	}
}

// lint gives the first message for each file of the folder.
func lint(program, folder string) (map[string]string, error) {
	run := exec.Command(program, "lint", "--format", "json", ".")
	run.Dir = folder
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	err := run.Run()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return nil, fmt.Errorf("%s lint: %w: %s", program, err, said.String())
	}
	var report struct {
		Findings []struct{ Rule, Path, Message string }
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		return nil, fmt.Errorf("%s lint: report: %w", program, err)
	}
	messages := map[string]string{}
	for _, finding := range report.Findings {
		if rules[finding.Rule] && messages[finding.Path] == "" {
			messages[finding.Path] = finding.Message
		}
	}
	return messages, nil
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "metadata-compare:", err)
		os.Exit(1)
	}
}
