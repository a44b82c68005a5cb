package org.fundwatch.rules;

/**
 * That a rule could not be evaluated on a subject, for instance for a division by zero.
 *
 * @param rule the rule's id
 * @param subject kind and id of the subject; no personal data
 * @param reason what went wrong
 */
public record RuleFailure(String rule, String subject, String reason) {}
