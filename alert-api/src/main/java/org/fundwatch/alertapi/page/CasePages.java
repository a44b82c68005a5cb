package org.fundwatch.alertapi.page;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fundwatch.alertapi.cases.CaseDownload;
import org.fundwatch.alertapi.cases.CaseExport;
import org.fundwatch.alertapi.cases.CaseFilter;
import org.fundwatch.alertapi.cases.CaseService;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.IfMatch;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.reveal.Reveals;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases on pages. */
@Controller
@RequestMapping("/cases")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class CasePages {
  private static final int SIZE = 50;

  private final CaseService cases;
  private final Reveals reveals;

  CasePages(CaseService cases, Reveals reveals) {
    this.cases = cases;
    this.reveals = reveals;
  }

  @GetMapping
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  String list(@RequestParam(required = false) @Nullable String cursor, Caller user, Model model) {
    model.addAttribute("page", cases.list(CaseFilter.ALL, SIZE, cursor, user));
    return "cases";
  }

  @PostMapping
  String open(
      @RequestParam @NotBlank @Size(max = 200) String title,
      @RequestParam @NotEmpty @Size(max = 500) List<String> alertIds,
      @RequestParam String key,
      Caller user,
      RedirectAttributes after) {
    var once = IdempotencyKey.of(List.of(key), "POST /cases");
    var id = cases.open(title, alertIds, user, once);
    after.addFlashAttribute("done", "已建案");
    return "redirect:/cases/" + id;
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  String show(@PathVariable String id, Caller user, Model model) {
    model.addAttribute("detail", cases.find(id, user));
    return "case";
  }

  /** The page with what people wrote as it is, until it is left: the next one is asked for anew. */
  @PostMapping("/{id}/reveal")
  @AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
  String reveal(
      @PathVariable String id,
      @RequestParam @NotBlank @Size(max = 2000) String reason,
      Caller caller,
      Model model) {
    model.addAttribute("detail", reveals.caseDetail(id, reason, caller));
    model.addAttribute("revealed", true);
    return "case";
  }

  @PostMapping("/{id}/notes")
  String note(
      @PathVariable String id,
      @RequestParam String tag,
      @RequestParam @NotBlank @Size(max = 5000) String text,
      Caller user,
      RedirectAttributes after) {
    cases.note(id, IfMatch.require(tag, Revision::parse), text, user);
    after.addFlashAttribute("done", "已添加备注");
    return "redirect:/cases/" + id;
  }

  @GetMapping("/{id}/export.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String id, Caller user) {
    return CaseDownload.workbook(id, cases.export(id, user));
  }

  @PostMapping("/{id}/reveal.xlsx")
  ResponseEntity<byte[]> wholeWorkbook(
      @PathVariable String id,
      @RequestParam @NotBlank @Size(max = 2000) String reason,
      Caller caller) {
    return CaseDownload.workbook(id, reveals.caseFile(id, reason, caller));
  }

  @GetMapping(path = "/{id}/export.json", produces = "application/json")
  ResponseEntity<CaseExport> json(@PathVariable String id, Caller user) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, CaseDownload.attachment(id + ".json"))
        .body(cases.export(id, user));
  }
}
