package main

import (
	"fmt"
	"runtime/debug"
)

// version is set by the linker for releases.
var version string

type versionCmd struct{}

// Run is called by kong.
func (versionCmd) Run(env *environment) error {
	_, err := fmt.Fprintln(env.stdout, "qawl", versionText())
	return err
}

func versionText() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
