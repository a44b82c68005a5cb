package org.fundwatch.benchmarks.path;

/**
 * A version of an alert and what caused it.
 *
 * @param id of the alert
 * @param version of the alert
 * @param cause message id of the settlement event
 */
record CausedAlert(String id, int version, String cause) {}
