package main

import (
	"encoding/json"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
)

// A World is one line of the questions: policies, pods, and connections that netlog has answered.
type World struct {
	Name       string                       `json:"world"`
	Corpus     bool                         `json:"corpus"`
	Refused    int                          `json:"refused"`
	Policies   []json.RawMessage            `json:"policies"`
	Namespaces map[string]map[string]string `json:"namespaces"`
	Pods       []Pod                        `json:"pods"`
	Questions  []Question                   `json:"questions"`
}

// A Pod may be either end of a connection.
type Pod struct {
	Namespace string            `json:"namespace"`
	Labels    map[string]string `json:"labels"`
	Address   string            `json:"address"`
	Ports     []Port            `json:"ports"`
}

// A Port is one that a container names.
type Port struct {
	Name     string          `json:"name"`
	Number   int             `json:"number"`
	Protocol corev1.Protocol `json:"protocol"`
}

// An End is a pod by its place in the list, or an address outside the cluster.
type End struct {
	Pod     *int   `json:"pod"`
	Address string `json:"address"`
}

// A Question is one connection with what netlog says of it.
type Question struct {
	Source      End             `json:"source"`
	Destination End             `json:"destination"`
	Protocol    corev1.Protocol `json:"protocol"`
	Port        int             `json:"port"`
	// Answers by the way in which netlog was asked, such as "gke sets".
	Answers map[string]Sides `json:"answers"`
}

// Sides are what becomes of a connection where it starts and where it ends: "allow", "deny", or "free" where no
// policy governs that side.
type Sides struct {
	Egress  string `json:"egress"`
	Ingress string `json:"ingress"`
}

func (s Sides) String() string {
	return fmt.Sprintf("egress %s, ingress %s", s.Egress, s.Ingress)
}

// policies decodes them, with the defaults that the API server writes.
func (w World) policies() ([]*networkingv1.NetworkPolicy, error) {
	var policies []*networkingv1.NetworkPolicy
	for i, raw := range w.Policies {
		policy := &networkingv1.NetworkPolicy{}
		if err := json.Unmarshal(raw, policy); err != nil {
			return nil, fmt.Errorf("policy %d: %w", i, err)
		}
		setDefaults(policy)
		policies = append(policies, policy)
	}
	return policies, nil
}

// setDefaults does what the API server does when policyTypes is empty: cyclonus takes only policies that come from one.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec
func setDefaults(policy *networkingv1.NetworkPolicy) {
	if len(policy.Spec.PolicyTypes) > 0 {
		return
	}
	policy.Spec.PolicyTypes = []networkingv1.PolicyType{networkingv1.PolicyTypeIngress}
	if len(policy.Spec.Egress) > 0 {
		policy.Spec.PolicyTypes = append(policy.Spec.PolicyTypes, networkingv1.PolicyTypeEgress)
	}
}

// names of the port that the connection goes to; one empty name where it has none.
func (w World) names(question Question) []string {
	var names []string
	if question.Destination.Pod != nil {
		for _, port := range w.Pods[*question.Destination.Pod].Ports {
			if port.Number == question.Port && port.Protocol == question.Protocol {
				names = append(names, port.Name)
			}
		}
	}
	if len(names) == 0 {
		return []string{""}
	}
	return names
}
