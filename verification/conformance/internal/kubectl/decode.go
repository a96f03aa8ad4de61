// Package kubectl reads manifests with the libraries that kubectl itself uses.
//
// It repeats the loop of cli-runtime's StreamVisitor: YAMLOrJSONDecoder with a buffer of 4096 bytes, decoding into
// runtime.RawExtension until the stream ends or fails. Unlike kubectl it keeps the empty documents.
package kubectl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// A Document is one value of the stream, an empty document, or the error at which kubectl stops.
type Document struct {
	// Object is the decoded value; nil for an empty document. Numbers are json.Number.
	Object any
	// Err is why kubectl refuses the document. Where it could not be read no document follows it.
	Err error
}

// Decode reads a whole stream. The list ends where kubectl can read no further.
func Decode(r io.Reader) []Document {
	documents := []Document{}
	decoder := yaml.NewYAMLOrJSONDecoder(r, 4096)
	for {
		extension := runtime.RawExtension{}
		if err := decode(decoder, &extension); err != nil {
			if err == io.EOF {
				return documents
			}
			return append(documents, Document{Err: err})
		}
		raw := bytes.TrimSpace(extension.Raw)
		if len(raw) == 0 {
			documents = append(documents, Document{})
			continue
		}
		value, err := Value(raw)
		if err != nil {
			return append(documents, Document{Err: fmt.Errorf("raw JSON: %w", err)})
		}
		if err := listError(value, raw); err != nil {
			documents = append(documents, Document{Err: err})
			continue
		}
		documents = append(documents, Document{Object: value})
	}
}

// DecodeFile reads a stream as FileVisitor hands it on for `kubectl -f FILE` and `-f -`: a byte order mark decides between
// UTF-8 and UTF-16 and is dropped, and bytes that are no UTF-8 become U+FFFD before anything is parsed.
func DecodeFile(r io.Reader) []Document {
	return Decode(transform.NewReader(r, unicode.BOMOverride(unicode.UTF8.NewDecoder())))
}

// decode turns a panic of the YAML library into an error, so that one file cannot end a whole run.
func decode(decoder *yaml.YAMLOrJSONDecoder, into *runtime.RawExtension) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return decoder.Decode(into)
}

// Value reads JSON as kubectl does next: the last duplicate wins, what is no UTF-8 becomes U+FFFD. Numbers stay exact.
func Value(raw []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	return value, nil
}
