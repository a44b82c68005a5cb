package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;

/** Papers of a case, and what else is kept on its file. */
public sealed interface Paper extends CaseAction {

  /**
   * A paper comes on file.
   *
   * @param title or number of the paper
   * @param attachment SHA-256 of the file in hexadecimal, empty for paper alone
   */
  record DocumentFiled(DocumentKind kind, String title, String attachment) implements Paper {
    @Override
    public String zh() {
      return "归入《%s》".formatted(kind.zh());
    }

    @Override
    public String text() {
      return title;
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          kind == DocumentKind.REMEDY_PAPERS ? Stream.empty() : situation.ended(),
          situation.notInvolved(),
          author(situation),
          Situation.unless(
              attachment.isEmpty() || isAttached(situation.state()),
              Missing.content(
                  "附件不在本案卷内，须先上传", "the attachment is no file of this case; attach it first")));
    }

    private boolean isAttached(CaseState state) {
      return state.attachments().stream().anyMatch(file -> file.sha256().equals(attachment));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.documents.add(
          new FiledDocument(
              entry.sequence(), kind, title, entry.at(), entry.by(), attachment, false));
    }

    private Stream<Missing> author(Situation situation) {
      return switch (kind) {
        case LEGAL_OPINION ->
            Stream.concat(
                situation.by(Duty.LEGAL_REVIEWER),
                Situation.unless(
                    situation.isOutside(),
                    Missing.person(
                        "法制审核意见不得由本案办案人员出具",
                        "nobody reviews their own: an officer of the case may not")));
        case COLLECTIVE_RECORD -> situation.by(Duty.HEAD);
        default -> Stream.empty();
      };
    }
  }

  /**
   * A file is attached; see {@link AttachedFile} for what it is told by.
   *
   * @param text the name that it came under
   */
  record FileAttached(String text, String fileType, long size, String sha256, String sm3)
      implements Paper {
    @Override
    public String zh() {
      return "上传附件";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(situation.ended(), situation.notInvolved());
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.attachments.add(
          new AttachedFile(
              entry.sequence(), text, fileType, size, sha256, sm3, entry.at(), entry.by()));
    }
  }

  /**
   * Settlements that alerts of the case rest on have come since, and are kept as they came.
   *
   * @param alerts as they were when they came to the case, with more rows than before
   */
  record SettlementsTaken(List<Snapshot> alerts) implements Paper {
    public SettlementsTaken {
      alerts = List.copyOf(alerts);
    }

    @Override
    public String zh() {
      return "补充固定结算记录";
    }

    @Override
    public String text() {
      return "%d 件预警".formatted(alerts.size());
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(),
          situation.notInvolved(),
          Situation.unless(
              !alerts.isEmpty(),
              Missing.content("没有新到的结算记录", "no settlement has come that is not kept already")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.complete(alerts);
    }
  }

  /**
   * A paper is taken off the file, which keeps it as withdrawn.
   *
   * @param document sequence of the paper
   * @param reason why
   */
  record DocumentWithdrawn(int document, String reason) implements Paper {
    @Override
    public String zh() {
      return "撤下材料";
    }

    @Override
    public String text() {
      return "第 %d 号：%s".formatted(document, reason);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var paper =
          situation.state().papers().stream()
              .filter(filed -> filed.sequence() == document)
              .findFirst();
      return CaseAction.all(
          situation.ended(),
          situation.notInvolved(),
          Situation.unless(
              paper.isPresent(),
              Missing.content(
                  "本轮卷内没有第 %d 号材料".formatted(document),
                  "no paper %d is on file in this round".formatted(document))),
          Situation.unless(
              paper.isEmpty() || paper.get().by().equals(situation.actor().name()),
              Missing.person("须由归入人撤下", "has to be done by who filed it")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.documents.replaceAll(paper -> paper.sequence() == document ? paper.takenOff() : paper);
    }
  }
}
