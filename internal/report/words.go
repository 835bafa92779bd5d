package report

// words are the Arabic words for the codes of a field of the output.
var words = map[string]map[string]string{
	"type":   {"direct": "مباشر", "mixed": "مختلط", "indirect": "غير مباشر"},
	"kind":   {"person": "شخص", "organization": "جهة", "anonymous": "مصدر غير مسمّى", "document": "وثيقة"},
	"gender": {"m": "ذكر", "f": "أنثى"},
	"how": {
		"name": "بالاسم", "title": "بالصفة", "pronoun": "بالضمير", "elided": "فاعل مستتر",
		"participle": "اسم فاعل", "headline": "في عنوان",
	},
	"class": {
		"say": "قول", "add": "إضافة", "affirm": "تأكيد", "announce": "إعلان", "explain": "توضيح", "note": "إشارة",
		"deny": "نفي", "warn": "تحذير", "demand": "مطالبة", "ask": "سؤال", "answer": "جواب", "opine": "رأي",
		"predict": "توقّع", "write": "كتابة", "reveal": "كشف", "promise": "وعد", "admit": "إقرار", "criticize": "انتقاد",
		"praise": "إشادة", "describe": "وصف", "threaten": "تهديد", "continue": "متابعة", "conclude": "ختام",
		"narrate": "رواية", "convey": "نقل", "express": "تعبير", "source": "وفق المصدر", "headline": "عنوان",
	},
}

// Word returns the Arabic word for a code of a field, and the code itself where
// there is none.
func Word(field, code string) string {
	if w, ok := words[field][code]; ok {
		return w
	}
	return code
}

// codes is the inverse of words.
var codes = func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for field, of := range words {
		out[field] = map[string]string{}
		for code, word := range of {
			out[field][word] = code
		}
	}
	return out
}()

// Code undoes [Word].
func Code(field, word string) string {
	if c, ok := codes[field][word]; ok {
		return c
	}
	return word
}
