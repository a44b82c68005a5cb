package org.fundwatch.alertapi.feed;

/**
 * That something has changed; never what it says, which is read by its id.
 *
 * @param id of the alert or case
 * @param etag of its state now
 * @param status the machine's status of an alert, empty for a case
 * @param state where people are with it
 */
public record Change(String id, String etag, String status, String state) {}
