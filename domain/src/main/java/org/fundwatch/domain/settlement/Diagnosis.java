package org.fundwatch.domain.settlement;

/**
 * A coded diagnosis.
 *
 * @param code {@code diag_code}, ICD-10 insurance edition 2.0
 * @param name {@code diag_name}
 * @param main {@code maindiag_flag}
 * @param type {@code diag_type}
 * @param onAdmission {@code adm_cond_type}: 1 present, 2 not determined, 3 unclear, 4 absent
 */
public record Diagnosis(String code, String name, boolean main, String type, String onAdmission) {}
