package acl

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Generator makes the same values from the same seed.
type Generator struct {
	random *rand.Rand
}

// NewGenerator starts a sequence of values.
func NewGenerator(seed uint64) *Generator {
	return &Generator{rand.New(rand.NewPCG(seed, ^seed))}
}

var (
	severities     = []string{"alert", "warning", "notice", "info", "debug", ""}
	nearSeverities = []string{"Alert", "ALERT", "alert ", " alert", "alert\\n", "alert\\u0000", "alerts", "aler", "warn", "err", "error", "crit", "critical", "emerg", "inof", "information", "dbg", "trace", "off", "none", "on", "true", "null", "notıce",
		"\\u0061lert", "\\u0061\\u006cert", "al\\u0065rt", "info\\t", "ınfo", "İnfo", "info\u200b", "\ufeffinfo", "info\u00a0", "debug\x7f", "{}", "local0", "6", "\\/", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\ud83dx", "\\uD83D\\uD83D\\uDE00", "in\xfffo", "\xed\xa0\x80", "\ufffd"}
	keys    = []string{"allow", "deny", "pass"}
	oddKeys = []string{"Allow", "ALLOW", "aLLow", "Deny", "DENY", "denY", "Pass", "PASS", "paſs", "pasſ", "pa\\u017fs", "PAſſ", "paſſ", "\\u0070ass", "\\u0064eny", "d\\u0045ny", "\\u0041llow", "alow", "allows", "drop", "deny ", " deny", "den", "denyy", "", "name", "severity",
		"deny\\u0000", "deny\u200b", "\ufeffdeny", "dény", "dеny", "allow\u212a", "\u212a", "ALLOW\u0130", "p\u00e4ss", "ſ", "pa\\u00dfs", "paß", "\\ud83d", "deny\xff", "ａｌｌｏｗ", "allow\\n", "de\\ny", "k8s.ovn.org/acl-logging", "$ref", "__proto__"}
	blanks        = []string{"", "", "", " ", "\n", "\t", "\r", "\r\n", "  \n "}
	foreignBlanks = []string{"\x00", "\x0b", "\x0c", "\x1f", "\x7f", "\u0085", "\u00a0", "\ufeff", "\u2028", "\u2029", "\u200b", "\u3000", "\xff", "\x1a"}
	numbers       = []string{"0", "-0", "1", "-1", "1.5", "1e3", "1E+3", "1e999", "-1e-999", "1e", "1.", ".5", "+1", "01", "-", "-01", "0x1F", "1_000", "NaN", "Infinity", "-Infinity", "99999999999999999999999999999999", "1.0e+05", "0e0", "00", "1e+", "--1", "1e1.5"}
	escapes       = []string{`\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u0041`, `\u00e9`, `\u2028`, `\uD83D\uDE00`, `\ud83d`, `\udc00`, `\u0000`, `\'`, `\x41`, `\a`, `\0`, `\u12`, `\u12g4`, `\U0001F600`, `\`, "\\\n", "\x00", "\x01", "\n", "\t", "\x1f", "\x7f", "\u0080", "\xff", "\xc3\xa9", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "é", "日本", "😀"}
	wholes        = []string{"", "{}", " {}", "{} ", "{}\n", "\ufeff{}", "{}{}", "{},", "[]", "null", "null ", " null\n", "nul", "NULL", "true", "false", "0", "\"\"", "\"alert\"", "alert", " ", "\n", "\t", "\r\n", "\x00", "[{}]", "[{\"deny\":\"alert\"}]", "{", "}", "{\"", "{\"deny", "{\"deny\"", "{\"deny\":", "{\"deny\":\"", "{\"deny\":\"alert", "{\"deny\":\"alert\"", "{'deny':'alert'}", "{deny:alert}", "{deny:\"alert\"}", "deny: alert", "{\"deny\":\"alert\",}", "{,}", "{\"deny\"}", "{\"deny\" \"alert\"}", "{\"deny\"=\"alert\"}", "{\"deny\":\"alert\";\"allow\":\"info\"}", "{\"deny\":\"alert\"\"allow\":\"info\"}", "{\"deny\":\"alert\" \"allow\":\"info\"}", "{\"deny\":\"alert\",,\"allow\":\"info\"}", "{\"deny\":\"alert\"}#", "{\"deny\":\"alert\"}//", "{\"deny\":\"alert\"}/**/", "/**/{\"deny\":\"alert\"}", "// c\n{}", "{\"deny\":\"alert\"}\x00", "{\"deny\":\"alert\"}}", "{\"deny\":\"alert\"}]", "{\"deny\":\"alert\"},", "{\"deny\":\"alert\"} x", "{\"deny\":\"alert\"}\n{\"deny\":\"info\"}", "{\"deny\":\"alert\"}null", "{1:\"alert\"}", "{null:1}", "{\"deny\":alert}", "{\"deny\":'alert'}", "{\"deny\":\"alert\"\\n}", "{{\"deny\":\"alert\"}}", "{\"deny\":{\"deny\":\"alert\"}}", "{\"deny\":[\"alert\"]}", "{\"deny\":[]}", "{\"deny\":{}}", "{\"deny\":true}", "{\"deny\":false}", "{\"deny\":nul}", "{\"deny\":nulll}", "{\"deny\":tru}", "{\"deny\":NULL}", "{\"x\":nul}"}
)

// Next makes one value.
func (g *Generator) Next() []byte {
	switch n := g.random.IntN(100); {
	case n < 8:
		return []byte(g.pick(wholes))
	case n < 12:
		return []byte(g.depth())
	case n < 15:
		return []byte(g.junk())
	case n < 60:
		return []byte(g.object(0))
	case n < 70:
		return []byte(g.around(g.object(0)))
	default:
		return g.damage([]byte(g.object(0)))
	}
}

func (g *Generator) pick(values []string) string {
	return values[g.random.IntN(len(values))]
}

func (g *Generator) blank() string {
	if g.random.IntN(200) == 0 {
		return g.pick(foreignBlanks)
	}
	return g.pick(blanks)
}

func (g *Generator) object(level int) string {
	members := []string{}
	for range g.random.IntN(5) {
		members = append(members, g.blank()+`"`+g.key()+`"`+g.blank()+":"+g.blank()+g.value(level)+g.blank())
	}
	return "{" + strings.Join(members, ",") + g.blank() + "}"
}

func (g *Generator) key() string {
	if g.random.IntN(10) < 7 {
		return g.pick(keys)
	}
	return g.pick(oddKeys)
}

func (g *Generator) value(level int) string {
	switch n := g.random.IntN(40); {
	case n < 26:
		return `"` + g.pick(severities) + `"`
	case n < 31:
		return `"` + g.pick(nearSeverities) + `"`
	case n < 33:
		return "null"
	case n < 34:
		return g.pick([]string{"true", "false"})
	case n < 36:
		return g.pick(numbers)
	case n < 37:
		return `"` + g.pick(escapes) + g.pick(escapes) + `"`
	case level > 3:
		return `""`
	case n < 38:
		return "[" + g.value(level+1) + "," + g.value(level+1) + "]"
	default:
		return g.object(level + 1)
	}
}

// around puts something before or behind a good object.
func (g *Generator) around(object string) string {
	extra := g.pick([]string{g.pick(foreignBlanks), g.pick(wholes), g.pick(escapes), g.pick(numbers), g.pick(blanks)})
	if g.random.IntN(2) == 0 {
		return extra + object
	}
	return object + extra
}

// depth nests around Go's limit of 10000, below a key that is read or one that is not.
func (g *Generator) depth() string {
	levels := []int{2, 100, 998, 1000, 1001, 9998, 9999, 10000, 10001, 20000}[g.random.IntN(10)]
	open, end := "[", "]"
	if g.random.IntN(2) == 0 {
		open, end = `{"a":`, "}"
	}
	core := g.pick([]string{"1", `""`, "null", "{}", "[]"})
	nested := strings.Repeat(open, levels) + core + strings.Repeat(end, levels)
	switch g.random.IntN(4) {
	case 0:
		return nested
	case 1:
		return fmt.Sprintf(`{"deny":"alert","x":%s}`, nested)
	case 2:
		return fmt.Sprintf(`{"deny":"alert","pass":%s}`, nested)
	default:
		return fmt.Sprintf(`{"x":%s,"deny":"alert"}`, nested[:g.random.IntN(len(nested)+1)])
	}
}

// junk is anything at all, and long numbers, keys and texts.
func (g *Generator) junk() string {
	length := []int{10, 1000, 1001, 5000, 50001}[g.random.IntN(5)]
	switch g.random.IntN(5) {
	case 0:
		return fmt.Sprintf(`{"x":%s,"deny":"alert"}`, strings.Repeat("9", length))
	case 1:
		return fmt.Sprintf(`{"x":1e%s,"deny":"alert"}`, strings.Repeat("9", length))
	case 2:
		return fmt.Sprintf(`{"%s":1,"deny":"alert"}`, strings.Repeat("k", length))
	case 3:
		return fmt.Sprintf(`{"deny":"%s"}`, strings.Repeat("v", length))
	default:
		out := make([]byte, g.random.IntN(12))
		for i := range out {
			out[i] = byte(g.random.IntN(256))
		}
		return string(out)
	}
}

// damage changes a few bytes of a good object.
func (g *Generator) damage(value []byte) []byte {
	for range 1 + g.random.IntN(2) {
		at := g.random.IntN(len(value) + 1)
		switch g.random.IntN(6) {
		case 0:
			value = slices.Insert(value, at, []byte(g.pick(escapes))...)
		case 1:
			value = slices.Insert(value, at, []byte(g.pick(foreignBlanks))...)
		case 2:
			value = slices.Insert(value, at, []byte(g.pick([]string{",", ":", "\"", "{", "}", "[", "]", "'", "\\", " ", "null", "0", "-"}))...)
		case 3:
			value = slices.Delete(value, min(at, max(0, len(value)-1)), min(len(value), at+1))
		case 4:
			value = value[:at]
		default:
			if at < len(value) {
				value[at] ^= 1 << g.random.IntN(8)
			}
		}
	}
	return value
}
