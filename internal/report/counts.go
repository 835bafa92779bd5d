// Package report counts statements and shows counts: the Arabic words for the
// codes of the output, charts, and the frame of a self-contained page.
package report

import (
	"cmp"
	"maps"
	"slices"
)

// Fact is what is counted of one statement, in the codes of the JSON output.
// What is not known is empty.
type Fact struct {
	Doc, Outlet                 string
	Type, Class                 string
	Speaker, Role, Kind, Gender string
}

// Group is the count of the statements that have something in common.
type Group struct {
	Name       string         `json:"name"`           // what they have in common
	Role       string         `json:"role,omitempty"` // of a speaker: the first that was given, as are kind and gender
	Kind       string         `json:"kind,omitempty"`
	Gender     string         `json:"gender,omitempty"`
	Statements int            `json:"statements"`
	Documents  int            `json:"documents"` // that hold at least one of the statements
	Types      map[string]int `json:"types"`     // statements of each type

	last string // document of the statement counted last
}

func (g *Group) add(f Fact) {
	if g.Statements == 0 || g.last != f.Doc {
		g.Documents++
		g.last = f.Doc
	}
	g.Statements++
	if g.Types == nil {
		g.Types = map[string]int{}
	}
	g.Types[f.Type]++
}

// Counts counts statements by what they have in common. Statements of one
// document must be added one after the other. Speakers of one name are one, in
// whatever documents they stand. The zero value is empty.
type Counts struct {
	All                                        Group
	speakers, types, classes, genders, outlets groups
}

type groups map[string]*Group

func (g *groups) add(name string, f Fact) *Group {
	if *g == nil {
		*g = groups{}
	}
	group := (*g)[name]
	if group == nil {
		group = &Group{Name: name}
		(*g)[name] = group
	}
	group.add(f)
	return group
}

// Add counts a statement.
func (c *Counts) Add(f Fact) {
	c.All.add(f)
	s := c.speakers.add(f.Speaker, f)
	s.Role, s.Kind, s.Gender = cmp.Or(s.Role, f.Role), cmp.Or(s.Kind, f.Kind), cmp.Or(s.Gender, f.Gender)
	c.types.add(f.Type, f)
	c.classes.add(f.Class, f)
	c.genders.add(f.Gender, f)
	c.outlets.add(f.Outlet, f)
}

// Speakers are counted by name, the one with the most statements first, as in
// the other lists.
func (c *Counts) Speakers() []Group { return c.speakers.sorted() }

// Types are those of the statements.
func (c *Counts) Types() []Group { return c.types.sorted() }

// Classes are those of the cues.
func (c *Counts) Classes() []Group { return c.classes.sorted() }

// Genders are those of the speakers.
func (c *Counts) Genders() []Group { return c.genders.sorted() }

// Outlets are those of the documents.
func (c *Counts) Outlets() []Group { return c.outlets.sorted() }

func (g groups) sorted() []Group {
	out := make([]Group, 0, len(g))
	for _, group := range slices.SortedFunc(maps.Values(g), func(a, b *Group) int {
		return cmp.Or(cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Name, b.Name))
	}) {
		out = append(out, *group)
	}
	return out
}
