package jsonvalue

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// A Difference is the first place, by JSON pointer, at which two values are not equal.
type Difference struct {
	Pointer   string
	Want, Got string
}

// Compare finds the first difference; nil if the values are equal.
func Compare(want, got any) *Difference {
	return compare("", want, got)
}

func compare(pointer string, want, got any) *Difference {
	switch w := want.(type) {
	case map[string]any:
		if g, ok := got.(map[string]any); ok {
			return compareObjects(pointer, w, g)
		}
	case []any:
		if g, ok := got.([]any); ok {
			return compareArrays(pointer, w, g)
		}
	case json.Number:
		if g, ok := got.(json.Number); ok && sameNumber(w, g) {
			return nil
		}
	default:
		// A map or a slice on the other side is not comparable, and not equal to a scalar either.
		switch got.(type) {
		case map[string]any, []any:
		default:
			if want == got {
				return nil
			}
		}
	}
	return &Difference{pointer, Show(want), Show(got)}
}

func compareObjects(pointer string, want, got map[string]any) *Difference {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		g, ok := got[name]
		if !ok {
			return &Difference{pointer + "/" + escape(name), Show(want[name]), "(absent)"}
		}
		if d := compare(pointer+"/"+escape(name), want[name], g); d != nil {
			return d
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			return &Difference{pointer + "/" + escape(name), "(absent)", Show(got[name])}
		}
	}
	return nil
}

func compareArrays(pointer string, want, got []any) *Difference {
	for i := range min(len(want), len(got)) {
		if d := compare(fmt.Sprintf("%s/%d", pointer, i), want[i], got[i]); d != nil {
			return d
		}
	}
	if len(want) != len(got) {
		return &Difference{pointer, fmt.Sprintf("%d elements", len(want)), fmt.Sprintf("%d elements", len(got))}
	}
	return nil
}

func escape(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

// Show is a short text of a value.
func Show(value any) string {
	switch value.(type) {
	case map[string]any, []any:
		return shorten(shape(value, 3))
	case string:
		return shorten(fmt.Sprintf("%+q", value))
	default:
		return shorten(shape(value, 0))
	}
}

// shape writes a value down to a few levels, so that a deep document costs nothing.
func shape(value any, levels int) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%+q", v)
	case map[string]any:
		if levels == 0 {
			return "{…}"
		}
		parts := []string{}
		for _, name := range slices.Sorted(maps.Keys(v))[:min(len(v), 8)] {
			parts = append(parts, fmt.Sprintf("%+q:%s", name, shape(v[name], levels-1)))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		if levels == 0 {
			return "[…]"
		}
		parts := []string{}
		for _, element := range v[:min(len(v), 8)] {
			parts = append(parts, shape(element, levels-1))
		}
		return "[" + strings.Join(parts, ",") + "]"
	default:
		return fmt.Sprint(v)
	}
}

func shorten(text string) string {
	if len(text) > 160 {
		return strings.ToValidUTF8(text[:160], "") + "…"
	}
	return text
}

func sameNumber(a, b json.Number) bool {
	return a == b || decimal(string(a)) == decimal(string(b))
}

// decimal is the normal form of a JSON number: sign, digits without outer zeros, and the power of ten of the last digit.
func decimal(number string) string {
	sign := ""
	if strings.HasPrefix(number, "-") {
		sign, number = "-", number[1:]
	}
	exponent := new(big.Int)
	if i := strings.IndexAny(number, "eE"); i >= 0 {
		exponent.SetString(strings.TrimPrefix(number[i+1:], "+"), 10)
		number = number[:i]
	}
	whole, fraction, _ := strings.Cut(number, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return "0"
	}
	trimmed := strings.TrimRight(digits, "0")
	exponent.Add(exponent, big.NewInt(int64(len(digits)-len(trimmed)-len(fraction))))
	return sign + trimmed + "e" + exponent.String()
}
