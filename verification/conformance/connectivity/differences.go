package main

import "strings"

// listed are the known differences: what has to be mended in cyclonus for it to agree, and netlog's platforms on which
// that may be. README.md of the folder above says of each who is right.
var listed = []struct {
	name  string
	mends mend
	on    string
}{
	{"not-in-absent", notInAbsent, ""},
	{"empty-absent", emptyAbsent, ""},
	{"block-outside", blockOutside, "gke"},
}

const unlisted = "unlisted"

// A judgement holds cyclonus' answers to one question, and gives each disagreement the name of its cause.
type judgement struct {
	world    World
	question Question
	judges   map[mend]judge
	answers  map[mend]Sides
}

func newJudgement(world World, question Question, judges map[mend]judge) judgement {
	return judgement{world, question, judges, map[mend]Sides{}}
}

// classify names the fewest listed differences that explain an answer; "" where there is nothing to explain.
//
// Whatever cyclonus says as it is, netlog has to agree with it once all is mended and k8s.io/apimachinery reads the
// selectors.
func (j judgement) classify(way string, said Sides) string {
	right := apimachinery
	if strings.HasPrefix(way, "gke ") {
		right |= blockOutside
	}
	if j.answer(right) != said {
		return unlisted
	}
	if j.answer(asIs) == said {
		return ""
	}
	for size := 1; size <= len(listed); size++ {
		if name := j.explain(way, said, 0, size, asIs, nil); name != "" {
			return name
		}
	}
	return unlisted
}

// explain tries so many of the listed differences, from the given one on.
func (j judgement) explain(way string, said Sides, from, size int, mends mend, names []string) string {
	if size == 0 {
		if j.answer(mends) == said {
			return strings.Join(names, " + ")
		}
		return ""
	}
	for i := from; i < len(listed); i++ {
		if !strings.HasPrefix(way, listed[i].on) {
			continue
		}
		next := append(append([]string{}, names...), listed[i].name)
		if name := j.explain(way, said, i+1, size-1, mends|listed[i].mends, next); name != "" {
			return name
		}
	}
	return ""
}

func (j judgement) answer(mends mend) Sides {
	answer, known := j.answers[mends]
	if !known {
		answer = j.judges[mends].answer(j.world, j.question)
		j.answers[mends] = answer
	}
	return answer
}
