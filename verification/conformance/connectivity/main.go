// Command connectivity holds netlog's verdicts about single connections against github.com/mattfenwick/cyclonus.
//
// It reads worlds, one JSON line each, from standard input: policies, pods, and connections with netlog's answers.
// It fails on a difference that is not listed, and when it was asked less than it was told to expect.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"sort"
)

// ways in which each question has to be answered by netlog.
var ways = []string{"gke predict", "gke sets", "gke points", "ovn predict", "ovn sets", "ovn points"}

// What there must be at the least.
type least struct {
	worlds, questions, corpusPolicies int
}

type tally struct {
	least
	policies, refused int
	sides             map[string]int
	differences       map[string]int
	shown, limit      int
}

func newTally(limit int) *tally {
	return &tally{sides: map[string]int{}, differences: map[string]int{}, limit: limit}
}

func main() {
	var wanted least
	flag.IntVar(&wanted.worlds, "worlds", 1, "the least number of worlds")
	flag.IntVar(&wanted.questions, "questions", 1, "the least number of connections")
	flag.IntVar(&wanted.corpusPolicies, "corpus-policies", 0, "the least number of policies of a corpus")
	limit := flag.Int("show", 10, "how many unlisted differences to print")
	flag.Parse()
	t := newTally(*limit)
	if err := t.read(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, "connectivity:", err)
		os.Exit(1)
	}
	t.print()
	lacking := t.lacking(wanted)
	for _, complaint := range lacking {
		fmt.Println(complaint)
	}
	if t.differences[unlisted] > 0 || len(lacking) > 0 {
		os.Exit(1)
	}
}

// lacking complains of what was asked too little. Each answer has to be frequent, or a judge that always gives one of
// them would pass.
func (t *tally) lacking(wanted least) []string {
	var complaints []string
	for _, one := range []struct {
		what     string
		is, want int
	}{
		{"worlds", t.worlds, wanted.worlds},
		{"connections", t.questions, wanted.questions},
		{"policies of the corpus", t.corpusPolicies, wanted.corpusPolicies},
		{"sides allowed", t.sides["allow"], t.questions / 5},
		{"sides denied", t.sides["deny"], t.questions / 5},
		{"sides governed by nothing", t.sides["free"], t.questions / 5},
	} {
		if one.is < one.want {
			complaints = append(complaints,
				fmt.Sprintf("too few %s: %d, and there have to be %d", one.what, one.is, one.want))
		}
	}
	return complaints
}

func (t *tally) read(in io.Reader) error {
	decoder := json.NewDecoder(bufio.NewReaderSize(in, 1<<20))
	for {
		var world World
		if err := decoder.Decode(&world); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := t.judge(world); err != nil {
			return fmt.Errorf("%s: %w", world.Name, err)
		}
	}
}

func (t *tally) judge(world World) error {
	policies, err := world.policies()
	if err != nil {
		return err
	}
	t.worlds++
	t.refused += world.Refused
	t.policies += len(policies)
	if world.Corpus {
		t.corpusPolicies += len(policies)
	}
	judges := newJudges(policies)
	for _, question := range world.Questions {
		t.questions++
		j := newJudgement(world, question, judges)
		for _, way := range ways {
			said, asked := question.Answers[way]
			if !asked {
				return fmt.Errorf("a question without an answer by %q", way)
			}
			if class := j.classify(way, said); class != "" {
				t.differences[class]++
				t.show(j, way, said, class)
			}
		}
		t.sides[question.Answers[ways[0]].Egress]++
		t.sides[question.Answers[ways[0]].Ingress]++
	}
	return nil
}

func (t *tally) show(j judgement, way string, said Sides, class string) {
	if class != unlisted || t.shown == t.limit {
		return
	}
	t.shown++
	small := j.world
	small.Questions = nil
	world, _ := json.Marshal(small)
	j.question.Answers = nil
	question, _ := json.Marshal(j.question)
	fmt.Printf("%s: %s says %v; cyclonus %v, with the API's selectors %v, and blocks outside only %v\n  %s\n  in %s\n",
		j.world.Name, way, said, j.answer(asIs), j.answer(apimachinery), j.answer(apimachinery|blockOutside), question, world)
}

func (t *tally) print() {
	fmt.Printf("%d worlds with %d policies, %d of them of the corpus; %d that the API refuses are left out\n",
		t.worlds, t.policies, t.corpusPolicies, t.refused)
	fmt.Printf("%d connections, each answered in %d ways; sides: %d allow, %d deny, %d governed by nothing\n",
		t.questions, len(ways), t.sides["allow"], t.sides["deny"], t.sides["free"])
	var names []string
	for name := range t.differences {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%8d %s\n", t.differences[name], name)
	}
	for _, one := range listed {
		if t.differences[one.name] == 0 {
			fmt.Printf("         %s did not turn up\n", one.name)
		}
	}
}
