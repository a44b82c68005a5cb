package org.fundwatch.alertapi.register;

import java.util.List;

/** What a register keeps of a record beside the record itself, to list it by. */
public interface Listed {
  /** Beginning of an administrative division code that it holds for, empty for the nation. */
  String region();

  /** Who may see it beside its owner, see {@link Audience}; empty for who sees its region. */
  default List<String> audience() {
    return List.of();
  }
}
