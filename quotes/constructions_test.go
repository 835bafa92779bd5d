package quotes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
	"github.com/qawl-nlp/qawl/speakers"
)

// TestConstructions goes through the constructions in which Arabic news reports
// what somebody said. What counts as a statement, how far it reaches and who
// speaks follows the annotation guidelines.
func TestConstructions(t *testing.T) {
	for _, group := range constructions {
		t.Run(strings.ReplaceAll(group.name, " ", "-"), func(t *testing.T) {
			for _, c := range group.cases {
				t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
					check(t, c.text, c.want)
				})
			}
		})
	}
}

func check(t *testing.T, text string, want []want) {
	t.Helper()
	got := quotes.Extract(text)
	if len(got) != len(want) {
		t.Fatalf("got %d statements, expected %d\n%s", len(got), len(want), describe(got))
	}
	for i, st := range got {
		if diff := cmp.Diff(want[i].view(), want[i].of(st), cmp.AllowUnexported(view{})); diff != "" {
			t.Errorf("statement %d (-want +got)\n%s", i+1, diff)
		}
	}
}

// want is an expected statement. Content, speaker, quotes and via are always
// compared; of the rest, what is set.
type want struct {
	content string
	speaker string
	quotes  []string
	via     string

	typ    quotes.Type
	how    speakers.How
	cue    string
	gender string // unknown for one that must be empty
	kind   speakers.Kind
	role   string
}

// unknown is the gender of a speaker of whom the article does not tell.
const unknown = "unknown"

// quoted is a direct statement in marks.
func quoted(content, speaker string, how speakers.How) want {
	return want{typ: quotes.Direct, content: content, speaker: speaker, how: how, quotes: []string{content}}
}

// spoken is a direct statement without marks.
func spoken(content, speaker string, how speakers.How) want {
	return want{typ: quotes.Direct, content: content, speaker: speaker, how: how}
}

// mixed is a statement with marked words in it.
func mixed(content, speaker string, how speakers.How, words ...string) want {
	return want{typ: quotes.Mixed, content: content, speaker: speaker, how: how, quotes: words}
}

// indirect is a statement without marked words.
func indirect(content, speaker string, how speakers.How) want {
	return want{typ: quotes.Indirect, content: content, speaker: speaker, how: how}
}

func (w want) withCue(cue string) want       { w.cue = cue; return w }
func (w want) withVia(via string) want       { w.via = via; return w }
func (w want) withGender(g string) want      { w.gender = g; return w }
func (w want) withKind(k speakers.Kind) want { w.kind = k; return w }
func (w want) withRole(role string) want     { w.role = role; return w }

// view is what is compared of a statement.
type view struct{ typ, content, speaker, how, quotes, via, cue, gender, kind, role string }

func (w want) view() view {
	return view{string(w.typ), w.content, w.speaker, string(w.how), strings.Join(w.quotes, " | "), w.via, w.cue, w.gender, string(w.kind), w.role}
}

func (w want) of(st quotes.Statement) view {
	v := view{content: st.Content.Text, speaker: st.Speaker.Name, quotes: words(st), via: st.Via}
	if w.typ != "" {
		v.typ = string(st.Type)
	}
	if w.how != "" {
		v.how = string(st.Speaker.How)
	}
	if w.cue != "" {
		v.cue = st.Cue.Text
	}
	if w.gender != "" {
		v.gender = st.Speaker.Gender
		if v.gender == "" {
			v.gender = unknown
		}
	}
	if w.kind != "" {
		v.kind = string(st.Speaker.Kind)
	}
	if w.role != "" {
		v.role = st.Speaker.Role
	}
	return v
}

func words(st quotes.Statement) string {
	var out []string
	for _, q := range st.Quotes {
		out = append(out, q.Text)
	}
	return strings.Join(out, " | ")
}

func describe(all []quotes.Statement) string {
	var b strings.Builder
	for _, st := range all {
		b.WriteString(strings.Join([]string{string(st.Type), st.Cue.Text, st.Content.Text, st.Speaker.Name, string(st.Speaker.How), words(st), st.Via}, " ¦ "))
		b.WriteByte('\n')
	}
	return b.String()
}

type construction struct {
	name  string
	cases []example
}

type example struct {
	name string
	text string
	want []want
}

var constructions = []construction{
	{"verb, subject, conjunction", []example{
		{"إن", "قال وزير المالية كريم السالمي إن الميزانية الجديدة ستقر نهاية الشهر.", []want{
			indirect("الميزانية الجديدة ستقر نهاية الشهر", "كريم السالمي", speakers.ByName).withCue("قال").withKind(speakers.Person).withRole("وزير المالية")}},
		{"أن", "وأكدت مديرة المدرسة هند الشمري أن الشوارع ستعبد قبل الشتاء.", []want{
			indirect("الشوارع ستعبد قبل الشتاء", "هند الشمري", speakers.ByName).withCue("وأكدت").withGender("f")}},
		{"بأن", "وأفاد مدير المطار ماجد الهاشمي بأن الرحلات ستستأنف صباح الغد.", []want{
			indirect("الرحلات ستستأنف صباح الغد", "ماجد الهاشمي", speakers.ByName).withCue("وأفاد")}},
		{"من أن", "وحذر الخبير البيئي سمير الحداد من أن منسوب النهر يرتفع بسرعة.", []want{
			indirect("منسوب النهر يرتفع بسرعة", "سمير الحداد", speakers.ByName)}},
		{"إلى أن", "وأشار المدير نبيل قاسم إلى أن المصنع يعمل بنصف طاقته.", []want{
			indirect("المصنع يعمل بنصف طاقته", "نبيل قاسم", speakers.ByName)}},
		{"على أن", "وشدد القاضي فواز النمر على أن الحكم نهائي.", []want{
			indirect("الحكم نهائي", "فواز النمر", speakers.ByName)}},
		{"عن أن", "وكشفت الباحثة سلوى العمري عن أن الآثار تعود إلى العصر الروماني.", []want{
			indirect("الآثار تعود إلى العصر الروماني", "سلوى العمري", speakers.ByName).withGender("f")}},
		{"pronoun on the conjunction", "وقال الطبيب عادل منصور إنه أجرى العملية بنفسه.", []want{
			indirect("أجرى العملية بنفسه", "عادل منصور", speakers.ByName)}},
		{"pronoun on بأن", "وأفادت الشرطة بأنها أوقفت أربعة لصوص.", []want{
			indirect("أوقفت أربعة لصوص", "الشرطة", speakers.ByTitle).withKind(speakers.Organization)}},
		{"present tense", "ويرى المحلل السياسي فؤاد حداد أن الأزمة ستطول.", []want{
			indirect("الأزمة ستطول", "فؤاد حداد", speakers.ByName).withCue("ويرى")}},
		{"clitic ف", "سئل عن الأسعار فقال التاجر حازم البيطار إن السوق راكدة.", []want{
			indirect("السوق راكدة", "حازم البيطار", speakers.ByName)}},
		{"coordinated clauses stay together", "وقال الوزير كمال الطيب إن المدارس ستفتح الأحد، وإن الكتب وزعت كلها.", []want{
			indirect("المدارس ستفتح الأحد، وإن الكتب وزعت كلها", "كمال الطيب", speakers.ByName)}},
		{"denial with أن", "ونفى رئيس النادي أيمن السباعي أن يكون المدرب قد استقال.", []want{
			indirect("يكون المدرب قد استقال", "أيمن السباعي", speakers.ByName)}},
		{"long name", "وقال الأمير تركي بن ناصر بن عبد العزيز آل سيف إن السباق سيقام في موعده.", []want{
			indirect("السباق سيقام في موعده", "تركي بن ناصر بن عبد العزيز آل سيف", speakers.ByName)}},
		{"honorifics", "وقال الأستاذ الدكتور عبد الرحمن أبو زيد إن النتائج أولية.", []want{
			indirect("النتائج أولية", "عبد الرحمن أبو زيد", speakers.ByName)}},
		{"nationality", "وقال وزير الخارجية النرويجي لارس هانسن إن بلاده مستعدة للوساطة.", []want{
			indirect("بلاده مستعدة للوساطة", "لارس هانسن", speakers.ByName).withRole("وزير الخارجية النرويجي")}},
		{"opinion", "واعتبر الناقد زهير المصري أن الرواية ضعيفة.", []want{
			indirect("الرواية ضعيفة", "زهير المصري", speakers.ByName)}},
		{"three statements in one sentence", "وأكد المحافظ جلال الدين عمر أن الجسر آمن، مشيرا إلى أن الفحوص اكتملت، وقال: «لن نجازف بحياة أحد من الناس».", []want{
			indirect("الجسر آمن", "جلال الدين عمر", speakers.ByName),
			indirect("الفحوص اكتملت", "جلال الدين عمر", speakers.ByParticiple),
			quoted("لن نجازف بحياة أحد من الناس", "جلال الدين عمر", speakers.ByElision)}},
		{"country as a source", "وأعلنت فرنسا أن السفارة ستبقى مفتوحة.", []want{
			indirect("السفارة ستبقى مفتوحة", "فرنسا", speakers.ByName).withKind(speakers.Organization)}},
		{"organization", "وأعلنت منظمة الصحة العالمية أن الوباء انحسر.", []want{
			indirect("الوباء انحسر", "منظمة الصحة العالمية", speakers.ByName).withKind(speakers.Organization)}},
		{"unnamed source behind the newspaper", "وقال لـ«صحيفة الساحل» مصدر أمني إن الطريق الساحلي أغلق.", []want{
			indirect("الطريق الساحلي أغلق", "مصدر أمني", speakers.ByTitle)}},
		{"unnamed source", "وقال مصدر أمني إن الطريق الساحلي أغلق.", []want{
			indirect("الطريق الساحلي أغلق", "مصدر أمني", speakers.ByTitle).withKind(speakers.Anonymous)}},
		{"unnamed group", "وقال شهود عيان إن النيران امتدت إلى الحقول.", []want{
			indirect("النيران امتدت إلى الحقول", "شهود عيان", speakers.ByTitle).withKind(speakers.Anonymous)}},
		{"document as a source", "وكشفت دراسة حديثة أن النوم المبكر يحسن الذاكرة.", []want{
			indirect("النوم المبكر يحسن الذاكرة", "دراسة حديثة", speakers.ByTitle).withKind(speakers.Document)}},
		{"marked words after the clause began", "وقال رئيس البلدية هاني منصور إن المشروع «حلم انتظره الناس ثلاثين عاما» لأهل المدينة.", []want{
			mixed("المشروع «حلم انتظره الناس ثلاثين عاما» لأهل المدينة", "هاني منصور", speakers.ByName, "حلم انتظره الناس ثلاثين عاما")}},
		{"numbered group", "وقال الوزيران كريم السالمي وماجد سعد إن الطريق مفتوح.", []want{
			indirect("الطريق مفتوح", "كريم السالمي وماجد سعد", speakers.ByName)}},
		{"title with a dot", "وأكد د. جميل عطية أن القانون ظالم.", []want{
			indirect("القانون ظالم", "جميل عطية", speakers.ByName)}},
		{"kunya", "وقال أبو خالد إن الحفل أجل.", []want{
			indirect("الحفل أجل", "أبو خالد", speakers.ByName)}},
		{"future", "وسيقول الوزير غدا إن الخطة جاهزة.", []want{
			indirect("الخطة جاهزة", "الوزير", speakers.ByTitle).withKind(speakers.Anonymous)}},
	}},
	{"subject before its verb", []example{
		{"plain", "وزير الصحة سليم البنا قال إن اللقاح متوفر.", []want{
			indirect("اللقاح متوفر", "سليم البنا", speakers.ByName)}},
		{"وكان … قال، الأربعاء", "وكان المتحدث باسم الوزارة عامر الحربي قال، الأربعاء، إن الجسر سيغلق للصيانة.", []want{
			indirect("الجسر سيغلق للصيانة", "عامر الحربي", speakers.ByName).withCue("قال")}},
		{"وكانت … قد", "وكانت النائبة رباب السيد قد أكدت أن القانون سيعدل.", []want{
			indirect("القانون سيعدل", "رباب السيد", speakers.ByName).withGender("f")}},
		{"لكن", "ورفض اللاعبون العرض. لكن المدرب حسن الغانم أكد أن الفريق جاهز.", []want{
			indirect("الفريق جاهز", "حسن الغانم", speakers.ByName)}},
		{"organization", "وكانت وزارة التجارة أعلنت أن المعرض سيقام في الربيع.", []want{
			indirect("المعرض سيقام في الربيع", "وزارة التجارة", speakers.ByName)}},
		{"between commas before the verb", "مدير المستشفى، الدكتور رائد الصالح، قال إن الإصابات طفيفة.", []want{
			indirect("الإصابات طفيفة", "رائد الصالح", speakers.ByName)}},
		{"أما … فقال", "أما رئيس الاتحاد سعود المطلق فقال إن التحكيم كان عادلا.", []want{
			indirect("التحكيم كان عادلا", "سعود المطلق", "")}},
	}},
	{"subject between commas", []example{
		{"spokeswoman", "وأكدت المتحدثة باسم الخارجية، رنا الصباغ، أن السفارة ستفتح الأسبوع المقبل.", []want{
			indirect("السفارة ستفتح الأسبوع المقبل", "رنا الصباغ", speakers.ByName).withGender("f")}},
		{"honorific", "وقال نقيب الأطباء، الدكتور وليد مراد، إن الأدوية متوفرة.", []want{
			indirect("الأدوية متوفرة", "وليد مراد", speakers.ByName)}},
		{"name, then title", "وقال يوسف النجار، رئيس اللجنة الفنية، إن الحكم أخطأ.", []want{
			indirect("الحكم أخطأ", "يوسف النجار", speakers.ByName).withRole("رئيس اللجنة الفنية")}},
		{"one comma and a quote", "وقال قائد الحملة، العميد نضال فرج: «وصلنا إلى آخر المحاصرين قبل الفجر».", []want{
			quoted("وصلنا إلى آخر المحاصرين قبل الفجر", "نضال فرج", speakers.ByName)}},
		{"relative clause", "وقال كريم السالمي، الذي يرأس اللجنة منذ عامين، إن الاتفاق قريب.", []want{
			indirect("الاتفاق قريب", "كريم السالمي", speakers.ByName)}},
		{"brackets", "وقال كريم السالمي (55 عاما) إن الاتفاق قريب.", []want{
			indirect("الاتفاق قريب", "كريم السالمي", speakers.ByName)}},
		{"dashes", "وقال كريم السالمي – وزير المالية – إن الاتفاق قريب.", []want{
			indirect("الاتفاق قريب", "كريم السالمي", speakers.ByName)}},
	}},
	{"adjuncts between subject and content", []example{
		{"another minister", "وقال وزير النقل سامر العيسى، في مؤتمر صحافي مع وزير الداخلية التونسي منير بوعلي في العاصمة: «لن نسمح بتعطيل الموانئ مهما كان الثمن».", []want{
			quoted("لن نسمح بتعطيل الموانئ مهما كان الثمن", "سامر العيسى", speakers.ByName)}},
		{"خلال لقائه", "وأوضح السفير عماد شاهين، خلال لقائه رئيس الوزراء، أن الاتفاق سيوقع قريبا.", []want{
			indirect("الاتفاق سيوقع قريبا", "عماد شاهين", speakers.ByName)}},
		{"عقب اجتماع مع", "وقالت وزيرة التعليم سارة القاسم عقب اجتماعها مع وزير المالية جابر الصيفي إن الرواتب سترتفع.", []want{
			indirect("الرواتب سترتفع", "سارة القاسم", speakers.ByName).withGender("f")}},
		{"to a newspaper", "وقال الخبير ناصر الوائلي لـ«صحيفة المساء» إن الدولار سيتراجع.", []want{
			indirect("الدولار سيتراجع", "ناصر الوائلي", speakers.ByName)}},
		{"to an agency, before the subject", "وقال لوكالة الأنباء مدير الشركة رياض الحلبي إن العقد ألغي.", []want{
			indirect("العقد ألغي", "رياض الحلبي", speakers.ByName)}},
		{"time", "وقال مساء أمس الثلاثاء رئيس الأركان صالح القحطان إن المناورات انتهت.", []want{
			indirect("المناورات انتهت", "صالح القحطان", speakers.ByName)}},
		{"في تصريح", "وقال المدرب فهد العتيبي في تصريح بعد المباراة: «خسرنا لأننا لم نركض كما يجب».", []want{
			quoted("خسرنا لأننا لم نركض كما يجب", "فهد العتيبي", speakers.ByName).withCue("وقال")}},
		{"a post", "وكتب الشاعر أمجد السلمان على منصة إكس: «لم يبق في المدينة مقهى أعرفه».", []want{
			quoted("لم يبق في المدينة مقهى أعرفه", "أمجد السلمان", speakers.ByName).withCue("وكتب")}},
		{"statement of a prosecution", "وقالت النيابة العامة، في بيان نشرته أمس، إن التحقيق انتهى.", []want{
			indirect("التحقيق انتهى", "النيابة العامة", speakers.ByName)}},
		{"ردا على سؤال", "وردا على سؤال، قال النائب جميل عطية إن الاتفاق قريب.", []want{
			indirect("الاتفاق قريب", "جميل عطية", speakers.ByName)}},
		{"to a foreign agency", "وقال مسؤول أميركي كبير لرويترز إن الاتفاق قريب.", []want{
			indirect("الاتفاق قريب", "مسؤول أميركي كبير", speakers.ByTitle).withKind(speakers.Anonymous)}},
	}},
	{"elided subject", []example{
		{"وأضاف أن", "قال محافظ البنك سعيد الحارثي إن الفائدة لن تتغير. وأضاف أن التضخم يتراجع.", []want{
			indirect("الفائدة لن تتغير", "سعيد الحارثي", speakers.ByName),
			indirect("التضخم يتراجع", "سعيد الحارثي", speakers.ByElision).withCue("وأضاف")}},
		{"somebody named in the clause", "قال المدرب فريد الزهراني إن الحارس خالد صالح أصيب في التدريب. وأضاف أن البديل جاهز.", []want{
			indirect("الحارس خالد صالح أصيب في التدريب", "فريد الزهراني", speakers.ByName),
			indirect("البديل جاهز", "فريد الزهراني", speakers.ByElision)}},
		{"next paragraph", "أكدت وزيرة البيئة ميساء الحربي أن الغابات محمية.\n\nوأضافت أن الحرائق تراجعت هذا العام.", []want{
			indirect("الغابات محمية", "ميساء الحربي", speakers.ByName),
			indirect("الحرائق تراجعت هذا العام", "ميساء الحربي", speakers.ByElision).withGender("f")}},
		{"gender chooses", "قالت الطبيبة سهى النعيم إن الجراحة نجحت. وقال شقيق المريضة ربيع سليمان إن العائلة سعيدة. وأضافت أن المريضة ستغادر غدا.", []want{
			indirect("الجراحة نجحت", "سهى النعيم", speakers.ByName),
			indirect("العائلة سعيدة", "ربيع سليمان", speakers.ByName),
			indirect("المريضة ستغادر غدا", "سهى النعيم", speakers.ByElision).withGender("f")}},
		{"organization goes on", "وقالت شركة الاتصالات إن الشبكة عادت. وأضافت أن المشتركين سيعوضون.", []want{
			indirect("الشبكة عادت", "شركة الاتصالات", speakers.ByName),
			indirect("المشتركين سيعوضون", "شركة الاتصالات", speakers.ByElision)}},
		{"quote then elision", "وقال الكابتن عمر الجاسر: «لعبنا أفضل مباراة لنا هذا الموسم». وتابع: «الجمهور كان معنا حتى النهاية».", []want{
			quoted("لعبنا أفضل مباراة لنا هذا الموسم", "عمر الجاسر", speakers.ByName),
			quoted("الجمهور كان معنا حتى النهاية", "عمر الجاسر", speakers.ByElision)}},
		{"after a question", "وسئل الوزير كريم السالمي عن الخطة فأجاب: «لا تعليق عندي على هذا الكلام».", []want{
			quoted("لا تعليق عندي على هذا الكلام", "كريم السالمي", speakers.ByElision)}},
		{"who was met", "والتقى السفير عماد شاهين الطلاب. وقال إن المنح ستزداد.", []want{
			indirect("المنح ستزداد", "عماد شاهين", speakers.ByElision)}},
	}},
	{"pronoun", []example{
		{"لكنه", "أكد رئيس الوزراء أنور البشير أن الحكومة باقية. لكنه قال إن التعديل وارد.", []want{
			indirect("الحكومة باقية", "أنور البشير", speakers.ByName),
			indirect("التعديل وارد", "أنور البشير", speakers.ByPronoun)}},
		{"لكنها", "أكدت السفيرة نجلاء حداد أن الحوار مستمر، لكنها أوضحت أن الثقة مفقودة.", []want{
			indirect("الحوار مستمر", "نجلاء حداد", speakers.ByName),
			indirect("الثقة مفقودة", "نجلاء حداد", speakers.ByPronoun).withGender("f")}},
	}},
	{"participles", []example{
		{"masculine", "ورحب المدير نادر حجازي بالقرار، مضيفا أن العمل سيبدأ غدا.", []want{
			indirect("العمل سيبدأ غدا", "نادر حجازي", speakers.ByParticiple).withCue("مضيفا")}},
		{"tanwin behind alef", "ورحب المدير نادر حجازي بالقرار، مضيفاً أن العمل سيبدأ غدا.", []want{
			indirect("العمل سيبدأ غدا", "نادر حجازي", speakers.ByParticiple).withCue("مضيفاً")}},
		{"tanwin before alef", "ورحب المدير نادر حجازي بالقرار، مضيفًا أن العمل سيبدأ غدا.", []want{
			indirect("العمل سيبدأ غدا", "نادر حجازي", speakers.ByParticiple).withCue("مضيفًا")}},
		{"feminine", "ورحبت المديرة سعاد حجازي بالقرار، مضيفة أن العمل سيبدأ غدا.", []want{
			indirect("العمل سيبدأ غدا", "سعاد حجازي", speakers.ByParticiple).withGender("f")}},
		{"feminine with tanwin", "ورحبت المديرة سعاد حجازي بالقرار، مضيفةً أن العمل سيبدأ غدا.", []want{
			indirect("العمل سيبدأ غدا", "سعاد حجازي", speakers.ByParticiple).withGender("f")}},
		{"مشيرة إلى أن", "وقالت الوزيرة دلال العنزي إن الجامعات ستفتح الأحد، مشيرة إلى أن الامتحانات أجلت.", []want{
			indirect("الجامعات ستفتح الأحد", "دلال العنزي", speakers.ByName),
			indirect("الامتحانات أجلت", "دلال العنزي", speakers.ByParticiple)}},
		{"قائلا", "وعلق اللاعب بدر سلطان على الهزيمة قائلا: «هذه كرة القدم ولا أحد يفوز دائما».", []want{
			quoted("هذه كرة القدم ولا أحد يفوز دائما", "بدر سلطان", speakers.ByParticiple).withCue("قائلا")}},
		{"قائلة إن", "ودافعت المحامية غادة رستم عن موكلها، قائلة إن الأدلة مزورة.", []want{
			indirect("الأدلة مزورة", "غادة رستم", speakers.ByParticiple).withCue("قائلة")}},
		{"plural", "وقال عمال المصنع إن الرواتب متأخرة، مؤكدين أن الإضراب سيستمر.", []want{
			indirect("الرواتب متأخرة", "عمال المصنع", ""),
			indirect("الإضراب سيستمر", "عمال المصنع", speakers.ByParticiple)}},
		{"chain", "وقال المفتش طلال بدوي إن الحفل رخص له، مضيفا أن الصوت كان عاليا، ومؤكدا أن المخالفة سجلت.", []want{
			indirect("الحفل رخص له", "طلال بدوي", speakers.ByName),
			indirect("الصوت كان عاليا", "طلال بدوي", speakers.ByParticiple),
			indirect("المخالفة سجلت", "طلال بدوي", speakers.ByParticiple)}},
		{"question", "وانتقد النائب حاتم القاضي الخطة، متسائلا: «من سيدفع ثمن كل هذا التأخير؟».", []want{
			quoted("من سيدفع ثمن كل هذا التأخير؟", "حاتم القاضي", speakers.ByParticiple)}},
	}},
	{"verbal nouns", []example{
		{"قوله إن", "ودافع الممثل عاصم ضاهر عن قوله إن المسرح مات.", []want{
			indirect("المسرح مات", "عاصم ضاهر", speakers.ByPronoun).withCue("قوله")}},
		{"بقوله", "ورد المدرب شريف لطفي على المنتقدين بقوله: «أنا أختار اللاعبين ولا أحد غيري».", []want{
			quoted("أنا أختار اللاعبين ولا أحد غيري", "شريف لطفي", speakers.ByPronoun).withCue("بقوله")}},
		{"بقولها", "وعلقت الفنانة ليلى سعد على الجائزة بقولها: «هذه لكل من علمني حرفا».", []want{
			quoted("هذه لكل من علمني حرفا", "ليلى سعد", speakers.ByPronoun)}},
		{"قول with its subject", "وجاء القرار بعد قول وزير العدل مأمون الخالدي إن المحاكم مكتظة.", []want{
			indirect("المحاكم مكتظة", "مأمون الخالدي", speakers.ByName)}},
	}},
	{"sources in prepositions", []example{
		{"وفقا ل first", "ووفقا لوزارة الزراعة، فإن محصول القمح تضاعف هذا العام.", []want{
			indirect("محصول القمح تضاعف هذا العام", "وزارة الزراعة", speakers.ByName)}},
		{"وفق first", "ووفق مصادر طبية، نقل سبعة جرحى إلى المستشفى.", []want{
			indirect("نقل سبعة جرحى إلى المستشفى", "مصادر طبية", speakers.ByTitle).withKind(speakers.Anonymous)}},
		{"بحسب first", "وبحسب الشرطة، هرب اللصان من النافذة.", []want{
			indirect("هرب اللصان من النافذة", "الشرطة", speakers.ByTitle)}},
		{"in the middle", "وارتفعت أسعار الوقود، بحسب وزارة الطاقة، بنسبة خمسة في المئة.", []want{
			indirect("وارتفعت أسعار الوقود، بحسب وزارة الطاقة، بنسبة خمسة في المئة", "وزارة الطاقة", speakers.ByName).withCue("بحسب")}},
		{"وبحسب behind a clause", "وفتح المتحف أبوابه للزوار، وبحسب وزارة الثقافة فإن ألف شخص زاروه أمس.", []want{
			indirect("ألف شخص زاروه أمس", "وزارة الثقافة", speakers.ByName).withCue("وبحسب")}},
		{"a demonstrative", "وكشف التقرير عن نتائج جديدة. ووفقا لهذا التقرير، فإن عدد الزوار ارتفع.", []want{
			indirect("عدد الزوار ارتفع", "التقرير", speakers.ByTitle)}},
		{"بحسب last", "وتراجعت حركة السفر في المطار، بحسب شركة الطيران.", []want{
			indirect("وتراجعت حركة السفر في المطار", "شركة الطيران", speakers.ByName)}},
		{"حسب last", "وهطلت الأمطار على السواحل كلها حسب هيئة الأرصاد.", []want{
			indirect("وهطلت الأمطار على السواحل كلها", "هيئة الأرصاد", speakers.ByName)}},
		{"وفقا ل last", "وبلغ عدد الزوار مليونا، وفقا لمدير المتحف سهيل الكردي.", []want{
			indirect("وبلغ عدد الزوار مليونا", "سهيل الكردي", speakers.ByName)}},
		{"بحسب ما ذكر", "وسقط سقف المدرسة قبل الفجر، بحسب ما ذكر الدفاع المدني.", []want{
			indirect("وسقط سقف المدرسة قبل الفجر", "الدفاع المدني", speakers.ByName)}},
		{"no second statement behind a verb", "وقال الوزير جهاد سليمان إن العقود سليمة، بحسب ما ذكرت الصحيفة.", []want{
			indirect("العقود سليمة", "جهاد سليمان", speakers.ByName)}},
	}},
	{"chains", []example{
		{"قوله إن", "ونقلت وكالة الشرق عن مسؤول حكومي قوله إن المعبر سيفتح غدا.", []want{
			indirect("المعبر سيفتح غدا", "مسؤول حكومي", speakers.ByTitle).withVia("وكالة الشرق").withCue("قوله")}},
		{"أن", "ونقلت صحيفة «المنار» عن النائب هاني الديب أن الجلسة أجلت.", []want{
			indirect("الجلسة أجلت", "هاني الديب", speakers.ByName).withVia("صحيفة «المنار»").withCue("ونقلت")}},
		{"quote", "ونقل التلفزيون الرسمي عن الوزير فهد الشمري قوله: «سنحاسب كل من أهمل في عمله».", []want{
			quoted("سنحاسب كل من أهمل في عمله", "فهد الشمري", speakers.ByName).withVia("التلفزيون الرسمي")}},
		{"feminine", "ونقلت إذاعة الساحل عن الأستاذة وفاء المرزوقي قولها إن المكتبة ستعود.", []want{
			indirect("المكتبة ستعود", "وفاء المرزوقي", speakers.ByName).withVia("إذاعة الساحل").withGender("f")}},
		{"goes on", "ونقلت وكالة الشرق عن مسؤول حكومي قوله إن المعبر سيفتح غدا. وأضاف أن المسافرين أبلغوا.", []want{
			indirect("المعبر سيفتح غدا", "مسؤول حكومي", speakers.ByTitle).withVia("وكالة الشرق"),
			indirect("المسافرين أبلغوا", "مسؤول حكومي", speakers.ByElision)}},
		{"spokesman between commas", "ونقلت وكالة رويترز عن المتحدث باسم الجيش، سامي العلي، قوله إن القصف توقف.", []want{
			indirect("القصف توقف", "سامي العلي", speakers.ByName).withVia("وكالة رويترز")}},
	}},
	{"compound cues", []example{
		{"وجه تحذيرا من أن", "ووجه قائد الشرطة بلال عمر تحذيرا من أن المظاهرات ستفرق.", []want{
			indirect("المظاهرات ستفرق", "بلال عمر", "")}},
		{"أعرب عن أمله في أن", "وأعرب السفير عصام نوري عن أمله في أن تنجح المفاوضات.", []want{
			indirect("تنجح المفاوضات", "عصام نوري", "")}},
		{"أعلنت عزمها", "وأعلنت شركة الألبان عزمها إغلاق «أقدم ثلاثة مصانع لها في الجنوب».", []want{
			mixed("عزمها إغلاق «أقدم ثلاثة مصانع لها في الجنوب»", "شركة الألبان", speakers.ByName, "أقدم ثلاثة مصانع لها في الجنوب")}},
	}},
	{"documents", []example{
		{"جاء في بيان and its issuer", "وجاء في بيان لوزارة الداخلية أن الحدود مفتوحة.", []want{
			indirect("الحدود مفتوحة", "وزارة الداخلية", "").withKind(speakers.Organization)}},
		{"جاء في التقرير", "وجاء في التقرير أن عدد الحوادث انخفض.", []want{
			indirect("عدد الحوادث انخفض", "التقرير", speakers.ByTitle).withKind(speakers.Document)}},
		{"جاء في quote", "وجاء في البيان: «نرفض كل أشكال الوصاية على قرارنا».", []want{
			quoted("نرفض كل أشكال الوصاية على قرارنا", "البيان", speakers.ByTitle).withKind(speakers.Document)}},
		{"بيان صادر عن", "وذكر بيان صادر عن قيادة الجيش أن الطائرة هبطت بسلام.", []want{
			indirect("الطائرة هبطت بسلام", "قيادة الجيش", "").withKind(speakers.Organization)}},
		{"report", "وأظهر تقرير البنك المركزي أن الديون تراجعت.", []want{
			indirect("الديون تراجعت", "البنك المركزي", "")}},
	}},
	{"headlines", []example{
		{"title", "وزير الري: السد ممتلئ\n\nزار الوزير السد صباح الاثنين.", []want{
			indirect("السد ممتلئ", "وزير الري", speakers.ByHeadline)}},
		{"title whose bearer the text names", "وزير الري: السد ممتلئ\n\nقال وزير الري أشرف ثابت إن الموسم مطمئن.", []want{
			indirect("السد ممتلئ", "أشرف ثابت", speakers.ByHeadline),
			indirect("الموسم مطمئن", "أشرف ثابت", speakers.ByName)}},
		{"quote", "مدرب المنتخب: «لن نخاف من أحد في هذه البطولة»\n\nيلعب المنتخب غدا.", []want{
			quoted("لن نخاف من أحد في هذه البطولة", "مدرب المنتخب", speakers.ByHeadline)}},
		{"organization", "البنك المركزي: التضخم دون خمسة في المئة\n\nارتفعت الأسعار قليلا.", []want{
			indirect("التضخم دون خمسة في المئة", "البنك المركزي", speakers.ByHeadline)}},
		{"list", "افتتح المعرض أبوابه أمس.\n\nاقرأ أيضا:\nوزير السياحة: الفنادق ممتلئة\nنقيب المعلمين: لا إضراب هذا العام", []want{
			indirect("الفنادق ممتلئة", "وزير السياحة", speakers.ByHeadline),
			indirect("لا إضراب هذا العام", "نقيب المعلمين", speakers.ByHeadline)}},
		{"a byline with the place is no speaker", "سامي العلي- المنار- بيروت: أغلقت البلدية السوق القديم أمس.\n\nوعاد الهدوء إلى المدينة.", nil},
		{"a topic is no speaker", "أسعار الذهب: ارتفاع جديد\n\nصعد المعدن أمس.", nil},
		{"the focus ends at the list", "قال مدير الميناء غسان زيدان إن السفن عادت.\n\nاقرأ أيضا:\nوأضاف أن الطقس تحسن.", []want{
			indirect("السفن عادت", "غسان زيدان", speakers.ByName)}},
		{"لـ and a paper", "كريم السالمي لـ«المساء»: الاتفاق قريب\n\nتقترب المفاوضات من نهايتها.", []want{
			indirect("الاتفاق قريب", "كريم السالمي", speakers.ByHeadline)}},
	}},
	{"speech behind a colon without marks", []example{
		{"verb", "وقال المزارع عيسى الخطيب: خسرنا الموسم كله ولم يسأل عنا أحد.", []want{
			spoken("خسرنا الموسم كله ولم يسأل عنا أحد", "عيسى الخطيب", speakers.ByName)}},
		{"several sentences", "وقال المزارع عيسى الخطيب: خسرنا الموسم كله. لم يسأل عنا أحد.", []want{
			spoken("خسرنا الموسم كله. لم يسأل عنا أحد", "عيسى الخطيب", speakers.ByName)}},
		{"up to the next cue", "وقال المزارع عيسى الخطيب: خسرنا الموسم كله. وأضاف أن الديون تراكمت.", []want{
			spoken("خسرنا الموسم كله", "عيسى الخطيب", speakers.ByName),
			indirect("الديون تراكمت", "عيسى الخطيب", speakers.ByElision)}},
		{"participle", "واحتج النائب سمعان عبود قائلا: لم نقبض منذ شهرين.", []want{
			spoken("لم نقبض منذ شهرين", "سمعان عبود", speakers.ByParticiple)}},
	}},
	{"kinds of marks", append(everyMark(),
		example{"nested", "وقال الشاهد مؤنس سليمان: «سمعته يصرخ ‹افتحوا الباب› ثم ساد الصمت».", []want{
			quoted("سمعته يصرخ ‹افتحوا الباب› ثم ساد الصمت", "مؤنس سليمان", speakers.ByName)}},
		example{"brackets inside", "وقال الشاهد مؤنس سليمان: «رأيت رجال (الحرس) يدخلون من الباب الخلفي».", []want{
			quoted("رأيت رجال (الحرس) يدخلون من الباب الخلفي", "مؤنس سليمان", speakers.ByName)}},
		example{"an odd mark costs its sentence only", "وقال الشاهد مؤنس سليمان إن الباب كان\" مفتوحا.\n\nوقالت الجارة عبير قاسم: \"لم أسمع شيئا تلك الليلة أبدا\".", []want{
			indirect("الباب كان\" مفتوحا", "مؤنس سليمان", speakers.ByName),
			quoted("لم أسمع شيئا تلك الليلة أبدا", "عبير قاسم", speakers.ByName)}},
		example{"an unclosed mark costs its sentence only", "وقال الشاهد مؤنس سليمان: «كان الباب مفتوحا على الشارع. ثم غادر المحكمة.\n\nوقالت الجارة عبير قاسم إن الليلة كانت هادئة.", []want{
			quoted("كان الباب مفتوحا على الشارع", "مؤنس سليمان", speakers.ByName),
			indirect("الليلة كانت هادئة", "عبير قاسم", speakers.ByName)}},
		example{"several paragraphs", "وقال الرئيس ممدوح عزام: «أيها الناس، جئت إليكم اليوم بلا وعود.\n\n«لن أبني القصور ولن أقطع الطرق».", []want{
			quoted("أيها الناس، جئت إليكم اليوم بلا وعود.", "ممدوح عزام", speakers.ByName),
			quoted("لن أبني القصور ولن أقطع الطرق", "ممدوح عزام", speakers.ByElision)}},
	)},
	{"names in marks", []example{
		{"a party", "وقال المتحدث باسم «حزب الأرز» جوني سركيس إن الانتخابات نزيهة.", []want{
			indirect("الانتخابات نزيهة", "جوني سركيس", speakers.ByName)}},
		{"a festival in the clause", "وأعلن وزير الثقافة بهاء مرعي أن مهرجان «ليالي النهر» سيعود.", []want{
			indirect("مهرجان «ليالي النهر» سيعود", "بهاء مرعي", speakers.ByName)}},
		{"a paper spoken to", "وقالت الكاتبة سمر يزبك لـ«الجريدة» إن الكتاب سيصدر قريبا.", []want{
			indirect("الكتاب سيصدر قريبا", "سمر يزبك", speakers.ByName)}},
		{"no statement", "فاز فريق «النسور» على فريق «الصقور» بهدفين.", nil},
		{"a film", "عرض فيلم «حكاية بلا نهاية» مساء أمس.", nil},
		{"the speaker's own name", "قالت المذيعة رولا بروس إن البرنامج توقف. وأضافت «بروس» أن القناة اعتذرت.", []want{
			indirect("البرنامج توقف", "رولا بروس", speakers.ByName),
			indirect("القناة اعتذرت", "رولا بروس", speakers.ByName)}},
		{"a company as the speaker", "وأعلنت شركة «نخيل» أن الأرباح تضاعفت.", []want{
			indirect("الأرباح تضاعفت", "شركة «نخيل»", speakers.ByName)}},
		{"a movement as the speaker", "وأكدت حركة «الفجر» أن الهدنة قائمة.", []want{
			indirect("الهدنة قائمة", "حركة «الفجر»", speakers.ByName)}},
	}},
	{"fragments", []example{
		{"وصفه بأنه", "ووصف النائب منصور قدري القرار بأنه «خطوة متهورة».", []want{
			mixed("«خطوة متهورة»", "منصور قدري", speakers.ByName, "خطوة متهورة")}},
		{"وصفته بأنه", "وتحدثت الناقدة جمانة طه عن الفيلم ووصفته بأنه «عمل ناقص».", []want{
			mixed("«عمل ناقص»", "جمانة طه", "", "عمل ناقص")}},
		{"وصفه ب", "ووصف السفير عماد شاهين الاتفاق بـ«التاريخي وغير المسبوق».", []want{
			mixed("«التاريخي وغير المسبوق»", "عماد شاهين", speakers.ByName, "التاريخي وغير المسبوق")}},
		{"in a clause", "وقالت العمدة نهى سالم إن الحديقة «رئة نتنفس منها جميعا» ولن تباع.", []want{
			mixed("الحديقة «رئة نتنفس منها جميعا» ولن تباع", "نهى سالم", speakers.ByName, "رئة نتنفس منها جميعا")}},
		{"fragments that و joins", "وطالب الوزير منصور قدري الشركة بـ«الكشف عن كل حساباتها في الخارج» و«التعاون مع لجنة التحقيق».", []want{
			mixed("«الكشف عن كل حساباتها في الخارج» و«التعاون مع لجنة التحقيق»", "منصور قدري", speakers.ByName, "الكشف عن كل حساباتها في الخارج", "التعاون مع لجنة التحقيق")}},
		{"two fragments", "وقال الطبيب لؤي خضر إن الحالة «أسوأ مما كنا نتوقع» وإن العائلة «تعيش كابوسا».", []want{
			mixed("الحالة «أسوأ مما كنا نتوقع» وإن العائلة «تعيش كابوسا»", "لؤي خضر", speakers.ByName, "أسوأ مما كنا نتوقع", "تعيش كابوسا")}},
		{"behind a preposition the phrase is quoted", "ودعا الوزير منصور قدري إلى إنهاء «الأعمال العدائية» في المدينة فورا.", []want{
			mixed("إنهاء «الأعمال العدائية» في المدينة فورا", "منصور قدري", speakers.ByName, "الأعمال العدائية")}},
		{"with the preposition joined", "وهددت النقابة بإضراب «مفتوح حتى تلبية كل المطالب».", []want{
			mixed("بإضراب «مفتوح حتى تلبية كل المطالب»", "النقابة", speakers.ByTitle, "مفتوح حتى تلبية كل المطالب")}},
		{"behind the subject", "وأعلنت الوزيرة نهى سالم استعداد بلادها «لفتح المعابر في أي وقت».", []want{
			mixed("استعداد بلادها «لفتح المعابر في أي وقت»", "نهى سالم", speakers.ByName, "لفتح المعابر في أي وقت")}},
		{"واصفا إياها", "ورد الوزير ثائر جمعة على التهم واصفا إياها بأنها «أكاذيب رخيصة».", []want{
			mixed("«أكاذيب رخيصة»", "ثائر جمعة", speakers.ByParticiple, "أكاذيب رخيصة")}},
		{"اتهم", "واتهم رئيس الحزب ضياء الأمين الحكومة بأنها «تبيع البلاد بالتقسيط».", []want{
			mixed("«تبيع البلاد بالتقسيط»", "ضياء الأمين", speakers.ByName, "تبيع البلاد بالتقسيط")}},
		{"ندد ب", "وندد النائب جميل عطية بـ«الجريمة التي لا يمكن السكوت عنها».", []want{
			mixed("«الجريمة التي لا يمكن السكوت عنها»", "جميل عطية", speakers.ByName, "الجريمة التي لا يمكن السكوت عنها")}},
		{"رفضه", "وأعلن النائب جميل عطية رفضه «أي مساومة على حقوق الناس».", []want{
			mixed("رفضه «أي مساومة على حقوق الناس»", "جميل عطية", speakers.ByName, "أي مساومة على حقوق الناس")}},
	}},
	{"conjunction and marks", []example{
		{"inside the marks", "وأضاف رئيس النادي ماهر الأسعد «أن اللاعبين لم يتسلموا رواتبهم منذ أشهر».", []want{
			quoted("أن اللاعبين لم يتسلموا رواتبهم منذ أشهر", "ماهر الأسعد", speakers.ByName)}},
		{"a whole clause in marks", "وأكد رئيس النادي ماهر الأسعد أن «اللاعبين لم يتسلموا رواتبهم منذ أشهر».", []want{
			mixed("«اللاعبين لم يتسلموا رواتبهم منذ أشهر»", "ماهر الأسعد", speakers.ByName, "اللاعبين لم يتسلموا رواتبهم منذ أشهر")}},
		{"a clause that begins in marks", "وأكد رئيس النادي ماهر الأسعد أن «الرواتب ستدفع» قبل نهاية الموسم.", []want{
			mixed("«الرواتب ستدفع» قبل نهاية الموسم", "ماهر الأسعد", speakers.ByName, "الرواتب ستدفع")}},
		{"a clause that ends in marks", "وأكد رئيس النادي ماهر الأسعد أن الجمهور «سيبقى وفيا للفريق».", []want{
			mixed("الجمهور «سيبقى وفيا للفريق»", "ماهر الأسعد", speakers.ByName, "سيبقى وفيا للفريق")}},
	}},
	{"quote before its cue", []example{
		{"قال", "«لن نتراجع عن مطالبنا مهما طال الوقت»، قال رئيس النقابة جورج حنا.", []want{
			quoted("لن نتراجع عن مطالبنا مهما طال الوقت", "جورج حنا", speakers.ByName).withCue("قال")}},
		{"قالت", "«كانت أصعب ليلة في حياتي كلها»، قالت الممرضة إيمان شكري.", []want{
			quoted("كانت أصعب ليلة في حياتي كلها", "إيمان شكري", speakers.ByName).withGender("f")}},
		{"يقول", "«لا أحد يشتري الذهب هذه الأيام»، يقول الصائغ فارس دياب.", []want{
			quoted("لا أحد يشتري الذهب هذه الأيام", "فارس دياب", speakers.ByName)}},
		{"broken off and resumed", "«لم أكن أعرف السباحة»، يقول الناجي وسيم حمدي، «لكنني تمسكت بالخشبة حتى الصباح».", []want{
			quoted("لم أكن أعرف السباحة", "وسيم حمدي", speakers.ByName),
			quoted("لكنني تمسكت بالخشبة حتى الصباح", "وسيم حمدي", speakers.ByName)}},
	}},
	{"paragraphs in marks", []example{
		{"go on", "وقال رئيس البلدية صبحي الترك: «عملنا ليلا ونهارا لإنقاذ السد».\n\n«لم ينم أحد منا منذ ثلاثة أيام».", []want{
			quoted("عملنا ليلا ونهارا لإنقاذ السد", "صبحي الترك", speakers.ByName),
			quoted("لم ينم أحد منا منذ ثلاثة أيام", "صبحي الترك", speakers.ByElision)}},
		{"signature on the line", "زرنا أهل القرية بعد الحريق.\n\n«لم يبق لنا سوى شجرة واحدة في الحقل» — نادين شرف", []want{
			quoted("لم يبق لنا سوى شجرة واحدة في الحقل", "نادين شرف", speakers.ByName)}},
		{"signature on the next line", "زرنا أهل القرية بعد الحريق.\n\n«لم يبق لنا سوى شجرة واحدة في الحقل»\n- نادين شرف", []want{
			quoted("لم يبق لنا سوى شجرة واحدة في الحقل", "نادين شرف", speakers.ByName)}},
		{"name above", "سألنا أهل الحي عن رأيهم.\n\nسعيد المصري\n«لم نعد نسمع سوى صوت الحفارات طوال النهار»\n\nلمياء الحسن\n«نريد حديقة يلعب فيها أولادنا»", []want{
			quoted("لم نعد نسمع سوى صوت الحفارات طوال النهار", "سعيد المصري", speakers.ByName),
			quoted("نريد حديقة يلعب فيها أولادنا", "لمياء الحسن", speakers.ByName)}},
	}},
	{"interviews", []example{
		{"names", "التقت مجلة «مشاهد» المخرج مازن الفارس.\n\nمازن الفارس: بدأنا التصوير في الربيع.\n\nمازن الفارس: لا شيء الآن.", []want{
			{content: "بدأنا التصوير في الربيع", speaker: "مازن الفارس", how: speakers.ByHeadline},
			{content: "لا شيء الآن", speaker: "مازن الفارس", how: speakers.ByHeadline}}},
		{"long turns", "مشاهد: متى بدأت؟\n\nمازن الفارس: " + long + ".\n\nمشاهد: وما المشروع المقبل؟\n\nالفارس: " + long + ".", []want{
			{content: long, speaker: "مازن الفارس", how: speakers.ByHeadline},
			{content: long, speaker: "مازن الفارس", how: speakers.ByHeadline}}},
	}},
	{"interviews with س and ج", []example{
		{"from the headline", "حوار مع الكاتب إدوار ملحم\n\n* س: متى تكتب؟\n\n* ج: أكتب قبل الفجر بساعة.\n\n* س: ولمن تكتب؟\n\n* ج: أكتب لنفسي أولا.", []want{
			{content: "أكتب قبل الفجر بساعة", speaker: "إدوار ملحم", how: speakers.ByHeadline},
			{content: "أكتب لنفسي أولا", speaker: "إدوار ملحم", how: speakers.ByHeadline}}},
	}},
	{"no statements", []example{
		{"negated", "ولم يقل الوزير إن الضرائب سترتفع.", nil},
		{"negated, feminine", "ولم تؤكد الشركة أن العقد ألغي.", nil},
		{"plain noun complement", "أعلن وزير الإعلام وفاة الكاتب عن ثمانين عاما.", nil},
		{"دعا إلى", "ودعا الأمين العام إلى وقف النار فورا.", nil},
		{"حذر من and a noun", "وحذر الرئيس من التصعيد على الحدود.", nil},
		{"أكد and a noun", "وأكد الوزير أهمية التعاون بين البلدين.", nil},
		{"يذكر أن", "يذكر أن المهرجان انطلق قبل عشرين عاما.", nil},
		{"يشار إلى أن", "يشار إلى أن الملعب يتسع لأربعين ألف متفرج.", nil},
		{"تبين أن", "وتبين أن الحريق اندلع في المطبخ.", nil},
		{"قرر أن", "وقرر المدرب أن يلعب بمهاجمين.", nil},
		{"no cue at all", "هطلت الأمطار على المدينة وأغلقت الطرق.", nil},
	}},
	{"a source inside another's statement", []example{
		{"clause", "وقال وزير الصحة طارق العلي إن الأطباء حذروا من أن الوباء سينتشر.", []want{
			indirect("الأطباء حذروا من أن الوباء سينتشر", "طارق العلي", speakers.ByName),
			indirect("الوباء سينتشر", "الأطباء", speakers.ByTitle)}},
		{"the marked words are the innermost source's", "وقال المحامي نبيل كنعان إن الخبير أكد أن التوقيع «مزور من أوله إلى آخره».", []want{
			indirect("الخبير أكد أن التوقيع «مزور من أوله إلى آخره»", "نبيل كنعان", speakers.ByName),
			mixed("التوقيع «مزور من أوله إلى آخره»", "الخبير", speakers.ByTitle, "مزور من أوله إلى آخره")}},
		{"denial", "ونفى النائب جميل عطية أن يكون قد قال إن القانون ظالم.", []want{
			indirect("يكون قد قال إن القانون ظالم", "جميل عطية", speakers.ByName),
			indirect("القانون ظالم", "جميل عطية", speakers.ByElision)}},
	}},
	{"titles and their bearers", []example{
		{"named before", "قال وزير الخارجية نزار الحربي إن الحوار مستمر. وأكد الوزير أن القمة ستعقد في موعدها.", []want{
			indirect("الحوار مستمر", "نزار الحربي", speakers.ByName),
			indirect("القمة ستعقد في موعدها", "نزار الحربي", speakers.ByTitle)}},
		{"named behind", "قال وزير الخارجية إن الحوار مستمر.\n\nوكان وزير الخارجية نزار الحربي عاد أمس من جولة طويلة.", []want{
			indirect("الحوار مستمر", "نزار الحربي", speakers.ByTitle)}},
		{"short title behind", "زار رئيس الوزراء سليمان الأحمد المصنع. وقال رئيس الوزراء إن الإنتاج سيتضاعف.", []want{
			indirect("الإنتاج سيتضاعف", "سليمان الأحمد", speakers.ByTitle)}},
		{"nationality tells them apart", "زار أنقرة وزير الدفاع الإيطالي ماركو روسيني، وكان وزير الدفاع التركي أورهان دمير في استقباله. وقال الوزير الإيطالي إن التعاون سيتوسع.", []want{
			indirect("التعاون سيتوسع", "ماركو روسيني", speakers.ByTitle)}},
		{"feminine title", "وصلت مديرة المدرسة أسماء بكري متأخرة. وقالت المديرة إن الحافلة تعطلت.", []want{
			indirect("الحافلة تعطلت", "أسماء بكري", speakers.ByTitle).withGender("f")}},
		{"nobody names the bearer", "وقال قائد المنطقة إن الهدوء عاد.", []want{
			indirect("الهدوء عاد", "قائد المنطقة", speakers.ByTitle).withKind(speakers.Anonymous)}},
	}},
	{"short names", []example{
		{"family name", "قالت الباحثة نوال الشامي إن الدراسة استمرت عاما. وأوضحت الشامي أن العينة كبيرة.", []want{
			indirect("الدراسة استمرت عاما", "نوال الشامي", speakers.ByName),
			indirect("العينة كبيرة", "نوال الشامي", speakers.ByName)}},
		{"short before long", "وعد بلحاج بالكثير. وقال بلحاج إن الوقت حان. وكان حمزة بلحاج رأس الحزب عشر سنوات.", []want{
			indirect("الوقت حان", "حمزة بلحاج", speakers.ByName)}},
		{"one family name, two people", "قال النائب سامي الخوري إن القانون عادل. وقالت المحامية هدى الخوري إن القانون ظالم. وأضافت الخوري أن الطعن جاهز. وقال سامي الخوري إن الطعن سيفشل.", []want{
			indirect("القانون عادل", "سامي الخوري", speakers.ByName),
			indirect("القانون ظالم", "هدى الخوري", speakers.ByName).withGender("f"),
			indirect("الطعن جاهز", "هدى الخوري", speakers.ByName).withGender("f"),
			indirect("الطعن سيفشل", "سامي الخوري", speakers.ByName).withGender("m")}},
	}},
	{"several speakers", []example{
		{"فيما", "وقال الوزير كريم السالمي إن الطريق مفتوح، فيما أكد النائب ماجد سعد أن الطريق مغلق.", []want{
			indirect("الطريق مفتوح", "كريم السالمي", speakers.ByName),
			indirect("الطريق مغلق", "ماجد سعد", speakers.ByName)}},
		{"بينما", "وقالت الشركة إن المنتج آمن، بينما قالت جمعية المستهلك إن التجارب ناقصة.", []want{
			indirect("المنتج آمن", "الشركة", speakers.ByTitle),
			indirect("التجارب ناقصة", "جمعية المستهلك", speakers.ByName)}},
		{"من جهته", "قال المدرب خليل رشيد إن المباراة صعبة. من جهته، أكد اللاعب أدهم فوزي أن الفريق سيفوز.", []want{
			indirect("المباراة صعبة", "خليل رشيد", speakers.ByName),
			indirect("الفريق سيفوز", "أدهم فوزي", speakers.ByName)}},
		{"وقال … إن … وأكدت", "وقال الوزير كريم السالمي إن الطريق مفتوح وأكدت النائبة منال سعد أن الطريق مغلق.", []want{
			indirect("الطريق مفتوح", "كريم السالمي", speakers.ByName),
			indirect("الطريق مغلق", "منال سعد", speakers.ByName)}},
		{"spokesman and ministry", "قال المتحدث باسم وزارة الدفاع رامي عساف إن القوات انسحبت. وأكدت وزارة الدفاع أن الانسحاب كامل.", []want{
			indirect("القوات انسحبت", "رامي عساف", speakers.ByName).withKind(speakers.Person),
			indirect("الانسحاب كامل", "وزارة الدفاع", speakers.ByName).withKind(speakers.Organization)}},
		{"spokesman nobody names", "وقال المتحدث باسم البلدية إن المياه ستعود.", []want{
			indirect("المياه ستعود", "المتحدث باسم البلدية", speakers.ByTitle).withKind(speakers.Anonymous)}},
		{"the same one", "وقال مصدر دبلوماسي إن اللقاء فشل. وأضاف المصدر نفسه أن لقاء آخر سيعقد.", []want{
			indirect("اللقاء فشل", "مصدر دبلوماسي", speakers.ByTitle),
			indirect("لقاء آخر سيعقد", "مصدر دبلوماسي", speakers.ByTitle)}},
		{"المتحدث نفسه", "وقال المتحدث باسم الشرطة ياسين الرفاعي إن السجين فر. وأوضح المتحدث نفسه أن البحث مستمر.", []want{
			indirect("السجين فر", "ياسين الرفاعي", speakers.ByName),
			indirect("البحث مستمر", "ياسين الرفاعي", speakers.ByTitle)}},
		{"joint", "وقال سامي ربيع ومنى خليل إن العرس سيقام في الصيف.", []want{
			indirect("العرس سيقام في الصيف", "سامي ربيع ومنى خليل", speakers.ByName)}},
		{"joint goes on", "وقال سامي ربيع ومنى خليل إن العرس سيقام في الصيف. وأضافا أن الأهل موافقون.", []want{
			indirect("العرس سيقام في الصيف", "سامي ربيع ومنى خليل", speakers.ByName),
			indirect("الأهل موافقون", "سامي ربيع ومنى خليل", speakers.ByElision)}},
		{"plural goes on", "وقال سكان الحي إن المياه ملوثة. وأضافوا أن الأطفال مرضوا.", []want{
			indirect("المياه ملوثة", "سكان الحي", speakers.ByTitle),
			indirect("الأطفال مرضوا", "سكان الحي", speakers.ByElision)}},
	}},
	{"words that look like cues", []example{
		{"participle that is the subject", "وقال منتقدون إن الخطة باهظة.", []want{
			indirect("الخطة باهظة", "منتقدون", speakers.ByTitle).withKind(speakers.Anonymous)}},
		{"statements handed on", "وقال المدرب عادل سامح في تصريحات نقلتها صحيفة الميناء إن اللاعب مصاب.", []want{
			indirect("اللاعب مصاب", "عادل سامح", speakers.ByName)}},
		{"interview printed", "وقال المدرب عادل سامح في مقابلة نشرت أمس إن اللاعب مصاب.", []want{
			indirect("اللاعب مصاب", "عادل سامح", speakers.ByName)}},
		{"impersonal", "وافتتحت البلدية الجسر. ومما يذكر أن الجسر قديم.", nil},
		{"except that", "ونقل المصابون إلى المستشفى إلا أن أحدهم مات.", nil},
		{"except that without hamza", "ونقل المصابون الى المستشفى الا ان احدهم مات.", nil},
		{"without doing", "وقال الحارس عادل سامح من دون أن يرفع رأسه إن الباب مغلق.", []want{
			indirect("الباب مغلق", "عادل سامح", speakers.ByName)}},
		{"between people", "وقالت مصادر بين المزارعين المحليين إن البئر جفت.", []want{
			indirect("البئر جفت", "مصادر بين المزارعين المحليين", speakers.ByTitle)}},
		{"fa in a name", "وكشف فان دورن بأن العقد ينتهي غدا.", []want{
			indirect("العقد ينتهي غدا", "فان دورن", speakers.ByName)}},
		{"to a channel of letters", "ولكن المدرب عادل سامح قال لبي بي سي إنه لن يرحل.", []want{
			indirect("لن يرحل", "عادل سامح", speakers.ByName)}},
		{"a channel of letters with N", "وقال المدرب عادل سامح لشبكة سي إن إن إن العقد ينتهي غدا.", []want{
			indirect("العقد ينتهي غدا", "عادل سامح", speakers.ByName)}},
	}},
	{"verb with a pronoun", []example{
		{"described", "ووصفها المدرب عادل سامح بأنها أصعب مباراة في الموسم.", []want{
			indirect("أصعب مباراة في الموسم", "عادل سامح", speakers.ByName).withCue("ووصفها")}},
		{"described in marks", "وهي خطوة وصفها المدرب عادل سامح بأنها «قفزة في الظلام».", []want{
			mixed("«قفزة في الظلام»", "عادل سامح", speakers.ByName, "قفزة في الظلام").withCue("وصفها")}},
		{"according to what he said", "وانقطعت الكهرباء عن الحي، بحسب ما قاله الحارس عادل سامح.", []want{
			indirect("وانقطعت الكهرباء عن الحي", "عادل سامح", speakers.ByName).withCue("بحسب ما قاله")}},
		{"لما ذكره", "وانقطعت الكهرباء عن الحي، طبقا لما ذكره الحارس عادل سامح.", []want{
			indirect("وانقطعت الكهرباء عن الحي", "عادل سامح", speakers.ByName).withCue("طبقا لما ذكره")}},
	}},
	{"كما and a verb", []example{
		{"behind the clause", "وانقطعت الكهرباء عن الحي، كما ذكرت شركة النور.", []want{
			indirect("وانقطعت الكهرباء عن الحي", "شركة النور", speakers.ByName).withCue("كما ذكرت")}},
		{"with the time", "وانقطعت الكهرباء عن الحي، كما أعلنت شركة النور أمس.", []want{
			indirect("وانقطعت الكهرباء عن الحي", "شركة النور", speakers.ByName)}},
		{"something else that was said", "وانقطعت الكهرباء عن الحي، كما أعلنت شركة النور تأجيل الصيانة.", nil},
		{"something else that was done", "وانقطعت الكهرباء عن الحي، كما طالب السكان البلدية بالرد.", nil},
	}},
	{"marks behind a noun with the article", []example{
		{"says what it is", "وأكدت المهندسة نهى سالم أن الفيلم «أجمل ما رأيت في حياتي».", []want{
			mixed("الفيلم «أجمل ما رأيت في حياتي»", "نهى سالم", speakers.ByName, "أجمل ما رأيت في حياتي")}},
	}},
	{"فقد behind a source", []example{
		{"ووفقا", "ووفقا لمسؤولي البلدية فقد غرق زورقان أمس.", []want{
			indirect("غرق زورقان أمس", "مسؤولي البلدية", speakers.ByTitle)}},
	}},
	{"speech without a sign before it", []example{
		{"behind the speaker", "وقال المدرب سامي العلي لقد تعبنا كثيرا هذا الموسم ونستحق الفوز.", []want{
			spoken("لقد تعبنا كثيرا هذا الموسم ونستحق الفوز", "سامي العلي", speakers.ByName)}},
		{"behind the verb", "وقال البائع حسن منصور إن السوق راكدة. وأضاف لم نبع شيئا منذ بداية الأسبوع.", []want{
			indirect("السوق راكدة", "حسن منصور", speakers.ByName),
			spoken("لم نبع شيئا منذ بداية الأسبوع", "حسن منصور", speakers.ByElision)}},
		{"a dash behind the colon", "وقال البائع حسن منصور: - لم نبع شيئا منذ بداية الأسبوع.", []want{
			spoken("لم نبع شيئا منذ بداية الأسبوع", "حسن منصور", speakers.ByName)}},
		{"إننا behind the colon belongs to it", "وقال المدرب سامي العلي: إننا مستعدون للمباراة وسنقاتل حتى النهاية.", []want{
			spoken("إننا مستعدون للمباراة وسنقاتل حتى النهاية", "سامي العلي", speakers.ByName)}},
		{"in round brackets", "وقال الشيخ سعيد المرزوقي: (من صبر ظفر بما يريد ولو بعد حين) ثم سكت.", []want{
			spoken("من صبر ظفر بما يريد ولو بعد حين", "سعيد المرزوقي", speakers.ByName)}},
		{"an object is no speech", "وقال المدير كلمته في نهاية الحفل.", nil},
	}},
	{"وأن behind a noun phrase", []example{
		{"verb", "وأكد الوزير سالم البكري متانة العلاقات بين البلدين، وأن الزيارة كانت مثمرة.", []want{
			indirect("الزيارة كانت مثمرة", "سالم البكري", speakers.ByName).withCue("وأكد")}},
		{"participle", "ورحب الوزير سالم البكري بالاتفاق، مؤكدا متانة العلاقات بين البلدين، وأن الزيارة كانت مثمرة.", []want{
			indirect("الزيارة كانت مثمرة", "سالم البكري", speakers.ByParticiple).withCue("مؤكدا")}},
	}},
	{"a verb that is a preposition or a noun too", []example{
		{"بين behind من جهته", "من جهته بين مدير البرنامج فارس القحطاني أن التسجيل مفتوح.", []want{
			indirect("التسجيل مفتوح", "فارس القحطاني", speakers.ByName).withCue("بين")}},
		{"كشف behind an adjective", "وفي القطاع نفسه كشف التقرير السنوي للمصرف المركزي أن القروض ارتفعت.", []want{
			indirect("القروض ارتفعت", "المصرف المركزي", speakers.ByName).withCue("كشف")}},
		{"لافتة إلى", "وقالت الطبيبة سلوى العمري إن اللقاح متوفر، لافتة إلى أن المراكز مفتوحة.", []want{
			indirect("اللقاح متوفر", "سلوى العمري", speakers.ByName),
			indirect("المراكز مفتوحة", "سلوى العمري", speakers.ByParticiple).withCue("لافتة")}},
		{"a town is no verb", "وسافر المدير نبيل قاسم إلى عدن ثم أعلن أن المصنع سيفتح.", []want{
			indirect("المصنع سيفتح", "نبيل قاسم", speakers.ByElision).withCue("أعلن")}},
	}},
	{"a source without a comma behind it", []example{
		{"verb", "وبحسب وزارة التجارة ارتفعت الأسعار في الأسواق بنسبة كبيرة، وزاد الطلب.", []want{
			indirect("ارتفعت الأسعار في الأسواق بنسبة كبيرة، وزاد الطلب", "وزارة التجارة", speakers.ByName)}},
	}},
	{"gender", []example{
		{"verb", "وقالت جيهان نصر إن الموسيقى لغة.", []want{
			indirect("الموسيقى لغة", "جيهان نصر", speakers.ByName).withGender("f")}},
		{"masculine verb", "وقال جيهان نصر إن الموسيقى لغة.", []want{
			indirect("الموسيقى لغة", "جيهان نصر", speakers.ByName).withGender("m")}},
		{"title", "وبحسب المتحدثة باسم الجامعة سلوى وهبي، فإن القبول مفتوح.", []want{
			indirect("القبول مفتوح", "سلوى وهبي", speakers.ByName).withGender("f")}},
		{"a name alone does not tell", "وبحسب ربى سليم، تأخر القطار ساعتين.", []want{
			indirect("تأخر القطار ساعتين", "ربى سليم", speakers.ByName).withGender(unknown)}},
		{"later verb tells", "نادين شرف: الصحافة مهنة شاقة\n\nوقالت نادين شرف إن الجائزة متأخرة.", []want{
			indirect("الصحافة مهنة شاقة", "نادين شرف", speakers.ByHeadline).withGender("f"),
			indirect("الجائزة متأخرة", "نادين شرف", speakers.ByName).withGender("f")}},
		{"participle only", "رندة عوض تعود إلى المسرح.\n\nواعتذرت رندة عوض للجمهور، مضيفةً أن السفر طويل.", []want{
			indirect("السفر طويل", "رندة عوض", speakers.ByParticiple).withGender("f")}},
	}},
}

// long is an answer of more words than a headline has.
const long = "بدأنا في الربيع الماضي وانتهينا قبل أسبوع واحد فقط من افتتاح المهرجان، وكانت تجربة شاقة على الجميع من الممثلين " +
	"إلى عمال الإضاءة والصوت، ولا أظن أنني سأكررها قريبا في مثل هذه الظروف الصعبة التي عشناها جميعا"

// everyMark is one sentence in every kind of quotation mark.
func everyMark() []example {
	const words = "لا أذكر من الحادث سوى الضوء والصوت"
	var out []example
	for name, marks := range map[string][2]string{
		"guillemets": {"«", "»"}, "spaced guillemets": {"« ", " »"}, "curly": {"“", "”"}, "curly the other way": {"”", "“"},
		"straight": {`"`, `"`}, "single guillemets": {"‹", "›"}, "single curly": {"‘", "’"},
		"low": {"„", "“"}, "double brackets": {"((", "))"},
	} {
		out = append(out, example{name, "وقال الناجي إسحاق نعمة: " + marks[0] + words + marks[1] + ". ونقل إلى المستشفى.", []want{
			quoted(words, "إسحاق نعمة", speakers.ByName)}})
	}
	return out
}
