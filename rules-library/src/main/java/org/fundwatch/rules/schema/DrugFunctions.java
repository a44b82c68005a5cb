package org.fundwatch.rules.schema;

import java.util.regex.Pattern;
import org.fundwatch.domain.reference.HospitalLevel;
import org.fundwatch.domain.reference.Reference;

/** Functions over drugs and where they are given. All are total. */
public final class DrugFunctions {

  private static final Pattern HERB = Pattern.compile("T\\d{9}");

  private DrugFunctions() {}

  @Described("tier of a hosp_lv: 3, 2, or 1 (without grade among them); 0 where not known")
  public static long hospitalTier(String level) {
    return Reference.builtIn().level(level).map(HospitalLevel::tier).orElse(0);
  }

  @Described("true for the national code of a herb (T and nine digits)")
  public static boolean herbCode(String item) {
    return HERB.matcher(item).matches();
  }
}
