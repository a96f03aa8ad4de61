// Package jsonvalue reads and compares JSON exactly: no limit on depth, numbers by their decimal value, strings by code unit.
package jsonvalue

import (
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Parse reads one JSON text strictly. It refuses invalid UTF-8 and duplicate members; a lone surrogate escape stays
// distinct from every other text. The result holds map[string]any, []any, string, json.Number, bool and nil.
func Parse(data []byte) (value any, err error) {
	p := &parser{data: data}
	defer func() {
		if failure, ok := recover().(syntaxError); ok {
			err = fmt.Errorf("offset %d: %s", failure.offset, failure.message)
		}
	}()
	value = p.value()
	p.blank()
	if p.at < len(data) {
		p.fail("more after the value")
	}
	return value, nil
}

type syntaxError struct {
	offset  int
	message string
}

type parser struct {
	data []byte
	at   int
}

func (p *parser) fail(message string) {
	panic(syntaxError{p.at, message})
}

func (p *parser) blank() {
	for p.at < len(p.data) && (p.data[p.at] == ' ' || p.data[p.at] == '\t' || p.data[p.at] == '\n' || p.data[p.at] == '\r') {
		p.at++
	}
}

// peek is the next byte, or 0 at the end; a NUL in the text is an error wherever peek is asked.
func (p *parser) peek() byte {
	if p.at >= len(p.data) {
		return 0
	}
	return p.data[p.at]
}

func (p *parser) value() any {
	p.blank()
	switch c := p.peek(); {
	case c == '{':
		return p.object()
	case c == '[':
		return p.array()
	case c == '"':
		return p.text()
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	default:
		return p.literal()
	}
}

func (p *parser) literal() any {
	for word, value := range map[string]any{"true": true, "false": false, "null": nil} {
		if end := p.at + len(word); end <= len(p.data) && string(p.data[p.at:end]) == word {
			p.at = end
			return value
		}
	}
	p.fail("no value")
	return nil
}

func (p *parser) object() any {
	members := map[string]any{}
	p.at++
	p.blank()
	if p.peek() == '}' {
		p.at++
		return members
	}
	for {
		p.blank()
		if p.peek() != '"' {
			p.fail("no member name")
		}
		name := p.text()
		if _, twice := members[name]; twice {
			p.fail("duplicate member " + strconv.Quote(name))
		}
		p.blank()
		p.expect(':')
		members[name] = p.value()
		p.blank()
		if p.peek() == '}' {
			p.at++
			return members
		}
		p.expect(',')
	}
}

func (p *parser) array() any {
	elements := []any{}
	p.at++
	p.blank()
	if p.peek() == ']' {
		p.at++
		return elements
	}
	for {
		elements = append(elements, p.value())
		p.blank()
		if p.peek() == ']' {
			p.at++
			return elements
		}
		p.expect(',')
	}
}

func (p *parser) expect(c byte) {
	if p.peek() != c {
		p.fail("expected " + strconv.QuoteRune(rune(c)))
	}
	p.at++
}

func (p *parser) number() any {
	start := p.at
	for p.at < len(p.data) && isNumeric(p.data[p.at]) {
		p.at++
	}
	number := json.Number(p.data[start:p.at])
	if !json.Valid([]byte(number)) {
		p.fail("number " + strconv.Quote(string(number)))
	}
	return number
}

func isNumeric(c byte) bool {
	return c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'
}

func (p *parser) text() string {
	p.at++
	out := []byte{}
	for {
		switch c := p.peek(); {
		case c < 0x20:
			p.fail("control character or end inside a string")
		case c == '"':
			p.at++
			return string(out)
		case c == '\\':
			out = p.escape(out)
		default:
			r, size := utf8.DecodeRune(p.data[p.at:])
			if r == utf8.RuneError && size == 1 {
				p.fail("not UTF-8")
			}
			out = append(out, p.data[p.at:p.at+size]...)
			p.at += size
		}
	}
}

func (p *parser) escape(out []byte) []byte {
	p.at++
	c := p.peek()
	p.at++
	switch c {
	case '"', '\\', '/':
		return append(out, c)
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'u':
		return p.unicodeEscape(out)
	default:
		p.fail("escape")
		return nil
	}
}

func (p *parser) unicodeEscape(out []byte) []byte {
	first := p.hex()
	if first >= 0xD800 && first < 0xDC00 && p.at+1 < len(p.data) && p.data[p.at] == '\\' && p.data[p.at+1] == 'u' {
		before := p.at
		p.at += 2
		if second := p.hex(); second >= 0xDC00 && second < 0xE000 {
			return utf8.AppendRune(out, (first-0xD800)<<10+(second-0xDC00)+0x10000)
		}
		p.at = before
	}
	if first >= 0xD800 && first < 0xE000 {
		// The generalised UTF-8 of a lone surrogate: no valid text is equal to it.
		return append(out, 0xE0|byte(first>>12), 0x80|byte(first>>6)&0x3F, 0x80|byte(first)&0x3F)
	}
	return utf8.AppendRune(out, first)
}

func (p *parser) hex() rune {
	if p.at+4 > len(p.data) {
		p.fail("escape")
	}
	code, err := strconv.ParseUint(string(p.data[p.at:p.at+4]), 16, 16)
	if err != nil {
		p.fail("escape")
	}
	p.at += 4
	return rune(code)
}
