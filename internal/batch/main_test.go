package batch

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain looks for goroutines that are left. The clock by which the rules are
// timed ends by itself.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock"))
}
