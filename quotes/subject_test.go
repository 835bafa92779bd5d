package quotes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/qawl-nlp/qawl/quotes"
)

// TestSpeakers says who speaks each statement of a text, where the one named
// beside the cue is not the first noun behind it or stands in another sentence.
func TestSpeakers(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // names of the speakers
	}{
		{
			"behind the paper and a comma",
			"ويقول لـ «الضحى»، نزار كلاس الخبير القانوني، إن العقد باطل.",
			[]string{"نزار كلاس"},
		},
		{
			"behind a dash",
			"وقال - باسل الرواشدة - إن العقد باطل.",
			[]string{"باسل الرواشدة"},
		},
		{
			"a name of the shape of an adverb",
			"وقال كارلوس ماريسينا إن الفريق جاهز. وأضاف ماريسينا أن الملعب ممتاز.",
			[]string{"كارلوس ماريسينا", "كارلوس ماريسينا"},
		},
		{
			"who quotes another goes on, not whom he quotes",
			"قال الوزير كريم السالمي إن الخبير نزار كلاس حذر من أن السد ضعيف.\nوأضاف أن الأعمال ستبدأ قريبا.",
			[]string{"كريم السالمي", "نزار كلاس", "كريم السالمي"},
		},
		{
			"behind a comma",
			"من ناحيته قال، باسل الرواشدة، إن العقد باطل.",
			[]string{"باسل الرواشدة"},
		},
		{
			"what is described is no speaker",
			"وقالت الوزيرة هدى الراوي إن القرار متسرع. ووصفت القرار بأنه «خطأ كبير».",
			[]string{"هدى الراوي", "هدى الراوي"},
		},
		{
			"who describes is",
			"ووصف الوزير سالم البكري القرار بأنه «خطأ كبير».",
			[]string{"سالم البكري"},
		},
		{
			"who describes what the article has named before",
			"وأدى الهجوم إلى إصابة شخص. وهاجم رجل المارة في الهجوم، وانتهى الهجوم.\nوقالت الوزيرة هدى الراوي إن القرار متسرع. ووصف رئيس الوزراء الإيطالي لوكا برتنياهو الهجوم بأنه «جريمة بغيضة».",
			[]string{"هدى الراوي", "لوكا برتنياهو"},
		},
		{
			"the subject of another verb is no speaker",
			"وقال الوزير سالم البكري إن العقد باطل. ورداً على سؤال حول ما إذا كانت الشركة قد طلبت المساعدة، أشار إلى أن العمل مستمر.",
			[]string{"سالم البكري", "سالم البكري"},
		},
		{
			"a title in a list of titles",
			"وقال العميد نبيل الشهري الناطق الإعلامي للمرور ومدير إدارة السلامة إن الطرق مزدحمة. وأضاف مدير إدارة السلامة أن العمل مستمر.",
			[]string{"نبيل الشهري", "نبيل الشهري"},
		},
		{
			"a title whose words stand behind prepositions",
			"وقال الدكتور فارس القحطاني رئيس الجمعية الوطنية لحقوق الإنسان إن الخطوة مهمة. وأكد رئيس جمعية حقوق الإنسان أن العمل مستمر.",
			[]string{"فارس القحطاني", "فارس القحطاني"},
		},
		{
			"a country is the subject",
			"وافقت تونس على تمديد مشاركتها في البعثة، مشيرة إلى أن التمديد قد يصل إلى ستة أشهر.",
			[]string{"تونس"},
		},
		{
			"a mother is not her son",
			"وأكدت والدة سامي الحداد أنها شاهدت المباراة.",
			[]string{"والدة سامي الحداد"},
		},
		{
			"a minister's office is not the minister",
			"التقى خالد المرزوقي وفدا. وأكدت إدارة المرزوقي أن العمل مستمر.",
			[]string{"إدارة المرزوقي"},
		},
		{
			"a university is called after another",
			"وأوضح الباحث بجامعة الملك سلمان، خالد بن محمد النجار، أن النجم بعيد. وأضاف أن السماء صافية.",
			[]string{"خالد بن محمد النجار", "خالد بن محمد النجار"},
		},
		{
			"a woman with a title for men",
			"وقالت عضو المجلس ريم الفهد إن الدرس بدأ. وأضافت أن العمل مستمر.",
			[]string{"ريم الفهد", "ريم الفهد"},
		},
		{
			"an indefinite noun with a clause",
			"وقال دبلوماسي عربي يشارك في المشاورات إن «الاتفاق قريب جدا».",
			[]string{"دبلوماسي عربي يشارك في المشاورات"},
		},
		{
			"a share of the people asked",
			"وقال 37 في المئة من المشاركين في الاستطلاع، إنهم ينتظرون الرواتب.",
			[]string{"37 في المئة من المشاركين في الاستطلاع"},
		},
		{
			"a channel and an informed source",
			"ونقلت الصحيفة عن مصدر عربي مطلع على تفاصيل الزيارة، أن الوفد غادر.",
			[]string{"مصدر عربي مطلع على تفاصيل الزيارة"},
		},
		{
			"the occasion is no description",
			"وقال ضابط في البلدة الحدودية عبر الهاتف أمس إن الطريق مغلق.",
			[]string{"ضابط في البلدة الحدودية"},
		},
		{
			"a family name that is a noun",
			"وأكد وزير الاتصالات خالد حرب خلال المؤتمر أن «العمل مستمر في كل المناطق».",
			[]string{"خالد حرب"},
		},
		{
			"an object behind its subject",
			"طالبت الرابطة العربية هيئة الإغاثة بالمساعدة، مشيرة إلى أن الطريق مغلق.",
			[]string{"الرابطة العربية"},
		},
		{
			"an object that is a person",
			"وسأل صحفي هولندي وزير الصحة، قائلا: «هل تكفي الأدوية هذا العام؟».",
			[]string{"صحفي هولندي"},
		},
		{
			"one of two newspapers",
			"وقالت صحيفة الغد الأردنية وصحيفة الفجر التونسية إن الطريق مغلق. وكتبت صحيفة الشروق أن المطر غزير. وأضافت الصحيفة أن الجسر سقط.",
			[]string{"صحيفة الغد الأردنية وصحيفة الفجر التونسية", "صحيفة الشروق", "صحيفة الشروق"},
		},
		{
			"a plural in ون is no participle",
			"وقال الوزير سالم البكري إن العمل مستمر. ويرى معلقون أن الخطة فاشلة.",
			[]string{"سالم البكري", "معلقون"},
		},
		{
			"many, whoever they are",
			"وقال الوزير سالم البكري إن العمل مستمر. ويقول كثيرون إنهم ينتظرون الرواتب.",
			[]string{"سالم البكري", "كثيرون"},
		},
		{
			"a name behind a comma that begins like a preposition",
			"وقالت إحدى الطالبات، بريانا كوينتانيلا، إن الدرس بدأ.",
			[]string{"بريانا كوينتانيلا"},
		},
		{
			"a subject with a clause between commas",
			"إلا أن شاهد عيان، رفض كشف هويته، قال إنه رأى السيارة.",
			[]string{"شاهد عيان"},
		},
		{
			"a name in marks behind a title",
			"وأضاف المبعوث الدولي إلى اليمن «خالد المرزوقي»، أن العمل مستمر.",
			[]string{"خالد المرزوقي"},
		},
		{
			"a pronoun opens another clause",
			"وقالت هدى الراوي إن الدرس بدأ. وقالت وهي تبكي إنها خائفة.",
			[]string{"هدى الراوي", "هدى الراوي"},
		},
		{
			"what is described by a clause is no speaker",
			"وقال الوزير سالم البكري إن العمل مستمر. ووصف ما تعرض له الجندي من تعذيب بأنه «جريمة».",
			[]string{"سالم البكري", "سالم البكري"},
		},
	}
	for _, test := range tests {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			var got []string
			for _, st := range quotes.Extract(test.text) {
				got = append(got, st.Speaker.Name)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("speakers (-want +got)\n%s", diff)
			}
		})
	}
}
