package quotes_test

import (
	"strings"
	"testing"
)

// TestBehind puts behind a text what used to change its statements.
func TestBehind(t *testing.T) {
	long := strings.Repeat("بدأنا التصوير في الربيع وانتهينا قبل أسبوع واحد فقط من افتتاح المهرجان، ", 4)
	tests := []struct {
		name, text, behind string
	}{
		{"a word of the phrase recurs", "وقال المفتش شايع الحفر إن الطريق مفتوح.", "وأكد شايع أن الحفر مستمر. ووصل شايع. وانتهى الحفر."},
		{"a word of the object recurs", "ووصف الوزير سالم نتنياهو الهجوم بأنه «جريمة بغيضة».", "وقع الهجوم أمس. وأدان الهجوم عدد من الوزراء."},
		{"a family name becomes known", "وأكد الشرقي أن الملعب جاهز.", "ووصل المدرب أوس الشرقي إلى الملعب. وقال أوس الشرقي إن الفريق جاهز."},
		{"a family name that no list has becomes known", "ونفى زرنوق ذلك، وأضاف أن الخبر كاذب.", "وقال أليكس زرنوق إنه سيعود."},
		{"على is spelled with ى", "واتفق الطرفان علي خالد، وقال الناطق إن العمل مستمر.", "ووقف على الباب."},
		{"a turn of an interview", "مازن الفارس: " + long + "انتهى.", "الفارس: " + long + "انتهى."},
		{"the gender of who was named", "حضر الجلسة القاضي رجاء منصور. وقال إن الحكم نهائي.", "وقالت رجاء منصور إن الحكم عادل. وأكدت منصور أن الأدلة كافية. وأضافت منصور أن الشهود حضروا."},
		{"the speaker inside another's words", "وقال المحامي نبيل كنعان إن الخبير كنعان أكد أن التوقيع «مزور من أوله إلى آخره».", "وقال الخبير نزار كنعان إن التوقيع واضح."},
		{"a word behind the last", "وقال المدير سامي العلي إن الرسالة لطيفة، ووضعت في مكانها وأضاف", "وأضاف أن الرسالة وصلت."},
		{"a line that points to other articles", "وقال المدير سامي العلي إن العمل مستمر.\n«لن نترك أحدا ينام في العراء هذا الشتاء».", "اقرأ أيضا: افتتاح المعرض"},
		{"a marked line below a line", "الملعب \"لقد كانت مباراة لا تنسى وكانت الجماهير تغني معنا حتى النهاية", "\"كان الحكم عادلا وكنا الأفضل في كل شيء\"."},
		{"marks of the next paragraph", "وقال المدير سامي العلي إن \"العمل \"مستمر", "في المصنع\" و\"العمال حاضرون\"."},
	}
	e := extractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			contained(t, tt.text, extract(t, e, tt.text), extract(t, e, tt.text+"\n\n"+tt.behind))
		})
	}
}
