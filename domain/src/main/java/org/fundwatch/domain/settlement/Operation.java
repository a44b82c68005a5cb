package org.fundwatch.domain.settlement;

import org.jspecify.annotations.Nullable;

/**
 * A coded operation or procedure.
 *
 * @param code {@code oprn_oprt_code}, ICD-9-CM-3 insurance edition 2.0
 * @param name {@code oprn_oprt_name}
 * @param main true for {@code oprn_oprt_type} 1
 * @param epochDay {@code oprn_oprt_date} as days since 1970-01-01, null when not stated
 * @param surgeon {@code oper_dr_code}
 * @param anaesthesia {@code anst_way}
 */
public record Operation(
    String code,
    String name,
    boolean main,
    @Nullable Integer epochDay,
    String surgeon,
    String anaesthesia) {}
