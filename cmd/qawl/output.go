package main

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// output is a file that appears under its name once it is whole.
type output struct {
	*os.File
	target  string
	signals chan os.Signal
}

// createOutput opens a temporary file beside name. Devices and pipes are
// written to as they are.
func createOutput(name string) (*output, error) {
	target, err := fileTarget(name)
	if err != nil {
		return nil, err
	}
	if target == "" {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		return &output{File: f}, err
	}
	temp := filepath.Join(filepath.Dir(target), fmt.Sprintf(".%s.%d.part", filepath.Base(target), os.Getpid()))
	f, err := createLike(target, temp)
	if err != nil {
		return nil, err
	}
	o := &output{File: f, target: target, signals: make(chan os.Signal, 1)}
	signal.Notify(o.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-o.signals; ok {
			os.Remove(temp)
			os.Exit(exitFailed)
		}
	}()
	return o, nil
}

// commit closes the file and gives it its name.
func (o *output) commit() error {
	if o.target == "" {
		return o.Close()
	}
	defer o.release()
	if err := o.Close(); err != nil {
		os.Remove(o.Name())
		return err
	}
	return os.Rename(o.Name(), o.target)
}

// discard removes what was written.
func (o *output) discard() {
	o.Close()
	if o.target != "" {
		os.Remove(o.Name())
		o.release()
	}
}

func (o *output) release() {
	signal.Stop(o.signals)
	close(o.signals)
}

// writeTo runs write over stdout, or over the file called name as a whole.
func (env *environment) writeTo(name string, write func(io.Writer) error) (err error) {
	if name == "" || name == "-" {
		return write(env.stdout)
	}
	o, err := createOutput(name)
	if err != nil {
		return err
	}
	whole := false
	defer func() {
		if !whole {
			o.discard()
		}
	}()
	if err := write(o); err != nil {
		return err
	}
	whole = true
	return o.commit()
}
