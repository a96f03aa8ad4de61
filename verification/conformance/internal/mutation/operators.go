package mutation

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// fragments are inserted anywhere.
var fragments = []string{
	"\t", " \t", "\t ", "\ufeff", "\u0085", "\u2028", "\u2029", "\u00a0", "\x00", "\x07", "\x1b", "\x7f", "\u0080", "\xff", "\xc3", "\xed\xa0\x80", "\r", "\n", "\r\n", "\n\n", "\n---\n", "\n...\n", " #", "#", " # c\n", ": ", ":", ", ", ",", "- ", "? ", "[", "]", "{", "}", "|", ">", "|-\n", "&a ", "*a ", "*a", "!", "!! ", "!!str ", "!!int ", "!x ", "'", "\"", "\\", "\\/", "\\u00e9", "<<: ", "%", "@", "`", "~", "é", "😀", "=", "_", "0", "..", "--",
}

// fragmentLines are inserted as lines.
var fragmentLines = []string{
	"", "\t", " \t", "  ", "# comment", "\t# comment", "      # comment", "---", "--- ", "---\t", "--- # c", "---#c", "---x", "--- |", "--- {a: 1}", "----", "...", "... # c", "...x", "%YAML 1.1", "\ufeff", "\ufeff---", "---\n\ufeff# c", "<<: {a: 1, kind: x}", "<<: *m", "<<: [*m, {a: 1}]", "m: &m {a: 1, name: x}", "x: &m", "a: *m", "? x", ": y", "- x", "-", "kind: Again", "  name: again", "a", "}", "]", "{\"a\": 1}", "{}", "{}{}", "null", "~", "a: |", "a: >-", "a: \"", "a: '", "\ta: 1", "a:\tb", "a:", "? |\n  x\n: y", "\"a\": 'b'", "!!set {a, b}", "\x00", "\xff",
}

var (
	valueLine = regexp.MustCompile(`(?m)^([ \t]*(?:- )*[^\s:#][^:\n]*:[ \t]+|[ \t]*- )(\S[^\n]*)$`)
	keyLine   = regexp.MustCompile(`(?m)^([ \t]*(?:- )*)([^\s:#-][^:\n]*):`)
	blankRun  = regexp.MustCompile(`[ \t]+`)
)

func (m *Mutator) replaceAt(data []byte, start, end int, text string) []byte {
	return slices.Concat(data[:start], []byte(text), data[end:])
}

// replaceValue makes a mutation that puts one of the values in the place of a value of the document.
func replaceValue(values []string) func(*Mutator, []byte) []byte {
	return func(m *Mutator, data []byte) []byte {
		found := valueLine.FindAllSubmatchIndex(data, -1)
		if len(found) == 0 {
			return m.replaceAt(data, len(data), len(data), "z: "+m.pick(values)+"\n")
		}
		hit := found[m.random.IntN(len(found))]
		indent := strings.Repeat(" ", hit[2+1]-hit[2]-len(bytes.TrimLeft(data[hit[2]:hit[3]], " ")))
		return m.replaceAt(data, hit[4], hit[5], strings.ReplaceAll(m.pick(values), "\n", "\n"+indent))
	}
}

func (m *Mutator) replaceKey(data []byte) []byte {
	found := keyLine.FindAllSubmatchIndex(data, -1)
	if len(found) == 0 {
		return append([]byte(m.pick(scalars)+": 1\n"), data...)
	}
	hit := found[m.random.IntN(len(found))]
	list := [][]string{scalars, scalars, tagged, quoted, flows}[m.random.IntN(5)]
	return m.replaceAt(data, hit[4], hit[5], m.pick(list)+m.pick([]string{"", "", " ", "\t"}))
}

func (m *Mutator) insert(data []byte) []byte {
	at := m.at(data)
	return m.replaceAt(data, at, at, m.pick(fragments))
}

func (m *Mutator) lines(data []byte) [][]byte {
	return bytes.SplitAfter(data, []byte("\n"))
}

func (m *Mutator) insertLine(data []byte) []byte {
	lines := m.lines(data)
	at := m.random.IntN(len(lines))
	indent := ""
	if m.random.IntN(2) == 0 {
		indent = string(lines[at][:len(lines[at])-len(bytes.TrimLeft(lines[at], " "))])
	}
	return bytes.Join(slices.Insert(lines, at, []byte(indent+m.pick(fragmentLines)+"\n")), nil)
}

func (m *Mutator) dropLine(data []byte) []byte {
	lines := m.lines(data)
	at := m.random.IntN(len(lines))
	return bytes.Join(slices.Delete(lines, at, at+1), nil)
}

func (m *Mutator) repeatLine(data []byte) []byte {
	lines := m.lines(data)
	line := lines[m.random.IntN(len(lines))]
	return bytes.Join(slices.Insert(lines, m.random.IntN(len(lines)), line), nil)
}

func (m *Mutator) swapLines(data []byte) []byte {
	lines := m.lines(data)
	a, b := m.random.IntN(len(lines)), m.random.IntN(len(lines))
	lines[a], lines[b] = lines[b], lines[a]
	return bytes.Join(lines, nil)
}

func (m *Mutator) indent(data []byte) []byte {
	lines := m.lines(data)
	at := m.random.IntN(len(lines))
	switch line := lines[at]; m.random.IntN(4) {
	case 0:
		lines[at] = append([]byte(" "), line...)
	case 1:
		lines[at] = append([]byte("\t"), line...)
	case 2:
		lines[at] = bytes.TrimPrefix(line, []byte(" "))
	default:
		lines[at] = bytes.Replace(line, []byte("  "), []byte("\t"), 1)
	}
	return bytes.Join(lines, nil)
}

func (m *Mutator) drop(data []byte) []byte {
	start := m.at(data)
	return m.replaceAt(data, start, min(len(data), start+1+m.random.IntN(3)), "")
}

func (m *Mutator) cut(data []byte) []byte {
	if m.random.IntN(4) == 0 {
		return data[m.at(data):]
	}
	return data[:m.at(data)]
}

func (m *Mutator) flip(data []byte) []byte {
	if len(data) == 0 {
		return data
	}
	out := bytes.Clone(data)
	out[m.random.IntN(len(out))] ^= 1 << m.random.IntN(8)
	return out
}

func (m *Mutator) breaks(data []byte) []byte {
	to := m.pick([]string{"\r\n", "\r\n", "\r", "\u0085", "\u2028", "\r\r\n", "\n\n", "\n\r", " \n", "\t\n"})
	if m.random.IntN(2) == 0 {
		return bytes.ReplaceAll(data, []byte("\n"), []byte(to))
	}
	lines := m.lines(data)
	for i := range lines {
		if m.random.IntN(4) == 0 {
			lines[i] = bytes.Replace(lines[i], []byte("\n"), []byte(to), 1)
		}
	}
	return bytes.Join(lines, nil)
}

func (m *Mutator) join(data []byte) []byte {
	between := m.pick([]string{"", "\n", "---\n", "\n---\n", "--- # c\n", "...\n", "\n...\n---\n", "\ufeff", "---\n\ufeff", " "})
	return slices.Concat(data, []byte(between), m.base())
}

func (m *Mutator) blanks(data []byte) []byte {
	found := blankRun.FindAllIndex(data, -1)
	if len(found) == 0 {
		return data
	}
	hit := found[m.random.IntN(len(found))]
	return m.replaceAt(data, hit[0], hit[1], m.pick([]string{"\t", " \t", "\t ", "", "   ", "\u00a0", "\n", "\n  ", "\n\t"}))
}

// wrap puts the document below a key, into a list, into a block scalar or into a flow collection.
func (m *Mutator) wrap(data []byte) []byte {
	inner := string(data)
	switch m.random.IntN(6) {
	case 0:
		return []byte("k:\n  " + strings.ReplaceAll(inner, "\n", "\n  "))
	case 1:
		return []byte("- " + strings.ReplaceAll(inner, "\n", "\n  "))
	case 2:
		return []byte("k: |\n  " + strings.ReplaceAll(inner, "\n", "\n  "))
	case 3:
		return []byte("k: >-\n  " + strings.ReplaceAll(inner, "\n", "\n  "))
	case 4:
		return []byte("{k: [" + inner + "]}\n")
	default:
		return []byte("k: \"" + inner + "\"\n")
	}
}

func (m *Mutator) mark(data []byte) []byte {
	lines := m.lines(data)
	at := m.random.IntN(len(lines))
	if m.random.IntN(2) == 0 {
		at = 0
	}
	lines[at] = append([]byte("\ufeff"), lines[at]...)
	return bytes.Join(lines, nil)
}
