// Package benchmark holds what the benchmarks of several packages share.
package benchmark

import "testing"

// Meter tells what a benchmark takes of the processor, as the metric cpu-MB/s:
// MB of text for a second of one core, that of the garbage collector included.
// MB/s alone goes down where other programs run beside it.
type Meter struct {
	b     *testing.B
	bytes int64 // of an operation
	begun float64
	spent float64 // seconds
}

// Start begins to measure; an operation takes so many bytes of text.
func Start(b *testing.B, bytes int64) *Meter {
	b.SetBytes(bytes)
	return &Meter{b: b, bytes: bytes, begun: cpuSeconds()}
}

// Pause stands still until Resume.
func (m *Meter) Pause() {
	m.b.StopTimer()
	m.spent += cpuSeconds() - m.begun
}

// Resume goes on.
func (m *Meter) Resume() {
	m.begun = cpuSeconds()
	m.b.StartTimer()
}

// Report ends the measurement.
func (m *Meter) Report() {
	if m.spent += cpuSeconds() - m.begun; m.spent > 0 {
		m.b.ReportMetric(float64(m.bytes)*float64(m.b.N)/1e6/m.spent, "cpu-MB/s")
	}
}
