package patterns

import "testing"

// A name has the same hash in one part and in any others, and no two have one.
func TestHashName(t *testing.T) {
	hash := func(parts ...string) uint64 { return hashName(parts) }
	const long = "cue=and-verb+class=affirm+who=قال\x00\x00\x00"
	seen := map[uint64]string{}
	for n := range len(long) + 1 {
		name := long[:n]
		want := hash(name)
		if other, ok := seen[want]; ok {
			t.Errorf("%q has the hash of %q", name, other)
		}
		seen[want] = name
		for i := range n + 1 {
			for k := i; k <= n; k++ {
				if hash(name[:i], name[i:k], name[k:]) != want {
					t.Fatalf("%q is another than %q, %q and %q", name, name[:i], name[i:k], name[k:])
				}
			}
		}
	}
}

// A table has the weights that it was made of, and none of other features.
func TestTable(t *testing.T) {
	for _, name := range []string{"extent", "report", "title", "speech"} {
		w := mustLoadWeights(name)
		table := w.Table()
		for f, weight := range w {
			e := table.Evidence(false)
			e.Add(f[:len(f)/2], f[len(f)/2:])
			e.Add(f, "+unheard-of")
			if e.Sum != weight {
				t.Errorf("%s: %q has the weight %v, expected %v", name, f, e.Sum, weight)
			}
		}
	}
}
