// Package acl reads the annotation k8s.ovn.org/acl-logging with Go's encoding/json, as OVN-Kubernetes does.
package acl

import (
	"encoding/json"
	"fmt"
)

// Annotation is the key that OVN-Kubernetes reads.
const Annotation = "k8s.ovn.org/acl-logging"

// ACLLoggingLevels has the name of OVN-Kubernetes' own struct, because encoding/json prints it in its errors.
type ACLLoggingLevels struct {
	Allow string `json:"allow"`
	Deny  string `json:"deny"`
	Pass  string `json:"pass"`
}

// A NamespaceView is what a Namespace logs.
type NamespaceView struct {
	Allow string `json:"allow"`
	Deny  string `json:"deny"`
	Error bool   `json:"error"`
}

// An AdminView is what an AdminNetworkPolicy or BaselineAdminNetworkPolicy logs, and whether it is installed at all.
type AdminView struct {
	Allow      string `json:"allow"`
	Deny       string `json:"deny"`
	Pass       string `json:"pass"`
	Error      bool   `json:"error"`
	Programmed bool   `json:"programmed"`
}

// A Reading is one value as every object would read it. GoError is the text of encoding/json.
type Reading struct {
	Namespace NamespaceView `json:"namespace"`
	Admin     AdminView     `json:"admin"`
	GoError   string        `json:"goError,omitempty"`
}

// Read decodes one value of the annotation.
func Read(value []byte) Reading {
	var set ACLLoggingLevels
	if text := string(value); text != "" && text != "{}" {
		if err := json.Unmarshal(value, &set); err != nil {
			return Reading{NamespaceView{Error: true}, AdminView{Error: true}, fmt.Sprint(err)}
		}
	}
	allow, allowWrong := severity(set.Allow)
	deny, denyWrong := severity(set.Deny)
	pass, passWrong := severity(set.Pass)
	wrong := allowWrong || denyWrong || passWrong
	return Reading{
		Namespace: NamespaceView{allow, deny, allowWrong || denyWrong},
		Admin:     AdminView{allow, deny, pass, wrong, !wrong},
	}
}

// severity is the level in force, and whether the text is none.
func severity(text string) (string, bool) {
	switch text {
	case "", "alert", "warning", "notice", "info", "debug":
		return text, false
	default:
		return "", true
	}
}
