package org.fundwatch.alertapi.problem;

/**
 * A fault of a request.
 *
 * @param field path of the field, parameter or header
 * @param found what was there, in words or as it was
 * @param allowed what is allowed
 */
public record FieldFault(String field, String found, String allowed) {}
