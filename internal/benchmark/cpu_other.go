//go:build !unix

package benchmark

// cpuSeconds is unknown, and so the metric is left out.
func cpuSeconds() float64 { return 0 }
