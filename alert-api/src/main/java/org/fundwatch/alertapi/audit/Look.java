package org.fundwatch.alertapi.audit;

/**
 * Somebody looked at personal data.
 *
 * @param at what, such as {@code alert/A1}, or how they searched, masked
 * @param region whose, empty where it is not known
 * @param reason why, empty for a search
 */
public record Look(String at, String region, String reason) {}
