package main

import (
	"errors"
	"regexp"
)

var lineOf = regexp.MustCompile(`^(.+?): (?:yaml: )?(?:construct errors: )?line (\d+): `)

// located writes the place in an error as file:line:, as editors know it.
func located(err error) error {
	if s := lineOf.ReplaceAllString(err.Error(), "$1:$2: "); s != err.Error() {
		return errors.New(s)
	}
	return err
}
