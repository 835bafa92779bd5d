package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// fileTarget returns the file that an output name stands for, links followed.
// It is empty for standard output, devices and pipes, which are written to as
// they are.
func fileTarget(name string) (string, error) {
	if name == "" || name == "-" {
		return "", nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return filepath.Clean(name), nil
	case err != nil:
		return "", err
	case info.IsDir():
		return "", fmt.Errorf("%s: is a folder", name)
	case !info.Mode().IsRegular():
		return "", nil
	}
	return filepath.EvalSymlinks(name)
}

// createLike creates the file temp with the mode that target has, if it is there.
func createLike(target, temp string) (*os.File, error) {
	f, err := os.Create(temp)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(target); err == nil {
		if err := f.Chmod(info.Mode().Perm()); err != nil {
			return nil, errors.Join(err, f.Close(), os.Remove(temp))
		}
	}
	return f, nil
}
