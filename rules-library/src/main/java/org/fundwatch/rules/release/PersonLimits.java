package org.fundwatch.rules.release;

import java.util.Map;
import java.util.regex.Pattern;

/** Releases on for whom an item is: sex and age. */
final class PersonLimits {

  private static final Map<String, String> SEXES =
      Map.of("男", "M", "男性", "M", "m", "M", "女", "F", "女性", "F", "f", "F", "妇女", "F");
  private static final Pattern FRAME = Pattern.compile("^仅?限(制|定|于)?|(患者|参保人员?)?(使用|专用|支付)?[。;]?$");
  private static final int NEWBORN_DAYS = 28;

  private PersonLimits() {}

  static Limit sex(SourceRow row) throws NotUnderstoodException {
    String text = row.limit();
    String sex = SEXES.get(FRAME.matcher(Words.plain(text)).replaceAll(""));
    if (sex == null) {
      throw NotUnderstoodException.of("sex", text, "男 or 女");
    }
    String table = row.goods() == Goods.CONSUMABLE ? "consumable-sexes" : "sex-limits";
    return Limit.of(table, "item", row.code(), "sex", sex, "name", row.name());
  }

  // What is for children has rules of its own: made for them, or paid for them alone.
  static Limit age(SourceRow row) throws NotUnderstoodException {
    AgeLimit age = AgeLimit.parse(row.limit());
    boolean young = age.min() == 0 && age.max() < AgeLimit.ADULT;
    boolean newborn = young && Words.plain(row.limit()).contains("新生儿");
    boolean paidOnly = row.has(Meaning.VALUE) && row.cell(Meaning.NOTE).startsWith("限");
    String max = String.valueOf(age.max());
    String days = String.valueOf(newborn ? NEWBORN_DAYS : -1);
    return switch (row.goods()) {
      case SERVICE -> {
        String kind = !young ? "age" : newborn ? "newborn" : paidOnly ? "child" : "child-only";
        yield Limit.of("service-ages", "item", row.code(), "kind", kind)
            .and("min_age", String.valueOf(age.min()))
            .and("max_age", max)
            .and("max_days", days)
            .and("name", row.name());
      }
      case CONSUMABLE -> {
        if (!young) {
          throw NotUnderstoodException.of("age of a consumable", row.limit(), "儿童 or 新生儿");
        }
        yield Limit.of("consumable-ages", "item", row.code(), "kind", newborn ? "newborn" : "child")
            .and("max_age", max)
            .and("max_days", days)
            .and("name", row.name());
      }
      default -> {
        String kind = newborn ? "newborn" : paidOnly ? "child" : "paediatric";
        yield young
            ? Limit.of("drug-ages", "item", row.code(), "kind", kind)
                .and("years", newborn ? "0" : String.valueOf(age.max() + 1))
                .and("name", row.name())
            : Limit.of("age-limits", "item", row.code(), "min_age", String.valueOf(age.min()))
                .and("max_age", max)
                .and("name", row.name());
      }
    };
  }
}
