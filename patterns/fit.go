package patterns

import "math"

// Observation is an example for fitting: the features of a decision and its right outcome.
type Observation struct {
	Features []string
	Yes      bool
}

// FitWeights fits a table to observations by gradient descent on the logistic
// loss with an L2 penalty. The result depends on the observations alone.
func FitWeights(obs []Observation, l2 float64) Weights {
	if len(obs) == 0 {
		return Weights{}
	}
	var names featureNames
	examples := make([]example, len(obs))
	for i, o := range obs {
		examples[i] = names.example(o)
	}
	bias, d := newDescent(1), newDescent(len(names.list))
	for range rounds {
		bias.begin()
		d.begin()
		for _, x := range examples {
			off := 1 / (1 + math.Exp(-bias.w[0]-x.sum(d.w)))
			if x.yes {
				off--
			}
			bias.grad[0] += off
			d.add(x, off)
		}
		bias.step(0)
		d.step(l2)
	}
	out := names.weights(d.w)
	out["bias"] = bias.w[0]
	return out
}

// FitChoice fits a table to choices: in each group of readings the Yes ones are
// right. Groups without a right reading teach nothing. The loss is that of
// [Weights.Choose] with an L2 penalty.
func FitChoice(groups [][]Observation, l2 float64) Weights {
	var names featureNames
	var choices [][]example
	longest := 0
	for _, g := range groups {
		var choice []example
		some := false
		for _, o := range g {
			some = some || o.Yes
		}
		if !some {
			continue
		}
		for _, o := range g {
			choice = append(choice, names.example(o))
		}
		choices = append(choices, choice)
		longest = max(longest, len(choice))
	}
	d := newDescent(len(names.list))
	p := make([]float64, longest)
	for range rounds {
		d.begin()
		for _, choice := range choices {
			p := p[:len(choice)]
			for i, x := range choice {
				p[i] = x.sum(d.w)
			}
			Normalize(p)
			yes := 0.0
			for i, x := range choice {
				if x.yes {
					yes += p[i]
				}
			}
			for i, x := range choice {
				off := p[i]
				if x.yes && yes > 0 {
					off -= p[i] / yes
				}
				d.add(x, off)
			}
		}
		d.step(l2)
	}
	return names.weights(d.w)
}

// rounds is how many steps a descent takes.
const rounds = 400

// descent goes down a loss with steps that are smaller for a weight the more it
// has moved (AdaGrad: Duchi, Hazan and Singer, 2011).
type descent struct {
	w, grad []float64
	seen    []float64 // sums of the squares of the gradients
}

func newDescent(n int) *descent {
	return &descent{make([]float64, n), make([]float64, n), make([]float64, n)}
}

// begin makes ready for the next gradient.
func (d *descent) begin() { clear(d.grad) }

// add adds what an example is off to the gradient of its features.
func (d *descent) add(x example, off float64) {
	for _, f := range x.features {
		d.grad[f] += off
	}
}

// step moves the weights against the gradient, with an L2 penalty.
func (d *descent) step(l2 float64) {
	const rate, least = 0.5, 1e-9
	for f, g := range d.grad {
		g += l2 * d.w[f]
		d.seen[f] += g * g
		d.w[f] -= rate * g / math.Sqrt(d.seen[f]+least)
	}
}

// example is an [Observation] whose features are numbers.
type example struct {
	features []int32
	yes      bool
}

// sum adds up the weights of the features.
func (x example) sum(w []float64) float64 {
	s := 0.0
	for _, f := range x.features {
		s += w[f]
	}
	return s
}

// featureNames numbers features in the order of their first use.
type featureNames struct {
	list   []string
	number map[string]int32
}

func (n *featureNames) example(o Observation) example {
	if n.number == nil {
		n.number = map[string]int32{}
	}
	x := example{make([]int32, len(o.Features)), o.Yes}
	for i, name := range o.Features {
		f, ok := n.number[name]
		if !ok {
			f = int32(len(n.list))
			n.number[name] = f
			n.list = append(n.list, name)
		}
		x.features[i] = f
	}
	return x
}

// weights returns the table with the weights of the features.
func (n *featureNames) weights(w []float64) Weights {
	out := make(Weights, len(w)+1)
	for f, name := range n.list {
		out[name] = w[f]
	}
	return out
}
