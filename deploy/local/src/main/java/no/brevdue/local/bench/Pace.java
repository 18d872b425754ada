package no.brevdue.local.bench;

import org.HdrHistogram.Histogram;

/**
 * How fast something went.
 *
 * @param latencies in microseconds
 */
record Pace(double perSecond, Histogram latencies) {

    double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }
}
