// Package mutation makes manifests that readers of YAML disagree about.
package mutation

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A File is one made manifest.
type File struct {
	Name string
	Data []byte
}

const namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments\n"

// Table holds one or more files for every row of the table of readings in the specification.
func Table() []File {
	files := []File{}
	row := func(number int, name, text string) {
		files = append(files, File{fmt.Sprintf("table-%02d-%s.yaml", number, name), []byte(text)})
	}
	row(1, "y-n-values", "a: y\nb: Y\nc: n\nd: N\ne: [y, Y, n, N]\nf: yes\ng: on\nh: off\n")
	row(1, "y-n-keys", "on: push\ny: 1\nn: 2\nyes: 3\n")
	row(2, "numbers", "a: 1:30\nb: 08\nc: 0o10\nd: ._1\ne: 010\nf: 1_000\n")
	row(3, "date", "a: 2024-01-01\nb: 2024-01-01T10:00:00Z\n2024-01-02: key\n")
	row(4, "duplicate-keys", namespace+"  name: second\nkind: Pod\n")
	row(4, "duplicate-nested", "a: {b: 1, c: 2}\na: {d: 3}\n")
	row(5, "merge-after-own-key", "x: &x {a: 1, b: 2}\ny:\n  a: own\n  <<: *x\n")
	row(5, "merge-before-own-key", "x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  a: own\n")
	row(5, "two-merges", "x: &x {a: 1, b: 2}\ny: &y {a: 3, c: 4}\nz:\n  <<: *x\n  <<: *y\n")
	row(6, "merge-list", "x: &x {a: 1, b: 2}\ny: &y {a: 3, c: 4}\nz:\n  <<: [*x, *y]\n")
	row(6, "merge-alias-of-list", "x: &x {a: 1}\nl: &l [*x]\nz:\n  <<: *l\n")
	row(6, "merge-inline", "z:\n  a: 1\n  <<: {a: 2, b: 3}\n")
	row(6, "merge-scalar", "z:\n  <<: text\n")
	row(7, "null-key", "~: 1\n")
	row(7, "empty-key", ": 1\n")
	row(7, "list-key", "? [a, b]\n: 1\n")
	row(7, "map-key", "? {a: b}\n: 1\n")
	row(7, "template-key", "{{ x }}: 1\n")
	row(7, "template-value", "a: {{ x }}\n")
	row(8, "tab-after-colon", "a:\tb\nc: \td\n")
	row(8, "tab-after-bar", "a: |\t\n  b\n")
	row(8, "tab-after-dash", "-\ta\n- \tb\n")
	row(8, "tab-in-flow", "a: {b:\t1, \tc: 2}\nd: [1,\t2\t]\n")
	row(8, "tab-in-flow-lines", "a: {\n \tb: 1,\n\t c: 2\n}\n")
	row(8, "tab-before-comment", "a: b\t# c\n")
	row(9, "tab-indent", "a:\n\tb: 1\n")
	row(9, "tab-blank-line", "a: 1\n\t\nb: 2\n")
	row(9, "tab-blank-line-in-map", "a:\n  b: 1\n \t\n  c: 2\n")
	row(10, "bom-start", "\ufeff"+namespace)
	row(10, "bom-later", namespace+"---\n\ufeff"+namespace)
	row(10, "bom-before-separator", "a: 1\n\ufeff---\nb: 2\n")
	row(10, "bom-then-separator", "\ufeff---\na: 1\n---\nb: 2\n")
	row(10, "bom-json", "\ufeff{\"a\": 1}\n")
	row(10, "bom-inside", "a: 1\n\ufeffb: 2\n")
	for name, order := range map[string]binary.ByteOrder{"le": binary.LittleEndian, "be": binary.BigEndian} {
		row(11, "utf-16"+name, utf16Text(order, "\ufeff"+namespace))
		row(11, "utf-16"+name+"-two", utf16Text(order, "\ufeff"+namespace+"---\n"+namespace))
		row(11, "utf-16"+name+"-no-mark", utf16Text(order, namespace))
	}
	row(12, "cr-only", "a: 1\r---\rb: 2\r")
	row(12, "cr-before-separator", "a: 1\r---\nb: 2\n")
	row(13, "separator-comment", "a: 1\n--- # c\nb: 2\n")
	row(13, "separator-blanks", "a: 1\n---   \nb: 2\n")
	row(13, "separator-tab", "a: 1\n---\t\nb: 2\n")
	row(13, "separator-close-comment", "a: 1\n---# c\nb: 2\n")
	row(13, "separator-tab-first", "---\t\nb: 2\n")
	row(13, "separator-crlf", "a: 1\r\n---\r\nb: 2\r\n")
	row(13, "separator-nbsp", "a: 1\n---\u00a0\nb: 2\n")
	row(14, "separator-flow", "a: 1\n--- {a: 1}\n")
	row(14, "separator-text", "a: 1\n---x\n")
	row(14, "four-dashes", "a: 1\n----\nb: 2\n")
	row(14, "separator-bar", "a: 1\n--- |\n  text\n")
	row(14, "first-separator-flow", "--- {a: 1}\n")
	row(15, "end-then-content", "a: 1\n...\nb: 2\n")
	row(15, "end-then-broken", "a: 1\n...\n]: {\n")
	row(15, "end-then-separator", "a: 1\n...\n---\nb: 2\n")
	row(15, "end-first", "...\na: 1\n")
	row(16, "yaml-directive", "%YAML 1.1\n---\na: 1\n")
	row(16, "tag-directive", "%TAG ! tag:example.com,2000:\n---\na: !x 1\n")
	row(16, "yaml-directive-alone", "%YAML 1.1\n")
	row(17, "separator-in-quotes", "a: \"x\n---\ny\"\n")
	row(17, "separator-in-block", "a: |\n  x\n---\n  y\n")
	row(18, "comments", "# only\n# comments\n")
	row(18, "empty", "")
	row(18, "blank", "\n\n")
	row(18, "null", "null\n")
	row(18, "empty-documents", "---\n---\n# c\n---\nnull\n---\n~\n---\n")
	row(19, "json-stream", "{\"a\":1}{\"b\":2}\n")
	row(19, "json-then-separator", "{\"a\":1}\n---\n{\"b\":2}\n---\nc: 3\n")
	row(19, "json-stream-then-separator", "{\"a\":1}{\"b\":2}\n---\n{\"c\":3}\n")
	row(20, "escaped-slash", "a: \"x\\/y\"\n")
	row(20, "surrogate-pair", "a: \"\\uD83D\\uDE00\"\n")
	row(20, "long-escape", "a: \"\\U0001F600\"\n")
	for _, c := range []struct{ name, text string }{{"nul", "\x00"}, {"bell", "\x07"}, {"escape", "\x1b"}, {"del", "\x7f"}, {"c1", "\u0080"}, {"nel", "\u0085"}, {"fffe", "\ufffe"},
		{"invalid", "\xff"}, {"cut", "\xe2\x82"}, {"surrogate", "\xed\xa0\x80"}, {"overlong", "\xc0\xaf"}, {"too-high", "\xf4\x90\x80\x80"}} {
		row(21, "plain-"+c.name, "a: x"+c.text+"y\n")
		row(21, "quoted-"+c.name, "a: \"x"+c.text+"y\"\n")
		row(21, "comment-"+c.name, "a: 1 # x"+c.text+"y\n")
	}
	row(22, "depth-60", strings.Repeat("[", 60)+strings.Repeat("]", 60)+"\n")
	row(22, "three-mebibytes", "a: |\n"+strings.Repeat("  "+strings.Repeat("x", 70)+"\n", 44000))
	row(22, "hundred-aliases", "x: &x {a: 1}\nl:\n"+strings.Repeat("- *x\n", 100))
	row(22, "alias-bomb", bomb(9, 9))
	row(22, "alias-small-bomb", bomb(3, 9))
	row(23, "recursive-list", "a: &a [*a]\n")
	row(23, "recursive-map", "a: &a\n  b: *a\n")
	row(23, "recursive-merge", "a: &a\n  <<: *a\n")
	row(24, "unknown-tag", "a: !custom 1\nb: !custom {c: 1}\nd: !!python/object:x.Y {e: 1}\nf: !!python/name:x ''\n")
	for _, value := range []string{"true", "{\"deny\": \"alert\"}", "1", "y", "null", "1.5", "[a]", "2024-01-01", "\"{}\"", "'{\"deny\": \"alert\"}'"} {
		name := fmt.Sprintf("annotation-%02d", len(files))
		row(25, name, namespace+"  annotations:\n    k8s.ovn.org/acl-logging: "+value+"\n    other: text\n")
	}
	return sorted(files)
}

func utf16Text(order binary.ByteOrder, text string) string {
	var out bytes.Buffer
	// Writing to a buffer does not fail.
	_ = binary.Write(&out, order, utf16.Encode([]rune(text)))
	return out.String()
}

// bomb is a document whose aliases multiply at each level.
func bomb(levels, width int) string {
	text := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < levels; i++ {
		text += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), width), ", "))
	}
	return text
}
