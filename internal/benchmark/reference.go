package benchmark

import "regexp"

// Reference finds the twenty most common reporting verbs as words. Extraction
// is measured by it: so much anyone pays who only looks for quotes.
var Reference = regexp.MustCompile(`(?:^|[^\p{L}\p{M}])(?:قال|قالت|وقال|وقالت|وأضاف|أضاف|أكد|وأكد|أعلن|أعلنت|أوضح|وأوضح|أشار|وأشار|ذكر|ذكرت|يقول|تقول|صرح|نقلت)(?:[^\p{L}\p{M}]|$)`)
