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
	const rounds, rate = 400, 0.5
	bias, seen0 := 0.0, 0.0
	w, grad, seen := make([]float64, len(names.list)), make([]float64, len(names.list)), make([]float64, len(names.list))
	for range rounds {
		clear(grad)
		biasGrad := 0.0
		for _, x := range examples {
			d := 1 / (1 + math.Exp(-bias-x.sum(w)))
			if x.yes {
				d--
			}
			biasGrad += d
			for _, f := range x.features {
				grad[f] += d
			}
		}
		seen0 += biasGrad * biasGrad
		bias -= rate * biasGrad / math.Sqrt(seen0+1e-9)
		for f, g := range grad {
			g += l2 * w[f]
			seen[f] += g * g
			w[f] -= rate * g / math.Sqrt(seen[f]+1e-9)
		}
	}
	out := names.weights(w)
	out["bias"] = bias
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
	const rounds, rate = 400, 0.5
	w, grad, seen := make([]float64, len(names.list)), make([]float64, len(names.list)), make([]float64, len(names.list))
	p := make([]float64, longest)
	for range rounds {
		clear(grad)
		for _, choice := range choices {
			p := p[:len(choice)]
			for i, x := range choice {
				p[i] = x.sum(w)
			}
			Normalize(p)
			yes := 0.0
			for i, x := range choice {
				if x.yes {
					yes += p[i]
				}
			}
			for i, x := range choice {
				d := p[i]
				if x.yes && yes > 0 {
					d -= p[i] / yes
				}
				for _, f := range x.features {
					grad[f] += d
				}
			}
		}
		for f, g := range grad {
			g += l2 * w[f]
			seen[f] += g * g
			w[f] -= rate * g / math.Sqrt(seen[f]+1e-9)
		}
	}
	return names.weights(w)
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
