package org.fundwatch.alertapi.cases;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A case as a file in an answer. */
public final class CaseDownload {
  /** Media type of a workbook. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private CaseDownload() {}

  /** The workbook, named after the case. */
  public static ResponseEntity<byte[]> workbook(String id, CaseExport export) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(id + "-疑点清单.xlsx"))
        .body(CaseWorkbook.of(export));
  }

  /** The value of the header that makes a browser save an answer under a name. */
  public static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
