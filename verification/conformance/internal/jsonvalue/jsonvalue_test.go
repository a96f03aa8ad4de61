package jsonvalue

import (
	"strings"
	"testing"
)

func TestEqualByValue(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		equal bool
	}{
		{`1`, `1.0`, true},
		{`-0`, `0`, true},
		{`100`, `1e2`, true},
		{`1.50e-3`, `0.0015`, true},
		{`18446744073709551615`, `18446744073709551616`, false},
		{`1e99999999999999999999`, `1e99999999999999999998`, false},
		{`"a"`, `"\u0061"`, true},
		{`"\ud83d\ude00"`, `"😀"`, true},
		{`"\ud83d"`, `"\ufffd"`, false},
		{`{"a":1,"b":[true,null]}`, `{"b":[true,null],"a":1}`, true},
		{`{"a":null}`, `{}`, false},
		{`[]`, `{}`, false},
		{`null`, `[]`, false},
		{`1`, `"1"`, false},
	} {
		a, err := Parse([]byte(c.a))
		if err != nil {
			t.Fatal(c.a, err)
		}
		b, err := Parse([]byte(c.b))
		if err != nil {
			t.Fatal(c.b, err)
		}
		if (Compare(a, b) == nil) != c.equal || (Compare(b, a) == nil) != c.equal {
			t.Errorf("%s and %s: equal should be %v", c.a, c.b, c.equal)
		}
	}
}

func TestStrict(t *testing.T) {
	for _, text := range []string{``, `{`, `{"a":1,}`, `[1,]`, `01`, `1.`, `NaN`, `"\x"`, "\"\x01\"", "\"\xff\"", `{"a":1,"a":2}`, `1 2`, `tru`} {
		if _, err := Parse([]byte(text)); err == nil {
			t.Errorf("%q should be refused", text)
		}
	}
	if _, err := Parse([]byte(strings.Repeat("[", 100000) + strings.Repeat("]", 100000))); err != nil {
		t.Error(err)
	}
}

func TestPointer(t *testing.T) {
	a, _ := Parse([]byte(`{"a/b":[1,{"c~":2}]}`))
	b, _ := Parse([]byte(`{"a/b":[1,{"c~":3}]}`))
	if d := Compare(a, b); d == nil || d.Pointer != "/a~1b/1/c~0" || d.Want != "2" || d.Got != "3" {
		t.Errorf("%+v", d)
	}
}
