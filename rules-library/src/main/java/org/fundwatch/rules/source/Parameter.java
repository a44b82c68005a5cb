package org.fundwatch.rules.source;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import org.fundwatch.rules.RuleInfo.ParameterInfo;

/**
 * A threshold with the values that hold in some places and times.
 *
 * @param info what is shown of it
 * @param type its type
 * @param value the default: Long (durations in milliseconds), Double, String or List of String
 * @param overlays in order; the last that applies wins
 */
public record Parameter(ParameterInfo info, Type type, Object value, List<Overlay> overlays) {

  public Parameter {
    overlays = List.copyOf(overlays);
  }

  /** Name in expressions. */
  public String name() {
    return info.name();
  }

  /** The value that holds for a place, level, insurance and day of service. */
  public Object valueAt(int day, String region, String level, String insurance) {
    Object found = value;
    for (Overlay overlay : overlays) {
      if (overlay.applies(day, region, level, insurance)) {
        found = overlay.value();
      }
    }
    return found;
  }

  /** What a parameter can be. */
  public enum Type {
    INT(SimpleType.INT),
    DOUBLE(SimpleType.DOUBLE),
    DURATION(SimpleType.DURATION),
    TEXT(SimpleType.STRING),
    LIST(ListType.create(SimpleType.STRING));

    private final CelType celType;

    Type(CelType celType) {
      this.celType = celType;
    }

    /** The type in expressions. */
    public CelType celType() {
      return celType;
    }
  }

  /**
   * Another value for some places and times.
   *
   * @param region a prefix of the institution's region, empty for all
   * @param levels {@code hosp_lv} codes, empty for all
   * @param insurances {@code insutype} codes, empty for all
   * @param fromDay first day of service
   * @param toDay last day of service
   * @param value of the parameter's type
   */
  public record Overlay(
      String region,
      List<String> levels,
      List<String> insurances,
      int fromDay,
      int toDay,
      Object value) {

    public Overlay {
      levels = List.copyOf(levels);
      insurances = List.copyOf(insurances);
    }

    boolean applies(int day, String ofRegion, String level, String insurance) {
      return day >= fromDay
          && day <= toDay
          && ofRegion.startsWith(region)
          && (levels.isEmpty() || levels.contains(level))
          && (insurances.isEmpty() || insurances.contains(insurance));
    }
  }
}
