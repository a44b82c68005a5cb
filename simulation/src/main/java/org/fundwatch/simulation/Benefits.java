package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Payment;

/**
 * Who pays what. Inpatient deductibles and shares are those published by Zhanjiang for 2021-2025
 * (shared notes, plans.md); outpatient and pharmacy shares are our proposal.
 */
final class Benefits {

  private static final long SERIOUS_ILLNESS_FEN = 1_500_000;
  private static final int SERIOUS_ILLNESS_PERCENT = 60;

  private Benefits() {}

  /** What is charged, by who must bear it, in fen. */
  record Charges(long total, long ownPay, long overLimit, long prePay, long inScope) {}

  /** How a settlement is paid. */
  enum Cover {
    INPATIENT,
    /** A later part of a stay: no second deductible. */
    INPATIENT_PART,
    OUTPATIENT,
    CHRONIC,
    PHARMACY_POOLED,
    /** The person's own account or cash. */
    PHARMACY_OWN,
    /** The account of a relative. */
    FAMILY_ACCOUNT
  }

  /** The totals and the payments by fund. */
  record Split(Amounts amounts, List<Payment> payments) {}

  static Split split(Citizen citizen, int tier, Cover cover, Charges charges, double account) {
    boolean inpatient = cover == Cover.INPATIENT || cover == Cover.INPATIENT_PART;
    long deductible =
        cover == Cover.INPATIENT ? Math.min(charges.inScope(), deductibleFen(citizen, tier)) : 0;
    long pool = (charges.inScope() - deductible) * percent(citizen, tier, cover) / 100;
    long ownInScope = charges.inScope() - pool;
    long serious =
        inpatient && !citizen.employee() && ownInScope > SERIOUS_ILLNESS_FEN
            ? (ownInScope - SERIOUS_ILLNESS_FEN) * SERIOUS_ILLNESS_PERCENT / 100
            : 0;
    long fund = pool + serious;
    long person = charges.total() - fund;
    long mutual = cover == Cover.FAMILY_ACCOUNT ? person : 0;
    long own = citizen.employee() ? (long) ((person - mutual) * account) : 0;
    Amounts amounts =
        new Amounts(
            charges.total(),
            charges.ownPay(),
            charges.overLimit(),
            charges.prePay(),
            charges.inScope(),
            deductible,
            pool,
            fund,
            person,
            own,
            mutual,
            person - own - mutual,
            0);
    List<Payment> payments = new ArrayList<>(3);
    add(payments, citizen.employee() ? "310100" : "390100", charges.inScope(), pool);
    add(payments, "390200", charges.inScope(), serious);
    add(payments, "310200", charges.inScope(), own);
    return new Split(amounts, payments);
  }

  private static void add(List<Payment> payments, String fund, long inScope, long paid) {
    if (paid != 0) {
      payments.add(new Payment(fund, inScope, 0, paid));
    }
  }

  private static long deductibleFen(Citizen citizen, int tier) {
    return citizen.employee()
        ? (tier == 3 ? 80_000 : tier == 2 ? 50_000 : 20_000)
        : (tier == 3 ? 50_000 : tier == 2 ? 30_000 : 10_000);
  }

  private static int percent(Citizen citizen, int tier, Cover cover) {
    return switch (cover) {
      case INPATIENT, INPATIENT_PART ->
          citizen.employee()
              ? (tier == 3 ? 80 : tier == 2 ? 85 : 90) + (citizen.retired() ? 3 : 0)
              : tier == 3 ? 50 : tier == 2 ? 70 : 80;
      case OUTPATIENT ->
          citizen.employee() ? (tier == 3 ? 50 : tier == 2 ? 60 : 70) : tier == 1 ? 50 : 40;
      case CHRONIC -> citizen.employee() ? 80 : 60;
      case PHARMACY_POOLED -> citizen.employee() ? 70 : 50;
      case PHARMACY_OWN, FAMILY_ACCOUNT -> 0;
    };
  }
}
