package speakers

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/patterns"
)

// merged finds the subject of every sentence, merges, and returns the entity
// of each.
func merged(t *testing.T, sentences ...string) (*Article, []int) {
	t.Helper()
	text := ""
	for _, s := range sentences {
		text += s + " "
	}
	a := NewArticle(patterns.DefaultGrammar().Scan(text), DefaultPhrases())
	var subjects []int
	for i := 0; i < len(a.Scan.Units); i++ {
		if !a.Scan.Units[i].Class.Any(patterns.Verb) {
			continue
		}
		k, ok := a.subjectAfter(i)
		if !ok {
			t.Fatalf("no subject behind unit %d of %s", i, text)
		}
		subjects = append(subjects, k)
		for i+1 < len(a.Scan.Units) && !a.Scan.Units[i+1].Class.Any(patterns.Stop) {
			i++
		}
	}
	if len(subjects) != len(sentences) {
		t.Fatalf("%d subjects in %d sentences", len(subjects), len(sentences))
	}
	a.Merge(titleWeights(t).Table())
	out := make([]int, len(subjects))
	for i, k := range subjects {
		out[i] = a.Mentions[k].Entity
	}
	return a, out
}

func says(subject string) string     { return "وقال " + subject + " إن المطر غزير." }
func affirms(subject string) string  { return "وأكد " + subject + " أن المطر غزير." }
func affirmsF(subject string) string { return "وأكدت " + subject + " أن المطر غزير." }

func TestMerge(t *testing.T) {
	tests := []struct {
		name      string
		sentences []string
		want      []string // name of the entity of each subject
		kinds     []Kind
	}{
		{
			"short name behind the full one", []string{says("خالد المرزوقي"), affirms("المرزوقي")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"short name before the full one", []string{says("المرزوقي"), affirms("خالد المرزوقي")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"given name", []string{says("خالد المرزوقي"), affirms("خالد")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"fuller name behind", []string{says("خالد المرزوقي"), affirms("خالد سالم المرزوقي")},
			[]string{"خالد سالم المرزوقي", "خالد سالم المرزوقي"}, []Kind{Person, Person},
		},
		{
			"another spelling of one letter", []string{says("خالد المرزوقى"), affirms("المرزوقي")},
			[]string{"خالد المرزوقى", "خالد المرزوقى"}, []Kind{Person, Person},
		},
		{
			"title to its bearer", []string{says("وزير الصحة خالد المرزوقي"), affirms("الوزير")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"full title to its bearer", []string{says("وزير الصحة خالد المرزوقي"), affirms("وزير الصحة")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"title before its bearer", []string{says("وزير الصحة"), affirms("وزير الصحة خالد المرزوقي")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"synonymous title", []string{says("الناطق باسم الحكومة خالد المرزوقي"), affirms("المتحدث باسم الحكومة")},
			[]string{"خالد المرزوقي", "خالد المرزوقي"}, []Kind{Person, Person},
		},
		{
			"two ministers", []string{says("وزير الصحة خالد المرزوقي"), affirms("وزير الدفاع سامي النجار"), says("وزير الصحة"), affirms("وزير الدفاع")},
			[]string{"خالد المرزوقي", "سامي النجار", "خالد المرزوقي", "سامي النجار"}, []Kind{Person, Person, Person, Person},
		},
		{
			"bare title means the last bearer", []string{says("وزير الصحة خالد المرزوقي"), affirms("وزير الدفاع سامي النجار"), says("الوزير")},
			[]string{"خالد المرزوقي", "سامي النجار", "سامي النجار"}, []Kind{Person, Person, Person},
		},
		{
			"one family name, two people", []string{says("خالد المرزوقي"), affirms("سامي المرزوقي")},
			[]string{"خالد المرزوقي", "سامي المرزوقي"}, []Kind{Person, Person},
		},
		{
			"family name of two means the last", []string{says("خالد المرزوقي"), affirms("سامي المرزوقي"), says("المرزوقي")},
			[]string{"خالد المرزوقي", "سامي المرزوقي", "سامي المرزوقي"}, []Kind{Person, Person, Person},
		},
		{
			"father and son", []string{says("خالد بن سالم"), affirms("سالم")},
			[]string{"خالد بن سالم", "سالم"}, []Kind{Person, Person},
		},
		{
			"given name of a patronymic", []string{says("خالد بن سالم"), affirms("خالد")},
			[]string{"خالد بن سالم", "خالد بن سالم"}, []Kind{Person, Person},
		},
		{
			"a man is not the woman minister", []string{"وقالت وزيرة الثقافة نادية حداد إن المطر غزير.", affirms("الوزير")},
			[]string{"نادية حداد", "الوزير"}, []Kind{Person, Anonymous},
		},
		{
			"named spokesman and his ministry", []string{says("المتحدث باسم وزارة الصحة خالد المرزوقي"), affirmsF("وزارة الصحة")},
			[]string{"خالد المرزوقي", "وزارة الصحة"}, []Kind{Person, Organization},
		},
		{
			"unnamed spokesman and his ministry", []string{says("المتحدث باسم وزارة الصحة"), affirmsF("وزارة الصحة")},
			[]string{"المتحدث باسم وزارة الصحة", "وزارة الصحة"}, []Kind{Anonymous, Organization},
		},
		{
			"named spokesman and his bank", []string{says("المتحدث باسم البنك المركزي خالد المرزوقي"), affirms("البنك المركزي")},
			[]string{"خالد المرزوقي", "البنك المركزي"}, []Kind{Person, Organization},
		},
		{
			"ministry, short", []string{"وقالت وزارة الصحة إن المطر غزير.", affirmsF("الوزارة")},
			[]string{"وزارة الصحة", "وزارة الصحة"}, []Kind{Organization, Organization},
		},
		{
			"document and its issuer", []string{"وقالت وزارة الصحة إن المطر غزير.", affirms("بيان الوزارة")},
			[]string{"وزارة الصحة", "وزارة الصحة"}, []Kind{Organization, Organization},
		},
		{
			"two people and one of them", []string{says("خالد المرزوقي وسامي النجار"), affirms("خالد المرزوقي")},
			[]string{"خالد المرزوقي وسامي النجار", "خالد المرزوقي"}, []Kind{Person, Person},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, subjects := merged(t, tt.sentences...)
			var names []string
			var kinds []Kind
			for _, e := range subjects {
				names = append(names, a.Entities[e].Name)
				kinds = append(kinds, a.Entities[e].Kind)
			}
			if diff := cmp.Diff(tt.want, names); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.kinds, kinds); diff != "" {
				t.Errorf("kinds (-want +got):\n%s", diff)
			}
			for i := range subjects {
				for j := range i {
					if same := tt.want[i] == tt.want[j]; same != (subjects[i] == subjects[j]) {
						t.Errorf("subjects %d and %d are entities %d and %d", j, i, subjects[j], subjects[i])
					}
				}
			}
			checkEntities(t, a)
		})
	}
}

// checkEntities holds mentions and entities together.
func checkEntities(t *testing.T, a *Article) {
	t.Helper()
	of := map[int]int{}
	for e, ent := range a.Entities {
		if ent.Name == "" {
			t.Errorf("entity %d has no name", e)
		}
		for _, k := range ent.Mentions {
			if other, ok := of[k]; ok {
				t.Errorf("mention %d belongs to entities %d and %d", k, other, e)
			}
			of[k] = e
			if a.Mentions[k].Entity != e {
				t.Errorf("mention %d says entity %d, is listed by %d", k, a.Mentions[k].Entity, e)
			}
		}
	}
	if len(of) != len(a.Mentions) {
		t.Errorf("%d of %d mentions belong to an entity", len(of), len(a.Mentions))
	}
}

func TestMergeRole(t *testing.T) {
	a, subjects := merged(t, says("الوزير خالد المرزوقي"), affirms("وزير الصحة خالد المرزوقي"), says("المرزوقي"))
	if got := a.Entities[subjects[2]]; got.Name != "خالد المرزوقي" || got.Role != "وزير الصحة" {
		t.Errorf("%s has the role %q, want the fullest title", got.Name, got.Role)
	}
	a, subjects = merged(t, says("خالد المرزوقي"))
	if got := a.Entities[subjects[0]].Role; got != "" {
		t.Errorf("a name without a title has the role %q", got)
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		name string
		x, y []string
		want bool
	}{
		{"equal", []string{"خالد", "المرزوقي"}, []string{"خالد", "المرزوقي"}, true},
		{"family name", []string{"المرزوقي"}, []string{"خالد", "المرزوقي"}, true},
		{"given name", []string{"خالد"}, []string{"خالد", "المرزوقي"}, true},
		{"middle name left out", []string{"خالد", "المرزوقي"}, []string{"خالد", "سالم", "المرزوقي"}, true},
		{"other given name", []string{"سامي", "المرزوقي"}, []string{"خالد", "المرزوقي"}, false},
		{"other order", []string{"المرزوقي", "خالد"}, []string{"خالد", "المرزوقي"}, false},
		{"father's name", []string{"سالم"}, []string{"خالد", "بن", "سالم"}, false},
		{"daughter's father", []string{"سالم"}, []string{"نادية", "بنت", "سالم"}, false},
		{"family behind the father", []string{"المرزوقي"}, []string{"خالد", "بن", "سالم", "المرزوقي"}, true},
		{"link alone", []string{"عبد"}, []string{"عبد", "الكريم"}, false},
		{"one letter differs in a long word", []string{"المرزوكي"}, []string{"خالد", "المرزوقي"}, true},
		{"one letter missing in a long word", []string{"المرزقي"}, []string{"خالد", "المرزوقي"}, true},
		{"two letters change places in a long word", []string{"زاخروفا"}, []string{"ماريا", "زخاروفا"}, true},
		{"two letters change places in a short word", []string{"سالم"}, []string{"سلام"}, false},
		{"two letters differ", []string{"المرجوكي"}, []string{"خالد", "المرزوقي"}, false},
		{"one letter differs in a short word", []string{"سامي"}, []string{"سالم"}, false},
		{"nothing", nil, []string{"خالد"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sameName(tt.x, tt.y); got != tt.want {
				t.Errorf("sameName(%v, %v) = %v", tt.x, tt.y, got)
			}
			if got := sameName(tt.y, tt.x); got != tt.want {
				t.Errorf("sameName(%v, %v) = %v, but not the other way round", tt.y, tt.x, got)
			}
		})
	}
}

// titleWeights are the built-in weights of who bears a title.
func titleWeights(t *testing.T) patterns.Weights {
	t.Helper()
	w, err := patterns.LoadWeights("title")
	if err != nil {
		t.Fatal(err)
	}
	return w
}
