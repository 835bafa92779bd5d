package speakers

import (
	"math"
	"strconv"

	"github.com/qawl-nlp/qawl/patterns"
)

// feature is something that speaks for or against an antecedent: the index of
// its name. There are a few dozen, so that their weights are looked up by name
// once and not for every candidate.
type feature uint8

// featureNames are the names in the table of weights.
var featureNames []string

func newFeature(name string) feature {
	featureNames = append(featureNames, name)
	return feature(len(featureNames) - 1)
}

// newFeatures makes one for each number below last and one for last and more.
func newFeatures(prefix string, last int) []feature {
	var out []feature
	for i := range last {
		out = append(out, newFeature(prefix+strconv.Itoa(i)))
	}
	return append(out, newFeature(prefix+strconv.Itoa(last)+"+"))
}

// role is the way in which a candidate stood in the text, with the features of
// those that stood so.
type role struct {
	bit        uint8 // for the roles of a candidate
	is         feature
	sentences  []feature // how many sentences before
	paragraphs []feature // how many paragraphs before
	last       feature   // nobody stood so since
	first      feature   // it is the first mention of its sentence
	inClause   feature   // in the clause of a cue of the same sentence
	named      feature

	// together with a property of the cue
	lastTurn       feature
	lastParticiple feature
	participle     feature
	noun           feature
	nounSentences  []feature
}

var roles uint8

func newRole(name string) *role {
	roles++
	return &role{
		bit: 1 << (roles - 1), is: newFeature(name),
		sentences: newFeatures(name+"-sentences=", 3), paragraphs: newFeatures(name+"-paragraphs=", 2),
		last: newFeature("last-" + name), first: newFeature(name + "-first"), inClause: newFeature(name + "-in-clause"),
		named:    newFeature(name + "-named"),
		lastTurn: newFeature("last-" + name + "+turn"), lastParticiple: newFeature("last-" + name + "+participle"),
		participle: newFeature(name + "+participle"),
		noun:       newFeature(name + "+noun"), nounSentences: newFeatures(name+"+noun-sentences=", 3),
	}
}

var (
	roleSpeaker = newRole("speaker")
	roleSilent  = newRole("silent") // beside a cue that reports nothing
	roleSubject = newRole("subject")
	roleOther   = newRole("other")

	genderAgrees         = newFeature("gender-agrees")
	numberAgrees         = newFeature("number-agrees")
	numberClash          = newFeature("number-clash")
	feminineOrganization = newFeature("feminine-organization")

	mentionedAgain = newFeature("mentioned-again")
	nameKnown      = newFeature("name=known")
	nameLong       = newFeature("name=long")
	nameUnknown    = newFeature("name=unknown")
	kindPerson     = newFeature("kind=" + string(Person))
	kindOrg        = newFeature("kind=" + string(Organization))
	kindAnonymous  = newFeature("kind=" + string(Anonymous))
	kindDocument   = newFeature("kind=" + string(Document))
)

func kindFeature(k Kind) feature {
	switch k {
	case Person:
		return kindPerson
	case Organization:
		return kindOrg
	case Document:
		return kindDocument
	}
	return kindAnonymous
}

// Model is a table of weights for antecedents, readied for [Article.Resolve].
// It is safe for concurrent use.
type Model struct{ weights []float64 }

// NewModel readies w.
func NewModel(w patterns.Weights) *Model {
	m := &Model{weights: make([]float64, len(featureNames))}
	for f, name := range featureNames {
		m.weights[f] = w[name]
	}
	return m
}

// maxFeatures is more than a candidate can have: those of four roles, of
// agreement and of quality.
const maxFeatures = 48

// Candidate is a possible antecedent with the features that decided.
type Candidate struct {
	Entity  int
	Mention int
	P       float64 // probability that it is meant

	features [maxFeatures]feature
	count    uint8
	roles    uint8
}

func (c *Candidate) add(features ...feature) {
	c.count += uint8(copy(c.features[c.count:], features))
}

// Features names what spoke for and against c, in the table of weights.
func (c *Candidate) Features() []string {
	names := make([]string, c.count)
	for i := range names {
		names[i] = featureNames[c.features[i]]
	}
	return names
}

// choose gives each of several candidates its probability, as
// [patterns.Weights.Choose] does.
func (m *Model) choose(all []Candidate) {
	top := math.Inf(-1)
	for i := range all {
		c := &all[i]
		c.P = 0
		for _, f := range c.features[:c.count] {
			c.P += m.weights[f]
		}
		top = max(top, c.P)
	}
	total := 0.0
	for i := range all {
		all[i].P = math.Exp(all[i].P - top)
		total += all[i].P
	}
	for i := range all {
		all[i].P /= total
	}
}
