package org.fundwatch.alertapi.report;

import java.util.Objects;
import java.util.function.BiFunction;
import org.fundwatch.alertapi.fields.FieldCipher;
import org.fundwatch.alertapi.privacy.Mask;
import org.springframework.stereotype.Component;

/**
 * How the personal parts of a report are kept and shown: encrypted where there is a key, masked for
 * everybody, whole for those whose reason has been written down. Thread-safe.
 */
@Component
class ReportPrivacy {
  private static final String TEXT = "text";
  private static final String PERSON = "psnToken";

  private final FieldCipher cipher;

  ReportPrivacy(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** As it is stored. */
  ReportContent kept(ReportContent content) {
    var record = record(content);
    return cipher.ready()
        ? changed(content, (field, value) -> cipher.seal(record, field, value))
        : content;
  }

  /** As it was sent. */
  ReportContent whole(ReportContent kept) {
    var record = record(kept);
    return changed(
        kept,
        (field, value) -> FieldCipher.isSealed(value) ? cipher.open(record, field, value) : value);
  }

  /** As it is shown without a reason: nothing needs to be decrypted for it. */
  static ReportContent masked(ReportContent kept) {
    return changed(
        kept,
        (field, value) ->
            field.equals(TEXT) || FieldCipher.isSealed(value)
                ? Mask.whole(value)
                : Mask.code(value));
  }

  private static String record(ReportContent content) {
    return "report/" + content.reportId();
  }

  private static ReportContent changed(
      ReportContent content, BiFunction<String, String, String> change) {
    var person = Objects.requireNonNullElse(content.psnToken(), "");
    return content.with(
        change.apply(TEXT, content.text()), person.isEmpty() ? "" : change.apply(PERSON, person));
  }
}
