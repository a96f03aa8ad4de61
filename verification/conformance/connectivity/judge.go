package main

import (
	"github.com/mattfenwick/cyclonus/pkg/kube"
	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// A mend is a part of cyclonus that is replaced, because the API says something else there.
type mend int

const (
	// NotIn is satisfied by an object without the label.
	notInAbsent mend = 1 << iota
	// A label that is not there is not the same as an empty one.
	emptyAbsent
	// On GKE an ipBlock means no pods.
	blockOutside
	// None of the above: both selectors as k8s.io/apimachinery itself reads them.
	apimachinery

	asIs mend = 0
)

// A judge answers by cyclonus' targets and matchers.
type judge struct {
	policy *matcher.Policy
	mends  mend
}

func newJudge(policies []*networkingv1.NetworkPolicy, mends mend) judge {
	policy := matcher.BuildNetworkPolicies(false, policies)
	if mends != asIs {
		for _, targets := range []map[string]*matcher.Target{policy.Ingress, policy.Egress} {
			for _, target := range targets {
				for i, peer := range target.Peers {
					target.Peers[i] = mended(peer, mends)
				}
			}
		}
	}
	return judge{policy, mends}
}

// newJudges makes one for each choice of mends.
func newJudges(policies []*networkingv1.NetworkPolicy) map[mend]judge {
	judges := map[mend]judge{}
	for mends := asIs; mends < apimachinery<<1; mends++ {
		judges[mends] = newJudge(policies, mends)
	}
	return judges
}

func (j judge) answer(w World, question Question) Sides {
	sides := Sides{Egress: "free", Ingress: "free"}
	for _, name := range w.names(question) {
		traffic := &matcher.Traffic{
			Source:           w.peer(question.Source),
			Destination:      w.peer(question.Destination),
			ResolvedPort:     question.Port,
			ResolvedPortName: name,
			Protocol:         question.Protocol,
		}
		if j.mends == asIs {
			allowed := j.policy.IsTrafficAllowed(traffic)
			sides.Egress = either(sides.Egress, verdict(allowed.Egress))
			sides.Ingress = either(sides.Ingress, verdict(allowed.Ingress))
		} else {
			sides.Egress = either(sides.Egress, j.side(j.policy.Egress, traffic, traffic.Source, traffic.Destination))
			sides.Ingress = either(sides.Ingress, j.side(j.policy.Ingress, traffic, traffic.Destination, traffic.Source))
		}
	}
	return sides
}

func (w World) peer(end End) *matcher.TrafficPeer {
	if end.Pod == nil {
		return &matcher.TrafficPeer{IP: end.Address}
	}
	pod := w.Pods[*end.Pod]
	return &matcher.TrafficPeer{
		IP: pod.Address,
		Internal: &matcher.InternalPeer{
			PodLabels:       pod.Labels,
			Namespace:       pod.Namespace,
			NamespaceLabels: w.Namespaces[pod.Namespace],
		},
	}
}

// either joins answers by several names of one port: what one of them allows is allowed.
func either(one, other string) string {
	if one == "allow" || other == "free" {
		return one
	}
	return other
}

func verdict(result *matcher.DirectionResult) string {
	switch {
	case len(result.AllowingTargets) > 0:
		return "allow"
	case len(result.DenyingTargets) > 0:
		return "deny"
	default:
		return "free"
	}
}

// side is IsIngressOrEgressAllowed with another reading of podSelector.
func (j judge) side(targets map[string]*matcher.Target, traffic *matcher.Traffic, own, peer *matcher.TrafficPeer) string {
	answer := "free"
	if own.Internal == nil {
		return answer
	}
	for _, target := range targets {
		if target.Namespace != own.Internal.Namespace || !matches(own.Internal.PodLabels, target.PodSelector, j.mends) {
			continue
		}
		if target.Allows(peer, traffic.ResolvedPort, traffic.ResolvedPortName, traffic.Protocol) {
			return "allow"
		}
		answer = "deny"
	}
	return answer
}

func mended(peer matcher.PeerMatcher, mends mend) matcher.PeerMatcher {
	switch of := peer.(type) {
	case *matcher.IPPeerMatcher:
		if mends&blockOutside != 0 {
			return outside{of}
		}
	case *matcher.PodPeerMatcher:
		changed := *of
		if pods, ok := of.Pod.(*matcher.LabelSelectorPodMatcher); ok {
			changed.Pod = podMatcher{pods, mends}
		}
		if namespaces, ok := of.Namespace.(*matcher.LabelSelectorNamespaceMatcher); ok {
			changed.Namespace = namespaceMatcher{namespaces, mends}
		}
		return &changed
	}
	return peer
}

type outside struct{ *matcher.IPPeerMatcher }

func (o outside) Allows(peer *matcher.TrafficPeer, port int, name string, protocol corev1.Protocol) bool {
	return peer.IsExternal() && o.IPPeerMatcher.Allows(peer, port, name, protocol)
}

type podMatcher struct {
	*matcher.LabelSelectorPodMatcher
	mends mend
}

func (m podMatcher) Allows(of map[string]string) bool {
	return matches(of, m.Selector, m.mends)
}

type namespaceMatcher struct {
	*matcher.LabelSelectorNamespaceMatcher
	mends mend
}

func (m namespaceMatcher) Allows(_ string, of map[string]string) bool {
	return matches(of, m.Selector, m.mends)
}

// matches reads a selector as cyclonus does, but for what is mended.
func matches(of map[string]string, selector metav1.LabelSelector, mends mend) bool {
	if mends&apimachinery != 0 {
		return byAPI(of, selector)
	}
	for key, value := range selector.MatchLabels {
		_, there := of[key]
		if of[key] != value || value == "" && !there && mends&emptyAbsent != 0 {
			return false
		}
	}
	for _, requirement := range selector.MatchExpressions {
		_, there := of[requirement.Key]
		if requirement.Operator == metav1.LabelSelectorOpNotIn && !there && mends&notInAbsent != 0 {
			continue
		}
		if !kube.IsMatchExpressionMatchForLabels(of, requirement) {
			return false
		}
	}
	return true
}

func byAPI(of map[string]string, selector metav1.LabelSelector) bool {
	read, err := metav1.LabelSelectorAsSelector(&selector)
	if err != nil {
		panic(err) // netlog calls such a policy refused, and asks nothing about it
	}
	return read.Matches(labels.Set(of))
}
