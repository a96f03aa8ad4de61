package acl

// An Input is one line of acl-generate and acl-oracle. The value is base64, because it need not be text.
type Input struct {
	ID    string `json:"id"`
	Value []byte `json:"valueBase64"`
}

// An Output is one line that acl-oracle prints.
type Output struct {
	ID string `json:"id"`
	Reading
}
