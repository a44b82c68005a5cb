package org.fundwatch.alertapi.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is reported, as the hotline sends it; never by whom.
 *
 * @param reportId the hotline's number
 * @param channel how it came
 * @param named whether the reporter gave a name to the hotline, which keeps it
 * @param subjectType whom it is about
 * @param fixmedinsCode the reported institution, empty for none
 * @param psnToken token of the reported insured person, empty for none
 * @param category of the suspected fraud, in the hotline's words
 * @param occurredFrom first day, null where unknown
 * @param occurredTo last day, null where unknown
 * @param text what was reported
 * @param rewardClaim whether a reward is asked for
 */
record ReportContent(
    @NotBlank
        @Pattern(
            regexp = "[A-Za-z0-9_-]{1,64}",
            message = "1 to 64 letters, digits, hyphens and underscores")
        String reportId,
    @NotNull Channel channel,
    boolean named,
    @NotNull SubjectType subjectType,
    @Size(max = 50) @Nullable String fixmedinsCode,
    @Size(max = 100) @Nullable String psnToken,
    @NotBlank @Size(max = 100) String category,
    @Nullable LocalDate occurredFrom,
    @Nullable LocalDate occurredTo,
    @NotBlank @Size(max = 20_000) String text,
    boolean rewardClaim) {

  ReportContent {
    fixmedinsCode = Objects.requireNonNullElse(fixmedinsCode, "");
    psnToken = Objects.requireNonNullElse(psnToken, "");
  }

  /** The same with other personal parts. */
  ReportContent with(String otherText, String otherPsnToken) {
    return new ReportContent(
        reportId,
        channel,
        named,
        subjectType,
        fixmedinsCode,
        otherPsnToken,
        category,
        occurredFrom,
        occurredTo,
        otherText,
        rewardClaim);
  }

  /** How reports come. */
  enum Channel {
    HOTLINE_12393,
    WEBSITE,
    MINI_PROGRAM,
    LETTER_OR_VISIT,
    TRANSFERRED
  }

  /** Whom reports are about. */
  enum SubjectType {
    INSTITUTION,
    PERSON,
    OTHER
  }
}
