package org.fundwatch.rules.schema;

/** Functions over a person's behaviour. All are total. */
public final class PersonFunctions {

  private PersonFunctions() {}
}
