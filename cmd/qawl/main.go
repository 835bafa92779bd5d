package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/qawl-nlp/qawl/quotes"
)

func main() {
	e, err := quotes.New()
	if err != nil {
		panic(err)
	}
	f, _ := os.Open(os.Args[len(os.Args)-1])
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	for sc.Scan() {
		var d struct{ ID, Text string }
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			panic(err)
		}
		st, err := e.Extract(d.Text)
		if err != nil {
			fmt.Fprintln(os.Stderr, d.ID, err)
		}
		for _, r := range quotes.Records(d.ID, d.Text, st) {
			enc.Encode(r)
		}
	}
}
