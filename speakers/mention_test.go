package speakers

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/patterns"
)

// subject returns the mention between the first reporting verb of a sentence
// and the أن or إن behind it.
func subject(t *testing.T, sentence string) (*Article, Mention) {
	t.Helper()
	s := patterns.DefaultGrammar().Scan(sentence)
	a := NewArticle(s, DefaultPhrases())
	k, ok := a.subjectAfter(0)
	if !ok {
		t.Fatalf("no subject in %s", sentence)
	}
	return a, a.Mentions[k]
}

// subjectAfter finds the first subject at or behind unit i.
func (a *Article) subjectAfter(i int) (int, bool) {
	units := a.Scan.Units
	for i < len(units) && !units[i].Class.Any(patterns.Verb) {
		i++
	}
	that := i
	for that < len(units) && !units[that].Class.Any(patterns.An) {
		that++
	}
	return a.SubjectAt(i+1, that)
}

// outline is what a test says of a mention.
type outline struct {
	Name, Title string
	Kind        Kind
	Gender      string
	Plural      bool
	Joint       bool
}

func (a *Article) outline(m Mention) outline {
	o := outline{Name: a.text(m.Name), Title: a.text(m.Title), Kind: m.Kind, Plural: m.Plural, Joint: m.Joint}
	if m.Gender != 0 {
		o.Gender = string(rune(m.Gender))
	}
	return o
}

func TestMentions(t *testing.T) {
	tests := []struct {
		name, subject string
		want          outline
	}{
		{"name", "خالد المرزوقي", outline{Name: "خالد المرزوقي", Kind: Person}},
		{"family name alone", "المرزوقي", outline{Name: "المرزوقي", Kind: Person}},
		{"three names", "خالد سالم المرزوقي", outline{Name: "خالد سالم المرزوقي", Kind: Person}},
		{"title and name", "وزير الصحة خالد المرزوقي", outline{Name: "خالد المرزوقي", Title: "وزير الصحة", Kind: Person, Gender: "m"}},
		{"feminine title and name", "وزيرة الثقافة نادية حداد", outline{Name: "نادية حداد", Title: "وزيرة الثقافة", Kind: Person, Gender: "f"}},
		{"nationality and name", "الرئيس التونسي قيس الماجري", outline{Name: "قيس الماجري", Title: "الرئيس التونسي", Kind: Person, Gender: "m"}},

		{"title, name", "وزير الصحة، خالد المرزوقي،", outline{Name: "خالد المرزوقي", Title: "وزير الصحة", Kind: Person, Gender: "m"}},
		{"spokeswoman, name", "الناطقة باسم الخارجية، ليلى حداد،", outline{Name: "ليلى حداد", Title: "الناطقة باسم الخارجية", Kind: Person, Gender: "f"}},
		{"name, title", "خالد المرزوقي، وزير الصحة،", outline{Name: "خالد المرزوقي", Title: "وزير الصحة", Kind: Person}},

		{"sheikh", "الشيخ خالد المرزوقي", outline{Name: "خالد المرزوقي", Title: "الشيخ", Kind: Person, Gender: "m"}},
		{"doctor", "الدكتور سامي النجار", outline{Name: "سامي النجار", Title: "الدكتور", Kind: Person, Gender: "m"}},
		{"general", "اللواء سامي النجار", outline{Name: "سامي النجار", Title: "اللواء", Kind: Person, Gender: "m"}},
		{"prince", "الأمير خالد بن سالم", outline{Name: "خالد بن سالم", Title: "الأمير", Kind: Person, Gender: "m"}},

		{"bin", "خالد بن سالم المرزوقي", outline{Name: "خالد بن سالم المرزوقي", Kind: Person}},
		{"abu", "سالم أبو زيد", outline{Name: "سالم أبو زيد", Kind: Person}},
		{"abu first", "أبو خالد", outline{Name: "أبو خالد", Kind: Person}},
		{"al", "خالد آل سالم", outline{Name: "خالد آل سالم", Kind: Person}},
		{"abd first", "عبد الرحمن المرزوقي", outline{Name: "عبد الرحمن المرزوقي", Kind: Person}},
		{"abd last", "سالم عبد الكريم", outline{Name: "سالم عبد الكريم", Kind: Person}},
		{"abd in one word", "عبدالكريم المرزوقي", outline{Name: "عبدالكريم المرزوقي", Kind: Person}},
		{"diacritics stay", "خالِد المرزوقيّ", outline{Name: "خالِد المرزوقيّ", Kind: Person}},
		{"two together", "خالد المرزوقي وسامي النجار", outline{Name: "خالد المرزوقي وسامي النجار", Kind: Person, Joint: true}},

		{"family name before whom it is told", "وزير النقل سامي ترويس للصحفيين", outline{Name: "سامي ترويس", Title: "وزير النقل", Kind: Person, Gender: "m"}},

		{"university called after a king", "أستاذ القانون في جامعة الملك سلمان الدكتور سامي النجار", outline{Name: "سامي النجار", Title: "أستاذ القانون في جامعة الملك سلمان الدكتور", Kind: Person, Gender: "m"}},
		{"spokeswoman of an office", "متحدثة باسم مكتب ليلى حداد", outline{Title: "متحدثة باسم مكتب ليلى حداد", Kind: Anonymous, Gender: "f"}},
		{"official in an administration", "مسؤول كبير في إدارة الرئيس خالد المرزوقي", outline{Title: "مسؤول كبير في إدارة الرئيس خالد المرزوقي", Kind: Anonymous, Gender: "m"}},
		{"minister", "وزير الصحة الدكتور خالد المرزوقي", outline{Name: "خالد المرزوقي", Title: "وزير الصحة الدكتور", Kind: Person, Gender: "m"}},

		{"age behind a name", "المرزوقي البالغ من العمر ستين عاما", outline{Name: "المرزوقي", Kind: Person}},

		{"bare title", "الوزير", outline{Title: "الوزير", Kind: Anonymous, Gender: "m"}},
		{"bare feminine title", "الوزيرة", outline{Title: "الوزيرة", Kind: Anonymous, Gender: "f"}},
		{"spokesman nobody names", "المتحدث باسم الوزارة", outline{Title: "المتحدث باسم الوزارة", Kind: Anonymous, Gender: "m"}},
		{"source", "مصدر أمني", outline{Title: "مصدر أمني", Kind: Anonymous}},
		{"witnesses", "شهود عيان", outline{Title: "شهود عيان", Kind: Anonymous}},
		{"some", "بعض النواب", outline{Title: "بعض النواب", Kind: Anonymous}},
		{"a number of", "عدد من الأطباء", outline{Title: "عدد من الأطباء", Kind: Anonymous}},
		{"percent", "40 في المائة من الناخبين", outline{Title: "40 في المائة من الناخبين", Kind: Anonymous}},

		{"ministry", "وزارة الصحة", outline{Title: "وزارة الصحة", Kind: Organization, Gender: "f"}},
		{"police", "الشرطة", outline{Title: "الشرطة", Kind: Organization, Gender: "f"}},
		{"movement with its name in marks", "حركة «فجر»", outline{Title: "حركة «فجر»", Kind: Organization, Gender: "f"}},

		{"ministry before whom it is told", "وزارة الصحة التونسية لفريق التحقيق", outline{Title: "وزارة الصحة التونسية", Kind: Organization, Gender: "f"}},
		{"unknown name before whom it is told", "حدادينوف للقاضي", outline{Name: "حدادينوف", Kind: Person}},

		{"witness before the media", "عاملة في أحد المصانع لوسائل الإعلام المحلية", outline{Title: "عاملة في أحد المصانع", Kind: Anonymous, Gender: "f"}},

		{"two, with an adjective", "مسؤولان تركيان كبيران", outline{Title: "مسؤولان تركيان كبيران", Kind: Anonymous, Plural: true}},

		{"name of nouns before a title", "دليل غصن، عضو المجلس،", outline{Name: "دليل غصن", Title: "عضو المجلس", Kind: Person}},

		{"document", "بيان", outline{Title: "بيان", Kind: Document}},
		{"document of a ministry", "بيان الوزارة", outline{Title: "الوزارة", Kind: Organization, Gender: "f"}},
		{"document issued by a ministry", "بيان صادر عن وزارة الصحة", outline{Title: "وزارة الصحة", Kind: Organization, Gender: "f"}},
		{"document for a ministry", "بيان لوزارة الصحة", outline{Title: "وزارة الصحة", Kind: Organization, Gender: "f"}},
		{"report of a bank", "تقرير البنك المركزي", outline{Title: "البنك المركزي", Kind: Organization}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, m := subject(t, "وقال "+tt.subject+" إن المطر غزير.")
			if diff := cmp.Diff(tt.want, a.outline(m)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.subject, diff)
			}
			if !m.Subject {
				t.Error("it is no subject")
			}
		})
	}
}

// TestNewArticleFinds: mentions are found without a cue that asks for them,
// wherever they stand.
func TestNewArticleFinds(t *testing.T) {
	tests := []struct {
		name, text string
		want       []outline
	}{
		{"none", "المطر غزير.", nil},
		{
			"behind prepositions", "ورحب بوزير الصحة خالد المرزوقي.",
			[]outline{{Name: "خالد المرزوقي", Title: "وزير الصحة", Kind: Person, Gender: "m"}},
		},
		{
			"behind ل", "وقدم التهنئة لخالد المرزوقي.",
			[]outline{{Name: "خالد المرزوقي", Kind: Person}},
		},
		{
			"two in a sentence", "والتقى الشيخ خالد المرزوقي مع وزيرة الثقافة نادية حداد.",
			[]outline{
				{Name: "خالد المرزوقي", Title: "الشيخ", Kind: Person, Gender: "m"},
				{Name: "نادية حداد", Title: "وزيرة الثقافة", Kind: Person, Gender: "f"},
			},
		},
		{
			"a family name that no list has", "وقال خالد برتخوف إن المطر غزير. ولم ينف برتخوف ذلك.",
			[]outline{{Name: "خالد برتخوف", Kind: Person}, {Name: "برتخوف", Kind: Person}},
		},
		{
			"a title with its name between commas", "وجه وزير الزراعة، خالد المرزوقي، انتقادات.",
			[]outline{{Name: "خالد المرزوقي", Title: "وزير الزراعة", Kind: Person, Gender: "m"}},
		},
		{
			"a country as subject", "وافقت تونس أمس.",
			[]outline{{Title: "تونس", Kind: Organization}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := NewArticle(patterns.DefaultGrammar().Scan(tt.text), DefaultPhrases())
			var got []outline
			for _, m := range a.Mentions {
				got = append(got, a.outline(m))
				if m.Whole.Empty() || m.Entity >= 0 {
					t.Errorf("mention %+v", m)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSubjectPosition(t *testing.T) {
	a := NewArticle(patterns.DefaultGrammar().Scan("وقال خالد المرزوقي إن المطر غزير، في لقاء مع ليلى حداد."), DefaultPhrases())
	at := map[string]bool{}
	for _, m := range a.Mentions {
		at[a.text(m.Name)] = m.Subject
	}
	if diff := cmp.Diff(map[string]bool{"خالد المرزوقي": true, "ليلى حداد": false}, at); diff != "" {
		t.Errorf("subjects (-want +got):\n%s", diff)
	}
}

// TestSubjectLimit: a subject never reaches over the limit.
func TestSubjectLimit(t *testing.T) {
	s := patterns.DefaultGrammar().Scan("وقال وزير الصحة خالد المرزوقي إن المطر غزير.")
	for limit := 2; limit <= 5; limit++ {
		a := NewArticle(s, DefaultPhrases())
		k, ok := a.SubjectAt(1, limit)
		if !ok {
			t.Fatalf("limit %d: no subject", limit)
		}
		if end := a.Mentions[k].Whole.End; end > limit {
			t.Errorf("limit %d: the subject ends at %d", limit, end)
		}
	}
	if _, ok := NewArticle(s, DefaultPhrases()).SubjectAt(5, 8); ok {
		t.Error("إن begins a subject")
	}
	if _, ok := NewArticle(s, DefaultPhrases()).SubjectAt(1, 1); ok {
		t.Error("a subject without room")
	}
}

// A paragraph is read again where a family name becomes known in it; the mentions
// of all others stay, and all of them in text order.
func TestReadAgain(t *testing.T) {
	const text = "وصل الوزير خالد الشرقي إلى المدينة.\nوقالت ليلى الحمداني إن الحصاد بدأ.\nوأكد الشرقي أن النتائج جيدة. وأوضح الشرقي أن العمل مستمر.\nوذكر سامي العلي أن العمل مستمر."
	s := patterns.DefaultGrammar().Scan(text)
	a := NewArticle(s, DefaultPhrases())
	var got []string
	last := -1
	for k, m := range a.Mentions {
		if at, ok := a.mentionAt(m.Whole.Start); !ok || at != k {
			t.Errorf("mention %d begins at unit %d, where mention %d is found", k, m.Whole.Start, at)
		}
		if m.Whole.Start <= last {
			t.Errorf("mention %d stands before the last", k)
		}
		last = m.Whole.Start
		if !m.Name.Empty() {
			got = append(got, s.Slice(m.Name.Start, m.Name.End))
		}
	}
	want := []string{"خالد الشرقي", "ليلى الحمداني", "الشرقي", "الشرقي", "سامي العلي"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
