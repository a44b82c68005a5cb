package org.fundwatch.rules.release;

import java.util.List;

/** The rows of each kind of release in the columns of our tables. */
final class Limits {

  private Limits() {}

  /** What a row says. */
  static List<Limit> read(SourceRow row) throws NotUnderstoodException {
    return switch (row.kind()) {
      case SEX -> List.of(PersonLimits.sex(row));
      case AGE -> List.of(PersonLimits.age(row));
      case VISIT -> List.of(UseLimits.visit(row));
      case LEVEL -> List.of(UseLimits.level(row));
      case COURSE -> List.of(UseLimits.course(row));
      case SECOND_LINE -> List.of(UseLimits.secondLine(row));
      case INSURANCE -> List.of(UseLimits.insurance(row));
      case INTERNET -> List.of(UseLimits.internet(row));
      case HERBAL -> List.of(UseLimits.herbal(row));
      case INDICATION -> UseLimits.indication(row);
      case FREQUENCY -> ChargeLimits.frequency(row);
      case CYCLE -> ChargeLimits.cycle(row);
      case DUPLICATE_CHARGE -> List.of(ChargeLimits.duplicate(row));
      case OPERATION_DISCOUNT -> List.of(ChargeLimits.operationGroup(row));
    };
  }
}
