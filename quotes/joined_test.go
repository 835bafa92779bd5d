package quotes_test

import (
	"strings"
	"testing"
)

// TestBehind puts behind a text what once changed its statements. Most of the texts
// are what was left of longer ones.
func TestBehind(t *testing.T) {
	long := strings.Repeat("بدأنا التصوير في الربيع وانتهينا قبل أسبوع واحد فقط من افتتاح المهرجان، ", 4)
	tests := []struct {
		name, text, behind string
	}{
		{"a name recurs", "الساعدي: الكشف", "الساعدي،"},
		{"a word behind a name recurs", "وأعلن النائب مع جميل عطية رفضه «أي الناس».", "النائب"},
		{"an object recurs", "ووصف الوزير سالم نتنياهو الهجوم بأنه «جريمة بغيضة».", "وقع الهجوم أمس. وأدان الهجوم عدد من الوزراء."},
		{"the words of a report recur", "وبحسب وزارة التجارة ارتفعت الأسعار وقال في", "التجارة ارتفعت الأسعار"},
		{"the words before marks recur", "وأعلنت الإدارة غياب \"يا", "الإدارة غياب"},
		{"a family name becomes known", "وأضافا ربيع أن البحث", "سامي ربيع"},
		{"a family name before an institution becomes known", "الأمطار حسب الكردي هيئة", "سهيل الكردي"},
		{"she becomes known as a woman", "سهى وتابع: كان", "قالت سهى"},
		{"he becomes known as a man", "السالمي وأضافت أن المشتركين", "الوزير السالمي"},
		{"a title becomes one man's", "المتحدث وأضافوا أن الأطفال", "المتحدث ياسين"},
		{"a woman of a name for both", "حضر الجلسة القاضي رجاء منصور. وقال إن الحكم نهائي.", "وقالت رجاء منصور إن الحكم عادل. وأكدت منصور أن الأدلة كافية. وأضافت منصور أن الشهود حضروا."},
		{"who speaks inside another's words", "المحامي وحذر أهمية نبيل كنعان إن الخبير أكد أن «مزور", "أهمية"},
		{"who stands between commas", "النيابة العمومية ذكرت، القلال في الإحالة، أن حركة", "فأجاب القلال: في تقريره"},
		{"a turn of an interview", "مازن الفارس: " + long + "انتهى.", "الفارس: " + long + "انتهى."},
		{"a paragraph in marks", "المصري «لم نعد نسمع سوى النهار»", "«لم في"},
		{"a line that points to other articles", "ووصل القس إلى المدينة.\n\"المواطن خط أحمر، ومن يتلاعب بقوته سيجد القانون في انتظاره\"", "اقرأ أيضاً"},
	}
	e := extractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			contained(t, tt.text, extract(t, e, tt.text), extract(t, e, tt.text+"\n\n"+tt.behind))
		})
	}
}
