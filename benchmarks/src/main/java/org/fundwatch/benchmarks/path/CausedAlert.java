package org.fundwatch.benchmarks.path;

/**
 * A version of an alert and what caused it.
 *
 * @param id of the alert
 * @param version of the alert
 * @param cause message id of the settlement event
 * @param ofPeriod true where it is about a day or month of a doctor or an institution, whose
 *     changes are gathered before they are judged
 */
record CausedAlert(String id, int version, String cause, boolean ofPeriod) {}
