package io.github.syscallmaven.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All runs of one contestant. */
record Result(Contestant contestant, List<Sample> samples) {
    double wall() {
        return median(Sample::wall);
    }

    /** Inside the process where it tells, else the whole process. */
    double inner() {
        double inner = median(Sample::inner);
        return Double.isNaN(inner) ? wall() : inner;
    }

    double bestInner() {
        double inner = least(Sample::inner);
        return Double.isNaN(inner) ? least(Sample::wall) : inner;
    }

    double median(ToDoubleFunction<Sample> figure) {
        return medianOf(samples.stream().mapToDouble(figure).toArray());
    }

    /** The median of what this cost more than the other, round by round. */
    double added(Result other, ToDoubleFunction<Sample> figure) {
        double[] added = new double[samples.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = figure.applyAsDouble(samples.get(i)) - figure.applyAsDouble(other.samples.get(i));
        }
        return medianOf(added);
    }

    double least(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).min().orElse(Double.NaN);
    }

    double most(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    private static double medianOf(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
