package patterns

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// verbClasses are the kinds of speech that a verb file may name.
var verbClasses = strings.Fields(`say add affirm announce explain note deny warn demand ask answer opine predict write
	reveal promise admit criticize praise describe threaten continue conclude narrate convey express`)

// checkClass refuses kinds of speech that nobody knows.
func checkClass(class string, line int) error {
	if class != "" && !slices.Contains(verbClasses, class) {
		return fmt.Errorf("line %d: no kind of speech is called %q, expected one of %s", line, class, strings.Join(verbClasses, ", "))
	}
	return nil
}

// decodeEntry decodes an entry of a file into the struct that out points to. A
// key that is no field would be passed over, and is an error.
func decodeEntry(n *yaml.Node, what string, out any) error {
	if err := checkKeys(n, what, yamlKeys(out)); err != nil {
		return err
	}
	if err := n.Decode(out); err != nil {
		return fmt.Errorf("line %d: %w", n.Line, err)
	}
	return nil
}

// unmarshalFile is decodeEntry for a whole file.
func unmarshalFile(data []byte, out any) error {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return err
	}
	if len(root.Content) > 0 {
		if err := checkKeys(root.Content[0], "file", yamlKeys(out)); err != nil {
			return err
		}
	}
	return yaml.Unmarshal(data, out)
}

func checkKeys(n *yaml.Node, what string, known []string) error {
	if n.Kind != yaml.MappingNode {
		return nil // which decoding says
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; key.Value != "<<" && !slices.Contains(known, key.Value) {
			return fmt.Errorf("line %d: a %s has no %q, expected one of %s", key.Line, what, key.Value, strings.Join(known, ", "))
		}
	}
	return nil
}

// yamlKeys lists the keys by which the struct that p points to is written.
func yamlKeys(p any) []string {
	var out []string
	for t, i := reflect.TypeOf(p).Elem(), 0; i < t.NumField(); i++ {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "" {
			out = append(out, tag)
		}
	}
	return out
}
