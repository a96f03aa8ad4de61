package mutation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
)

// maxBase is the longest corpus file that is mutated; longer ones cost time and teach nothing more.
const maxBase = 6000

// A Mutator makes the same files from the same seed and the same corpus.
type Mutator struct {
	random *rand.Rand
	corpus [][]byte
	made   [][]byte
}

// NewMutator takes the texts that mutations start from, in a fixed order.
func NewMutator(seed uint64, corpus [][]byte) *Mutator {
	m := &Mutator{random: rand.New(rand.NewPCG(seed, seed))}
	for _, text := range corpus {
		if len(text) <= maxBase {
			m.corpus = append(m.corpus, text)
		}
	}
	for _, file := range append(Table(), Seeds()...) {
		if len(file.Data) <= maxBase {
			m.made = append(m.made, file.Data)
		}
	}
	return m
}

// Next makes one file: a base with one to three mutations.
func (m *Mutator) Next(number int) File {
	data := bytes.Clone(m.base())
	last := ""
	for range 1 + m.random.IntN(3) {
		mutation := mutations[m.random.IntN(len(mutations))]
		data, last = mutation.apply(m, data), mutation.name
	}
	return File{fmt.Sprintf("mutated-%06d-%s.yaml", number, last), data}
}

// base takes a corpus file or a hand-made one with equal chance.
func (m *Mutator) base() []byte {
	if len(m.corpus) > 0 && m.random.IntN(2) == 0 {
		return m.corpus[m.random.IntN(len(m.corpus))]
	}
	return m.made[m.random.IntN(len(m.made))]
}

func (m *Mutator) pick(values []string) string {
	return values[m.random.IntN(len(values))]
}

func (m *Mutator) at(data []byte) int {
	return m.random.IntN(len(data) + 1)
}

var mutations = []struct {
	name  string
	apply func(*Mutator, []byte) []byte
}{
	{"scalar", replaceValue(scalars)},
	{"tagged", replaceValue(tagged)},
	{"quoted", replaceValue(quoted)},
	{"flow", replaceValue(flows)},
	{"block", replaceValue(blocks)},
	{"key", (*Mutator).replaceKey},
	{"insert", (*Mutator).insert},
	{"line", (*Mutator).insertLine},
	{"drop-line", (*Mutator).dropLine},
	{"repeat-line", (*Mutator).repeatLine},
	{"swap-lines", (*Mutator).swapLines},
	{"indent", (*Mutator).indent},
	{"drop", (*Mutator).drop},
	{"cut", (*Mutator).cut},
	{"flip", (*Mutator).flip},
	{"breaks", (*Mutator).breaks},
	{"join", (*Mutator).join},
	{"blanks", (*Mutator).blanks},
	{"wrap", (*Mutator).wrap},
	{"mark", (*Mutator).mark},
}
