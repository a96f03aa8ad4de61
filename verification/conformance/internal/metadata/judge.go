package metadata

import (
	"encoding/json"
	"fmt"
	"strings"

	"k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	v1validation "k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	kjson "sigs.k8s.io/json"
)

// generated is how much of a generateName the API server keeps, and what it may put behind it.
const generated, random = 58, "abcde"

// Refusal is why the API server refuses the object, nil where it takes it: the decoder that reads metadata into
// metav1.ObjectMeta, then ValidateObjectMeta. A name that is not there is no refusal here.
func Refusal(input Input) error {
	// kubectl reads the file into unstructured objects and sends these, which turns 2.0 into 2.
	read := &unstructured.Unstructured{}
	raw, err := json.Marshal(input.Object)
	if err != nil {
		return err
	}
	if err := read.UnmarshalJSON(raw); err != nil {
		return err
	}
	sent, err := read.MarshalJSON()
	if err != nil {
		return err
	}
	var object struct {
		Metadata metav1.ObjectMeta `json:"metadata"`
		Spec     struct {
			Template struct {
				Metadata metav1.ObjectMeta `json:"metadata"`
			} `json:"template"`
		} `json:"spec"`
	}
	if err := kjson.UnmarshalCaseSensitivePreserveInts(sent, &object); err != nil {
		return err
	}
	problems := validate(input.Kind, object.Metadata)
	if input.Kind.Template {
		at, pod := field.NewPath("spec", "template", "metadata"), object.Spec.Template.Metadata
		problems = append(problems, v1validation.ValidateLabels(pod.Labels, at.Child("labels"))...)
		problems = append(problems, validation.ValidateAnnotations(pod.Annotations, at.Child("annotations"))...)
	}
	return problems.ToAggregate()
}

func validate(kind Kind, meta metav1.ObjectMeta) field.ErrorList {
	if kind.Namespaced && meta.Namespace == "" {
		meta.Namespace = "default"
	}
	if !kind.Namespaced {
		meta.Namespace = ""
	}
	if meta.Name == "" && meta.GenerateName != "" {
		meta.Name = meta.GenerateName[:min(len(meta.GenerateName), generated)] + random
	}
	meta.Generation, meta.ManagedFields = 1, nil
	name := validation.NameIsDNSSubdomain
	if kind.Label {
		name = validation.NameIsDNSLabel
	}
	problems := field.ErrorList{}
	for _, problem := range validation.ValidateObjectMeta(&meta, kind.Namespaced, name, field.NewPath("metadata")) {
		if problem.Type != field.ErrorTypeRequired || problem.Field != "metadata.name" {
			problems = append(problems, problem)
		}
	}
	return append(problems, plainFinalizers(kind, meta.Finalizers)...)
}

// plainFinalizers is what ValidateObjectMeta of k8s.io/kubernetes adds for the kinds of the API.
func plainFinalizers(kind Kind, finalizers []string) field.ErrorList {
	problems := field.ErrorList{}
	for _, name := range finalizers {
		if kind.Kind != "AdminNetworkPolicy" && !strings.Contains(name, "/") &&
			name != "orphan" && name != "foregroundDeletion" && name != "kubernetes" {
			problems = append(problems, field.Invalid(field.NewPath("metadata", "finalizers"), name, fmt.Sprintf("%q has no domain", name)))
		}
	}
	return problems
}
