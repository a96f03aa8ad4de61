package kubectl

import (
	"encoding/json"
	"strings"
	"testing"
)

// What the decoder does at the seams between JSON and YAML, and between documents: one line a fact.
func TestStreams(t *testing.T) {
	for _, c := range []struct{ fact, text, want string }{
		{"no bytes, no document", "", ""},
		{"a blank line is an empty document", "\n", "null"},
		{"comments are an empty document", "# c\n", "null"},
		{"a separator alone is an empty document", "---\n", "null"},
		{"the last separator adds none", "a: 1\n---\n", `{"a":1}`},
		{"two last separators add one", "a: 1\n---\n---\n", `{"a":1} null`},
		{"a broken separator takes the document before it with it", "a: 1\n---x\nb: 2\n", "!"},
		{"documents before that one stay", "a: 1\n---\nb: 2\n---x\nc: 3\n", `{"a":1} !`},
		{"nothing follows an error", "a: [\n---\nb: 2\n", "!"},
		{"what follows an explicit end is not read", "a: 1\n...\n]: {\n", `{"a":1}`},
		{"what follows a root flow collection is not read, when it scans", "[1]\nb: 2\n", "[1]"},
		{"JSON values follow each other", "{\"a\":1}{\"b\":2} [3]\n", `{"a":1} {"b":2} [3]`},
		{"null in a JSON stream is an empty document", "{}null{}", "{} null {}"},
		{"after one JSON value a separator leads to YAML", "{\"a\":1}\n---\nb: y\n", `{"a":1} {"b":true}`},
		{"after two it is an error", "{}{}\n---\nb: 2\n", "{} {} !"},
		{"an empty JSON document counts too", "{}null\n---\nb: 2\n", "{} null !"},
		{"a value is YAML once the stream is", "{}\n---\n{}\n{}\n", "{} {}"},
		{"YAML may follow in the same line", "{} a: 1\n", `{} {"a":1}`},
		{"blanks are eaten up to the first line break only", "{}\n  a: 1\n  b: 2\n", `{} {"a":1,"b":2}`},
		{"a separator after blanks is one", "{}  ---\na: 1\n", `{} {"a":1}`},
		{"behind an eaten line break blanks make it none", "{}\n  ---\na: 1\n", "{} !"},
		{"garbage after one JSON value is a YAML scalar", "{} garbage", `{} "garbage"`},
		{"garbage after two is an error", "{}{} garbage", "{} {} !"},
		{"flow YAML after one JSON value", "{\"a\":1}\n{b: y}\n", `{"a":1} {"b":true}`},
		{"the first value may be flow YAML", "{a: y}\n---\nb: 2\n", `{"a":true} {"b":2}`},
		{"what follows it in the chunk is not read", "{a: y}\n{b: 2}\n", `{"a":true}`},
		{"a comma too many is fine for YAML", "{\"a\":1,}", `{"a":1}`},
		{"JSON escapes are fine for JSON only", "{\"a\":\"\\/\"}", `{"a":"/"}`},
		{"not once YAML reads it", "---\n{\"a\":\"\\/\"}", "!"},
		{"nor behind a mark", "\ufeff{\"a\":\"\\/\"}", "!"},
		{"nor with an error behind them", "{\"a\":\"\\/\",}", "!"},
		{"a list is never JSON", "[{\"a\":\"\\/\"}]", "!"},
		{"4096 blanks hide the brace", strings.Repeat(" ", 4096) + "{\"a\":\"\\/\"}", "!"},
		{"4095 do not", strings.Repeat(" ", 4095) + "{\"a\":\"\\/\"}", `{"a":"/"}`},
		{"the blanks before the brace are those of Unicode, which JSON then refuses", "\u00a0{\"a\":\"\\/\"}", "!"},
		{"and YAML does not", "\u0085{\"a\":1}", `{"a":1}`},
		{"numbers stay as written in JSON", "{\"a\":1e999}", `{"a":1e999}`},
		{"lone surrogates are replaced in JSON", "{\"a\":\"\\ud83d\"}", `{"a":"` + "\ufffd" + `"}`},
		{"so are bytes that are no UTF-8", "{\"a\":\"\xff\"}", `{"a":"` + "\ufffd" + `"}`},
		{"but not in YAML", "a: \"\xff\"", "!"},
		{"the last duplicate wins in JSON", "{\"a\":{\"b\":1},\"a\":{\"c\":2}}", `{"a":{"c":2}}`},
		{"a list of objects is refused", "[{\"kind\":\"A\",\"apiVersion\":\"v1\"}]", "!"},
		{"so is one in YAML, and what follows is sent", "- {kind: A, apiVersion: v1}\n---\nb: 2\n", `! {"b":2}`},
		{"an item that is no object refuses its List", "{kind: List, apiVersion: v1, items: [a]}", "!"},
		{"so do items that are no list", "{kind: List, apiVersion: v1, items: {}}", "!"},
		{
			"an item that is null does not", "{kind: List, apiVersion: v1, items: [null]}",
			`{"apiVersion":"v1","items":[null],"kind":"List"}`,
		},
		{"JSON at the limit of depth", strings.Repeat("[", 10000) + strings.Repeat("]", 10000), "deep"},
		{"YAML beyond it", strings.Repeat("[", 10001) + strings.Repeat("]", 10001), "!"},
	} {
		if got := summary(Decode(strings.NewReader(c.text))); got != c.want {
			t.Errorf("%s: %.80q gives %s, not %s", c.fact, c.text, got, c.want)
		}
	}
}

func TestFilesAreTranscoded(t *testing.T) {
	for _, c := range []struct{ fact, text, want string }{
		{"UTF-16 with a mark", "\xff\xfea\x00:\x00 \x001\x00\n\x00", `{"a":1}`},
		{"a mark before JSON is gone", "\ufeff{\"a\":\"\\/\"}", `{"a":"/"}`},
		{"bytes that are no UTF-8", "a: \"\xff\"", `{"a":"` + "\ufffd" + `"}`},
	} {
		if got := summary(DecodeFile(strings.NewReader(c.text))); got != c.want {
			t.Errorf("%s: %q gives %s, not %s", c.fact, c.text, got, c.want)
		}
	}
}

func summary(documents []Document) string {
	parts := []string{}
	for _, document := range documents {
		if document.Err != nil {
			parts = append(parts, "!")
			continue
		}
		text, err := json.Marshal(document.Object)
		if err != nil {
			return err.Error()
		}
		if len(text) > 1000 {
			text = []byte("deep")
		}
		parts = append(parts, string(text))
	}
	return strings.Join(parts, " ")
}
