package org.fundwatch.simulation;

/** How a kind of fraud is done, and what honest care resembles it. */
interface Script {

  /** True for a person to whom a case can happen; exactly one of the two is given. */
  boolean fits(CaseSheet sheet, Citizen citizen);

  /** How many lent cards one case uses at most. */
  default int loans() {
    return 0;
  }

  /** People who want money. */
  TruthEntry fraud(Stage stage, Form form);

  /** People who do not. */
  TruthEntry honest(Stage stage, LookAlike lookAlike);
}
