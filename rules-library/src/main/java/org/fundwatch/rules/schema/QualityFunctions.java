package org.fundwatch.rules.schema;

/** Functions over data quality. All are total. */
public final class QualityFunctions {

  private QualityFunctions() {}
}
