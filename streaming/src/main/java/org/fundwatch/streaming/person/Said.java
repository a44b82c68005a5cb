package org.fundwatch.streaming.person;

import org.fundwatch.domain.finding.Finding;

/**
 * A finding as it was last stated.
 *
 * @param encounterId the encounter that was judged
 * @param finding what was said
 */
public record Said(String encounterId, Finding finding) {}
