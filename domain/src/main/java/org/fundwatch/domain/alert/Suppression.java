package org.fundwatch.domain.alert;

/**
 * A finding of an alert that is put aside, because the data that it rests on is known to be broken.
 *
 * @param findingId the finding that is put aside
 * @param gateId the finding that says what is wrong with the data
 * @param gateRule the rule of that finding
 * @param reasonZh its sentence in Chinese
 * @param reasonEn its sentence in English
 */
public record Suppression(
    String findingId, String gateId, String gateRule, String reasonZh, String reasonEn) {}
