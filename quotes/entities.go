package quotes

import "strconv"

// Entity is a source that an article names, whether it is quoted or not.
type Entity struct {
	Speaker         // Mention and How are empty: they differ from statement to statement
	Mentions []Span // where the article names it, in text order
}

// Entities lists the sources of the article. First come the speakers of the
// statements, with the ids they have there, then those who aren't quoted, with
// the numbers behind theirs.
func (a *Analysis) Entities() []Entity {
	starting := map[int]int{} // entity by the byte where a mention of it starts
	for _, m := range a.Article.Mentions {
		if m.Entity >= 0 {
			starting[unitSpan(a.Scan, m.Whole).Start] = m.Entity
		}
	}
	var out []Entity
	at := map[string]int{} // in out, by id
	listed := map[int]bool{}
	for _, st := range a.Statements {
		i, ok := at[st.Speaker.ID]
		if !ok {
			i = len(out)
			at[st.Speaker.ID] = i
			speaker := st.Speaker
			speaker.Mention, speaker.How = Span{}, ""
			out = append(out, Entity{Speaker: speaker})
		}
		if out[i].Mentions != nil || st.Speaker.Mention.Text == "" {
			continue
		}
		if k, ok := starting[st.Speaker.Mention.Start]; ok && a.Article.Entities[k].Name == st.Speaker.Name {
			out[i] = a.entity(k, st.Speaker.ID)
			listed[k] = true
		}
	}
	highest := 0
	for id := range at {
		if n, err := strconv.Atoi(id[1:]); err == nil {
			highest = max(highest, n)
		}
	}
	for k, e := range a.Article.Entities {
		if !listed[k] && e.Name != "" {
			highest++
			out = append(out, a.entity(k, "s"+strconv.Itoa(highest)))
		}
	}
	return out
}

func (a *Analysis) entity(k int, id string) Entity {
	e := a.Article.Entities[k]
	out := Entity{Speaker: Speaker{ID: id, Name: e.Name, Kind: e.Kind, Role: e.Role}}
	if e.Gender != 0 {
		out.Gender = string(e.Gender)
	}
	for _, m := range e.Mentions {
		if span := unitSpan(a.Scan, a.Article.Mentions[m].Whole); span.Text != "" {
			out.Mentions = append(out.Mentions, span)
		}
	}
	return out
}
