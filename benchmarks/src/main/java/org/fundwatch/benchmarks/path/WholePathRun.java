package org.fundwatch.benchmarks.path;

import org.fundwatch.benchmarks.profile.Profile;

/**
 * What one run of the whole path came to.
 *
 * @param judgedPerSecond settlements a second until a checkpoint held all of them
 * @param searchablePerSecond settlements a second until all their alerts were written to the index
 * @param ownCpuMicros processor time of the Fundwatch process a settlement: broker, job, API, load
 * @param searchCpuMicros processor time of Elasticsearch a settlement
 * @param alertVersions records on the topic of alerts at the end
 * @param settlementRows records on the topic of settlement rows at the end
 * @param deadLetters events that intake refused
 * @param latency at the offered rate, of alerts on encounters, persons and packs
 * @param periodLatency the same of alerts on doctors and institutions, whose periods are judged
 *     after a pause
 * @param peakMegabytes largest resident memory of the Fundwatch process since its start
 * @param searchPeakMegabytes the same of Elasticsearch
 * @param profile of the phase at full speed
 */
public record WholePathRun(
    double judgedPerSecond,
    double searchablePerSecond,
    double ownCpuMicros,
    double searchCpuMicros,
    long alertVersions,
    long settlementRows,
    long deadLetters,
    Latency latency,
    Latency periodLatency,
    long peakMegabytes,
    long searchPeakMegabytes,
    Profile profile) {}
