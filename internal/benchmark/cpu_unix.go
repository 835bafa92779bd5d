//go:build unix

package benchmark

import "syscall"

// cpuSeconds returns the time that the program has had of the processor.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()) / 1e9
}
