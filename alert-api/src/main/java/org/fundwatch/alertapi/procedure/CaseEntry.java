package org.fundwatch.alertapi.procedure;

/**
 * One thing that happened in a case.
 *
 * @param sequence from 1 without gaps
 * @param at epoch milliseconds
 * @param by user name
 * @param action what
 */
public record CaseEntry(int sequence, long at, String by, CaseAction action) {}
