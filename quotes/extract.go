package quotes

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/qawl-nlp/qawl/patterns"
	"github.com/qawl-nlp/qawl/speakers"
)

// Extractor extracts statements. It is safe for concurrent use.
type Extractor struct {
	grammar       *patterns.Grammar
	weights       Weights
	phrases       *speakers.Phrases
	tables        tables
	types         map[Type]bool // nil for all
	minConfidence float64
	spare         sync.Pool // of *Analysis, whose memory the next text takes
}

// Option changes an [Extractor].
type Option func(*Extractor) error

// WithGrammar sets lexicon and rules of one's own, see [patterns.NewGrammar].
func WithGrammar(g *patterns.Grammar) Option {
	return func(e *Extractor) error {
		if g == nil {
			return fmt.Errorf("quotes: WithGrammar(nil)")
		}
		e.grammar = g
		return nil
	}
}

// WithTypes keeps statements of the given types only.
func WithTypes(types ...Type) Option {
	return func(e *Extractor) error {
		e.types = map[Type]bool{}
		for _, t := range types {
			if t != Direct && t != Mixed && t != Indirect {
				return fmt.Errorf("quotes: unknown type %q, expected direct, mixed or indirect", t)
			}
			e.types[t] = true
		}
		return nil
	}
}

// WithMinConfidence drops statements of less confidence than min, which lies
// between 0 and 1.
func WithMinConfidence(min float64) Option {
	return func(e *Extractor) error {
		if !(min >= 0 && min <= 1) {
			return fmt.Errorf("quotes: minimum confidence %v, expected 0 to 1", min)
		}
		e.minConfidence = min
		return nil
	}
}

// New returns an Extractor with the built-in grammar, changed by opts.
func New(opts ...Option) (*Extractor, error) {
	e := &Extractor{}
	for _, o := range opts {
		if err := o(e); err != nil {
			return nil, err
		}
	}
	if e.grammar == nil {
		e.grammar = patterns.DefaultGrammar()
	}
	if e.weights.Speech == nil {
		var err error
		if e.weights, err = loadWeights(); err != nil {
			return nil, err
		}
	}
	e.tables = e.weights.tables()
	var err error
	e.phrases, err = speakers.NewPhrases(e.weights.Phrase)
	return e, err
}

var defaultExtractor = sync.OnceValues(func() (*Extractor, error) { return New() })

// Extract returns the attributed statements of an article in text order. It
// returns nil where the engine of the rules fails; [Extractor.Extract] says why.
func Extract(text string) []Statement {
	e, err := defaultExtractor()
	if err != nil {
		return nil
	}
	out, _ := e.Extract(text)
	return out
}

// Extract returns the attributed statements of an article in text order, with
// reasons without features; [Extractor.Analyze] names these. An error is a
// [*patterns.RuleError]: a rule that ran out of time or stack.
func (e *Extractor) Extract(text string) ([]Statement, error) {
	a, _ := e.spare.Get().(*Analysis)
	if a == nil {
		a = newAnalysis(false)
	}
	if err := e.analyze(a, text); err != nil {
		return nil, err
	}
	out := a.Statements
	if a.Statements = nil; len(text) <= spareLimit {
		e.spare.Put(a)
	}
	return out, nil
}

// spareLimit is the size in bytes of the longest text whose memory is kept for
// others.
const spareLimit = 1 << 20

// Analysis is a text with everything that was found in it.
type Analysis struct {
	Scan       *patterns.Scan
	Article    *speakers.Article
	Statements []Statement

	frames []frame
	cues   []speakers.Cue
	ids    []string // of the speakers by entity
	at     []int32  // what startsOf returned
	left   []int    // what findLeft found
}

// newAnalysis returns an empty one. reasons says whether the names of the
// features that decided are kept.
func newAnalysis(reasons bool) *Analysis {
	return &Analysis{Scan: &patterns.Scan{Reasons: reasons}, Article: &speakers.Article{}}
}

// Analyze is Extract for callers that want to see the reasons.
func (e *Extractor) Analyze(text string) (*Analysis, error) {
	a := newAnalysis(true)
	if err := e.analyze(a, text); err != nil {
		return nil, err
	}
	return a, nil
}

// analyze makes a the analysis of text, in the memory of the one it was.
func (e *Extractor) analyze(a *Analysis, text string) error {
	if err := e.prepare(a, text); err != nil || !a.Scan.Reasons && !slices.ContainsFunc(a.frames, reporting) {
		return err
	}
	e.extents(a)
	a.Article.Merge(e.tables.title)
	a.Article.Resolve(a.cues, e.tables.antecedent)
	e.statements(a)
	return nil
}

// reporting reports whether a frame gives somebody's words.
func reporting(f frame) bool { return f.kind != "" }

// prepare finds marks, cues and mentions.
func (e *Extractor) prepare(a *Analysis, text string) error {
	s := a.Scan
	e.grammar.ScanInto(s, text, e.tables.speech)
	frames, err := e.frames(s, a.frames[:0])
	if err != nil {
		return err
	}
	a.findLeft()
	if !s.Reasons && len(a.left) == 0 && !slices.ContainsFunc(frames, reporting) {
		a.frames = frames[:0] // nobody speaks, and nobody asks who might
		return nil
	}
	a.Article.Reset(s, e.phrases)
	a.frames = e.leftovers(a, frames)
	dropBylines(s, a.frames)
	a.cues = slices.Grow(a.cues[:0], len(a.frames))[:len(a.frames)]
	contents := map[int]bool{} // where reported clauses begin
	for _, f := range a.frames {
		if f.kind == "clause" {
			contents[f.content.Start] = true
		}
	}
	for i := range a.frames {
		f := &a.frames[i]
		if f.rule == nil && f.kind != "" { // a span without a cue
			a.cues[i] = speakers.Cue{Unit: f.cue.Start, Content: f.content.Start, Mention: -1, How: speakers.ByElision}
			if k := signature(s, a.Article, f.quote); k >= 0 {
				a.cues[i].Mention, a.cues[i].How = k, how(s, a.Article, k)
			}
			continue
		}
		a.cues[i] = subject(s, a.Article, f)
		if f.kind == "headline" && asks(s, f.content.Start) {
			f.kind = "" // the interviewer's turn
		}
		if a.cues[i].Mention < 0 && !isAnswer(s, f) && (f.kind == "headline" || f.kind == "quote" && a.cues[i].How == speakers.ByHeadline) {
			f.kind = ""
		}
		behindSpeaker(s, a.Article, f, a.cues[i].Mention)
		e.begin(s, a.Article, f, a.cues[i].Mention)
		if spurious(s, f, a.cues[i], contents) {
			f.kind = ""
		}
		if f.kind != "" && !e.reports(s, a.Article, a.frames, i, &a.cues[i]) {
			f.kind = ""
		}
		if f.kind == "sentence" && f.form != nil && !aside(s, a.Article, f, a.cues[i].Mention) {
			f.kind = ""
		}
		if f.kind == "sentence" && (a.cues[i].Mention < 0 || spoken(s, a.frames, i)) {
			f.kind = ""
		}
	}
	return nil
}

// aside reports whether كما and the verb of f only name the source (كما ذكرت
// الوزارة أمس) and tell nothing more, as in كما طالبت الوزارة البلدية بالرد.
func aside(s *patterns.Scan, a *speakers.Article, f *frame, mention int) bool {
	if mention < 0 || !s.Units[f.cue.Start].Class.Any(patterns.FalseAn) {
		return true
	}
	i := a.Mentions[mention].Whole.End
	if i >= f.gap.End {
		return true
	}
	c := s.Units[i].Class
	return c.Any(patterns.Time | patterns.Fi | patterns.Relative | patterns.Comma | patterns.Media)
}

// asks reports whether the line of unit i ends in a question mark.
func asks(s *patterns.Scan, i int) bool {
	end := lineEnd(s, i)
	return end > i && isQuestionMark(s, end-1)
}

// headlineLimit is the length in units up to which what follows a colon can be
// a headline; what is longer is a turn of an interview or stands behind a byline.
const headlineLimit = 32

// dropBylines drops names with a colon before a whole paragraph (محمد البقمي:
// كشف …), unless it is a turn of an interview, behind another or behind a question. It
// also drops what ends in the newspaper and the place: سامي العلي- المنار- صور: كشف ….
func dropBylines(s *patterns.Scan, frames []frame) {
	interview := false
	for i := range frames {
		f := &frames[i]
		switch {
		case f.kind != "headline":
		case dateline(s, f.gap):
			f.kind = ""
		case lineEnd(s, f.content.Start)-f.content.Start > headlineLimit:
			if !interview && !answers(s, f.gap.Start) {
				f.kind = ""
			}
			interview = true
		}
	}
}

// answers reports whether the line before that of unit i ends in a question mark.
func answers(s *patterns.Scan, i int) bool {
	for i > 0 && !s.Units[i-1].Class.Any(patterns.Break) {
		i--
	}
	for i > 0 && s.Units[i-1].Class.Any(patterns.Break) {
		i--
	}
	return i > 0 && isQuestionMark(s, i-1)
}

func isQuestionMark(s *patterns.Scan, i int) bool {
	r := s.Text.Tokens[s.Units[i].First].Rune
	return s.Units[i].Span < 0 && (r == '؟' || r == '?')
}

// dateline reports whether the words before a colon are parted by two dashes, or
// by one before a place.
func dateline(s *patterns.Scan, gap patterns.Range) bool {
	dashes := 0
	for i := gap.Start; i < gap.End; i++ {
		if s.Units[i].Class.Any(patterns.Dash) {
			dashes++
		}
	}
	return dashes >= 2 || dashes == 1 && s.Units[gap.End-1].Class.Any(patterns.Place)
}

// spoken reports whether another cue of the sentence already has a source, so
// that the parenthetical one of frame k makes no second statement: a cue before
// it, or behind a source that opens the sentence.
func spoken(s *patterns.Scan, frames []frame, k int) bool {
	at := frames[k].cue.Start
	for i := k - 1; i >= 0 && at-frames[i].cue.Start <= sentenceLimit; i-- {
		if frames[i].kind != "" {
			if sameSentence(s, frames[i].cue.Start, at) {
				return true
			}
			break
		}
	}
	for i := k + 1; i < len(frames) && frames[i].cue.Start-at <= sentenceLimit; i++ {
		if f := frames[i]; f.kind != "" && f.rule != nil {
			return opensSentence(s, at) && sameSentence(s, at, f.cue.Start) && !s.Units[f.cue.Start].Class.Any(patterns.Participle|patterns.Conj)
		}
	}
	return false
}

func sameSentence(s *patterns.Scan, i, j int) bool {
	if j-i > sentenceLimit {
		return false
	}
	for ; i < j; i++ {
		if endsSentence(s, i) {
			return false
		}
	}
	return true
}

// opensSentence reports whether nothing but particles stands before unit i in
// its sentence.
func opensSentence(s *patterns.Scan, i int) bool {
	for i--; i >= 0 && !endsSentence(s, i); i-- {
		if !s.Units[i].Class.Any(patterns.Function | patterns.Comma | patterns.Dash) {
			return false
		}
	}
	return true
}

// spurious reports whether a frame that a rule found reports nothing: the
// impersonal يذكر أن, a verb in the first person, or a verb that only repeats
// the subject of a clause already reported (قال إنه يأمل أن).
func spurious(s *patterns.Scan, f *frame, c speakers.Cue, contents map[int]bool) bool {
	i := f.cue.Start
	class := s.Units[i].Class
	if f.form == nil || !class.Any(patterns.Verb) || f.kind == "" {
		return false
	}
	if class.Any(patterns.Impersonal) && c.Mention < 0 {
		j := i - 1
		if j < 0 || s.Units[j].Class.Any(patterns.Break|patterns.Stop|patterns.Comma|patterns.Ma) || !s.Units[j].Class.Any(patterns.Function) {
			return true // يذكر أن, ومما يذكر أن
		}
	}
	if s.Text.FirstLetter(s.Units[i].First) == 'أ' && strings.HasPrefix(f.form.Lemma, "ا") {
		return true // أعتقد
	}
	if i > 0 && !class.Any(patterns.Conj) {
		prev := s.Units[i-1].Class
		if prev.Any(patterns.An) && prev.Any(patterns.WithPronoun) && contents[i] {
			return true
		}
		if (f.form.Class == "opine" || f.form.Class == "predict") && c.Mention < 0 && (prev.Any(patterns.Relative) || prev.Any(patterns.WithPronoun) && prev.Any(patterns.Function)) {
			return true
		}
	}
	return false
}

// sureEnough reports whether the marked unit i is so sure to be speech that it
// counts without a cue. A paragraph all in marks needs less.
func sureEnough(s *patterns.Scan, i int) bool {
	const alone, fragment = 0.5, 0.7
	if wholeParagraph(s, i) {
		return s.Speech[s.Units[i].Span].P >= alone
	}
	return s.Speech[s.Units[i].Span].P >= fragment
}

// leftovers adds a frame for every marked span that reads as speech and that
// no cue took: a fragment in the narrator's sentence, or a paragraph in marks.
func (e *Extractor) leftovers(a *Analysis, frames []frame) []frame {
	s, left := a.Scan, a.left
	if len(left) == 0 {
		return inPlace(frames)
	}
	// covers[i] counts the contents that begin before left[i] less those that end
	// there
	covers := make([]int, len(left)+1)
	cover := func(start, end int) {
		from, _ := slices.BinarySearch(left, start)
		to, _ := slices.BinarySearch(left, end)
		if from < to {
			covers[from]++
			covers[to]--
		}
	}
	starts := a.startsOf(frames)
	var seen sentence
	for i := range frames {
		f := &frames[i]
		if f.quote >= 0 && f.kind != "" {
			cover(f.quote, f.quote+1)
		}
		if f.kind == "sentence" {
			r := sentenceAround(s, f, &seen)
			cover(r.Start, r.End)
			continue
		}
		end := f.content.End
		if k, _ := slices.BinarySearch(left, f.content.Start); k < len(left) && left[k] < f.content.Start+sentenceLimit {
			switch f.kind {
			case "clause", "speech":
				end = e.reportEnd(s, f, starts)
			case "headline":
				end = lineEnd(s, f.content.Start)
			}
		}
		cover(f.content.Start, end)
	}
	n := 0
	for k, i := range left {
		if n += covers[k]; n == 0 {
			frames = append(frames, frame{
				kind: "leftover", quote: i, cue: patterns.Range{Start: i, End: i}, gap: patterns.Range{Start: i, End: i},
				content: patterns.Range{Start: i, End: i + 1},
			})
		}
	}
	return inPlace(frames)
}

// findLeft finds the marked units that may be left over.
func (a *Analysis) findLeft() {
	a.left = a.left[:0]
	for i := range a.Scan.Units {
		if a.Scan.Units[i].Class.Any(patterns.Quoted) && sureEnough(a.Scan, i) {
			a.left = append(a.left, i)
		}
	}
}

// inPlace puts frames in the order of their cues.
func inPlace(frames []frame) []frame {
	byPlace := func(f, g frame) int { return cmp.Compare(f.cue.Start, g.cue.Start) }
	if !slices.IsSortedFunc(frames, byPlace) {
		slices.SortStableFunc(frames, byPlace)
	}
	return frames
}

// statements turns resolved frames into statements.
func (e *Extractor) statements(a *Analysis) {
	n := 0
	for i := range a.frames {
		if a.frames[i].kind != "" && a.cues[i].Entity >= 0 {
			n++
		}
	}
	if n == 0 {
		return
	}
	a.Statements = make([]Statement, 0, n)
	a.ids = slices.Grow(a.ids[:0], len(a.Article.Entities))[:len(a.Article.Entities)]
	clear(a.ids)
	known := 0
	for i := range a.frames {
		f, c := &a.frames[i], &a.cues[i]
		if f.kind == "" || c.Entity < 0 || f.content.Empty() {
			continue
		}
		st, ok := e.statement(a, f, c)
		if !ok {
			continue
		}
		if a.ids[c.Entity] == "" {
			known++
			a.ids[c.Entity] = speakerID(known)
		}
		st.Speaker.ID = a.ids[c.Entity]
		a.Statements = append(a.Statements, st)
	}
	byPlace := func(x, y Statement) int { return cmp.Compare(x.Content.Start, y.Content.Start) }
	if !slices.IsSortedFunc(a.Statements, byPlace) {
		slices.SortStableFunc(a.Statements, byPlace)
	}
	innermost(a.Statements)
	e.weighConfidence(a.Statements, a.Scan.Reasons)
	if e.types != nil || e.minConfidence > 0 {
		a.Statements = slices.DeleteFunc(a.Statements, func(st Statement) bool {
			return e.types != nil && !e.types[st.Type] || st.Confidence < e.minConfidence
		})
	}
	for i := range a.Statements {
		a.Statements[i].ID = i + 1
	}
}

// speakerIDs are those of the first speakers of an article.
var speakerIDs = func() (ids [32]string) {
	for i := range ids {
		ids[i] = "s" + strconv.Itoa(i+1)
	}
	return ids
}()

func speakerID(n int) string {
	if n <= len(speakerIDs) {
		return speakerIDs[n-1]
	}
	return "s" + strconv.Itoa(n)
}

// innermost leaves every marked span to the innermost statement that holds it:
// in نفى أن الوزير قال إن «…» the words are the minister's.
func innermost(all []Statement) {
	for i := range all {
		outer := &all[i]
		kept := outer.Quotes[:0]
		for _, q := range outer.Quotes {
			if !heldWithin(all, i, q) {
				kept = append(kept, q)
			}
		}
		if len(kept) == 0 && len(outer.Quotes) > 0 && outer.Type == Mixed {
			outer.Type = Indirect
		}
		outer.Quotes = kept
	}
}

// heldWithin reports whether a statement inside statement i holds q.
func heldWithin(all []Statement, i int, q Span) bool {
	o := all[i].Content
	for j := i + 1; j < len(all) && all[j].Content.Start <= q.Start; j++ {
		c := all[j].Content
		if c.Start > o.Start && c.End <= o.End && c.End >= q.End {
			return true
		}
	}
	return false
}

func (e *Extractor) statement(a *Analysis, f *frame, c *speakers.Cue) (Statement, bool) {
	s := a.Scan
	st := Statement{Via: viaName(a, f)}
	marked := 0
	for u := f.content.Start; u < f.content.End; u++ {
		if s.Units[u].Class.Any(patterns.Quoted) {
			marked++
		}
	}
	if marked > 0 {
		st.Quotes = make([]Span, 0, marked)
	}
	const others = 3 // that it reports, whom it means, how sure all of that is
	st.Reasons = make([]Reason, 0, marked+others)
	for u := f.content.Start; u < f.content.End && marked > 0; u++ {
		if q := s.Units[u].Span; s.Units[u].Class.Any(patterns.Quoted) && s.Spans[q].First < s.Spans[q].Last {
			st.Quotes = append(st.Quotes, markedSpan(s, q))
			st.Reasons = append(st.Reasons, Reason{"speech", s.Speech[s.Units[u].Span].P, s.Speech[s.Units[u].Span].Features})
		}
	}
	st.Content = unitSpan(s, f.content)
	switch f.kind {
	case "quote":
		st.Type = Direct
		st.Content = markedSpan(s, s.Units[f.quote].Span)
		for u := f.content.End - 1; u > f.quote; u-- { // the last piece of a quotation cut in pieces
			if k := s.Units[u].Span; k >= 0 && s.Spans[k].First < s.Spans[k].Last {
				end := markedSpan(s, k).End
				st.Content = Span{Text: s.Text.Source[st.Content.Start:end], Start: st.Content.Start, End: end}
				break
			}
		}
		if len(st.Quotes) == 0 { // a name by its looks, but a cue with a colon stands before it
			st.Quotes = []Span{st.Content}
		}
	case "leftover":
		st.Type = Mixed
		if wholeParagraph(s, f.quote) || c.Mention >= 0 {
			st.Type = Direct
			st.Content = markedSpan(s, s.Units[f.quote].Span)
		}
	case "speech":
		st.Type = Direct
	case "phrase":
		st.Type = Mixed
	default:
		st.Type = Indirect
		if len(st.Quotes) > 0 {
			st.Type = Mixed
		}
	}
	if st.Content.Text == "" {
		return st, false
	}
	st.Cue = Cue{Span: unitSpan(s, f.cue)}
	switch {
	case f.form != nil:
		st.Cue.Lemma, st.Cue.Class = f.form.Lemma, f.form.Class
	case f.kind == "sentence":
		st.Cue.Class = "source"
	case s.Units[f.cue.Start].Class.Any(patterns.Colon):
		st.Cue.Class = "headline"
	}
	from, to := st.Content.Start, st.Content.End
	if st.Cue.Text != "" {
		from, to = min(from, st.Cue.Start), max(to, st.Cue.End)
	}
	st.Sentence = a.Sentence(from, to)
	ent := a.Article.Entities[c.Entity]
	if ent.Name == "" {
		return st, false // a proclitic without a word: ل
	}
	st.Speaker = Speaker{Name: ent.Name, Kind: ent.Kind, Role: ent.Role, How: c.How}
	if ent.Gender != 0 {
		st.Speaker.Gender = string(ent.Gender)
	}
	k := c.Mention
	if f.rule != nil {
		st.Reasons = append(st.Reasons, Reason{"report", f.report.P, f.report.Features})
	}
	if k >= 0 && a.Article.Mentions[k].Bearer.P > 0 {
		b := a.Article.Mentions[k].Bearer
		st.Reasons = append(st.Reasons, Reason{"title", b.P, b.Features})
	}
	if c.Candidate != nil {
		k = c.Candidate.Mention
		st.Reasons = append(st.Reasons, Reason{"antecedent", c.Candidate.Weighing.P, c.Candidate.Weighing.Features})
	}
	if k >= 0 {
		st.Speaker.Mention = unitSpan(s, a.Article.Mentions[k].Whole)
	}
	found := "marks.leftover"
	if f.rule != nil {
		found = f.rule.ID
	}
	st.Rules = []string{found, "subject." + string(c.How)}
	return st, true
}

// signature finds who signs the marked paragraph i: «…» — فلان on the same or
// the next line, or a name alone on the line above.
func signature(s *patterns.Scan, a *speakers.Article, i int) int {
	if i > 0 && !s.Units[i-1].Class.Any(patterns.Break) {
		return -1
	}
	if k := nameAbove(s, a, i); k >= 0 {
		return k
	}
	j := i + 1
	for j < len(s.Units) && s.Units[j].Class.Any(patterns.Stop|patterns.Break) && s.Units[j].Span < 0 && j < i+4 {
		j++
	}
	if j+1 >= len(s.Units) || !s.Units[j].Class.Any(patterns.Dash) {
		return -1
	}
	if k, ok := a.SubjectAt(j+1, min(len(s.Units), j+zoneLimit)); ok && a.Mentions[k].Kind != speakers.Document {
		return k
	}
	return -1
}

// nameAbove returns the mention that is all of the line above unit i, if it
// names a person.
func nameAbove(s *patterns.Scan, a *speakers.Article, i int) int {
	const longest = 8 // units of a line that is a name
	start := i - 1
	for start > 0 && !s.Units[start-1].Class.Any(patterns.Break) && i-start <= longest+1 {
		start--
	}
	if start >= i-1 || i-start > longest+1 {
		return -1
	}
	return a.Named(start, i-1)
}

// wholeParagraph reports whether the marked unit i is all of its paragraph.
func wholeParagraph(s *patterns.Scan, i int) bool {
	before := i == 0 || s.Units[i-1].Class.Any(patterns.Break)
	j := i + 1
	for j < len(s.Units) && s.Units[j].Class.Any(patterns.Stop|patterns.Comma) && s.Units[j].Span < 0 {
		j++
	}
	return before && (j == len(s.Units) || s.Units[j].Class.Any(patterns.Break))
}

func viaName(a *Analysis, f *frame) string {
	if f.via.Empty() {
		return ""
	}
	if k, ok := a.Article.SubjectAt(f.via.Start, f.via.End); ok {
		return unitSpan(a.Scan, a.Article.Mentions[k].Whole).Text
	}
	return ""
}

func unitSpan(s *patterns.Scan, r patterns.Range) Span {
	if r.Empty() {
		return Span{}
	}
	start := int(s.Text.Tokens[s.Units[r.Start].First].Start)
	end := int(s.Text.Tokens[s.Units[r.End-1].Last-1].End)
	return Span{Text: s.Text.Source[start:end], Start: start, End: end}
}

func markedSpan(s *patterns.Scan, i int) Span {
	sp := s.Spans[i]
	if sp.First >= sp.Last {
		return Span{}
	}
	start, end := int(s.Text.Tokens[sp.First].Start), int(s.Text.Tokens[sp.Last-1].End)
	return Span{Text: s.Text.Source[start:end], Start: start, End: end}
}
