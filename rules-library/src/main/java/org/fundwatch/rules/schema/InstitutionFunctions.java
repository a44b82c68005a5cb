package org.fundwatch.rules.schema;

/** Functions over institutions and doctors. All are total. */
public final class InstitutionFunctions {

  private InstitutionFunctions() {}
}
