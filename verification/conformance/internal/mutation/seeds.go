package mutation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// contexts put one scalar into a document; %s is the place.
var contexts = []struct{ name, format string }{
	{"value", "a: %s\nb: 1\n"},
	{"key", "%s: 1\n"},
	{"item", "- %s\n- b\n"},
	{"flow", "a: [%s, b]\n"},
	{"flow-key", "{%s: 1, b: 2}\n"},
	{"root", "%s\n"},
}

// Seeds are the hand-made documents, each list in each context that suits it.
func Seeds() []File {
	files := []File{}
	add := func(name, text string) { files = append(files, File{"seed-" + name + ".yaml", []byte(text)}) }
	spread := func(list string, values []string, used int) {
		for _, c := range contexts[:used] {
			for i, value := range values {
				add(fmt.Sprintf("%s-%s-%03d", list, c.name, i), strings.Replace(c.format, "%s", value, 1))
			}
		}
	}
	spread("scalar", scalars, 6)
	spread("tagged", tagged, 6)
	spread("quoted", quoted, 6)
	spread("flow", flows, 3)
	for i, block := range blocks {
		add(fmt.Sprintf("block-%03d", i), "a: "+block)
		add(fmt.Sprintf("block-nested-%03d", i), "x:\n  a: "+strings.ReplaceAll(block, "\n ", "\n   "))
		add(fmt.Sprintf("block-item-%03d", i), "- "+block+"- b\n")
		add(fmt.Sprintf("block-then-%03d", i), "a: "+block+"\nb: 1\n---\nc: 2\n")
		add(fmt.Sprintf("block-root-%03d", i), block)
	}
	for i, stream := range streams {
		add(fmt.Sprintf("stream-%03d", i), stream)
		add(fmt.Sprintf("stream-later-%03d", i), namespace+"---\n"+stream)
	}
	for i, text := range jsons {
		files = append(files, File{fmt.Sprintf("seed-json-%03d.json", i), []byte(text)})
		add(fmt.Sprintf("json-later-%03d", i), "{\"first\": 1}\n"+text)
		add(fmt.Sprintf("json-below-%03d", i), "---\n"+text)
	}
	return append(sorted(files), Large()...)
}

// Large are the documents about size, depth and buffer borders.
func Large() []File {
	files := []File{}
	add := func(name, text string) { files = append(files, File{"seed-large-" + name + ".yaml", []byte(text)}) }
	for _, depth := range []int{2000, 9999, 10000, 10001} {
		add(fmt.Sprintf("flow-list-%d", depth), strings.Repeat("[", depth)+strings.Repeat("]", depth)+"\n")
		add(fmt.Sprintf("json-%d", depth), strings.Repeat(`{"a":`, depth)+"1"+strings.Repeat("}", depth)+"\n")
		add(fmt.Sprintf("json-list-%d", depth), `{"a":`+strings.Repeat("[", depth-1)+strings.Repeat("]", depth-1)+"}\n")
		add(fmt.Sprintf("dashes-%d", depth), strings.Repeat("- ", depth)+"a\n")
	}
	for _, depth := range []int{500, 2000} {
		text := ""
		for i := range depth {
			text += strings.Repeat(" ", i) + "a:\n"
		}
		add(fmt.Sprintf("block-map-%d", depth), text)
		add(fmt.Sprintf("flow-map-%d", depth), strings.Repeat("{a: ", depth)+"1"+strings.Repeat("}", depth)+"\n")
		add(fmt.Sprintf("open-%d", depth), strings.Repeat("[", depth))
	}
	for _, blanks := range []int{4094, 4095, 4096, 4097, 9000} {
		add(fmt.Sprintf("blanks-json-%d", blanks), strings.Repeat(" ", blanks)+"{\"a\": \"\\/\"}{\"b\": 1}\n")
		add(fmt.Sprintf("lines-json-%d", blanks), strings.Repeat("\n", blanks)+"{\"a\": \"\\/\"}\n---\n{\"b\": 1}\n")
		add(fmt.Sprintf("comment-json-%d", blanks), "#"+strings.Repeat("c", blanks)+"\n{\"a\": 1}\n")
		add(fmt.Sprintf("json-value-%d", blanks), "{\"a\": \""+strings.Repeat("v", blanks)+"\"}\n---\nb: 1\n")
		add(fmt.Sprintf("json-gap-%d", blanks), "{\"a\": 1}"+strings.Repeat(" ", blanks)+"\n---\nb: 1\n")
		add(fmt.Sprintf("line-crlf-%d", blanks), "a: "+strings.Repeat("v", blanks-3)+"\r\n---\r\nb: 1\r\n")
		add(fmt.Sprintf("separator-gap-%d", blanks), "a: 1\n---"+strings.Repeat(" ", blanks)+"# c\nb: 1\n")
	}
	for _, length := range []int{1023, 1024, 1025, 5000, 100000} {
		add(fmt.Sprintf("key-%d", length), strings.Repeat("k", length)+": 1\n")
		add(fmt.Sprintf("quoted-key-%d", length), "\""+strings.Repeat("k", length)+"\": 1\n")
		add(fmt.Sprintf("explicit-key-%d", length), "? "+strings.Repeat("k", length)+"\n: 1\n")
		add(fmt.Sprintf("flow-key-%d", length), "{"+strings.Repeat("k", length)+": 1}\n")
		add(fmt.Sprintf("flow-json-key-%d", length), "---\n{\""+strings.Repeat("k", length)+"\":1}\n")
		add(fmt.Sprintf("list-key-%d", length), "["+strings.Repeat("k", length)+"]: 1\n")
		add(fmt.Sprintf("wide-key-%d", length), strings.Repeat("é", length)+": 1\n")
		add(fmt.Sprintf("value-%d", length), "a: "+strings.Repeat("v ", length)+"\n")
		add(fmt.Sprintf("anchor-%d", length), "a: &"+strings.Repeat("k", length)+" 1\n")
		add(fmt.Sprintf("tag-key-%d", length), "!"+strings.Repeat("t", length)+" a: 1\n")
		add(fmt.Sprintf("tag-%d", length), "a: !"+strings.Repeat("t", length)+" 1\n")
		add(fmt.Sprintf("digits-%d", length), "a: "+strings.Repeat("9", length)+"\n")
		add(fmt.Sprintf("fraction-%d", length), "a: 0."+strings.Repeat("3", length)+"\n")
		add(fmt.Sprintf("json-digits-%d", length), "{\"a\": "+strings.Repeat("9", length)+"}\n")
	}
	for _, count := range []int{10, 50, 99, 100, 101, 300} {
		add(fmt.Sprintf("aliases-%d", count), "x: &x {a: 1, b: [1, 2, 3]}\nl:\n"+strings.Repeat("- *x\n", count))
		add(fmt.Sprintf("aliases-of-long-%d", count), "x: &x ["+strings.Repeat("1, ", 3000)+"1]\nl:\n"+strings.Repeat("- *x\n", count))
		add(fmt.Sprintf("merges-%d", count), "x: &x {a: 1, b: 2}\nl:\n"+strings.Repeat("- <<: *x\n  c: 3\n", count))
	}
	for levels := 3; levels < 8; levels++ {
		add(fmt.Sprintf("bomb-%d", levels), bomb(levels, 9))
	}
	return sorted(files)
}

func sorted(files []File) []File {
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files
}
