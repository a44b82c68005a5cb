package org.fundwatch.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;

/**
 * This library. As on the person desk, a visit joins the person's encounters within the look-back,
 * and is judged in view of them; a finding is a whole one, with its sentences and its evidence.
 */
final class LibraryEngine implements Engine {

  private static final Map<String, Integer> RULES =
      Map.of(
          "PEER01-limit", Alerts.LIMIT,
          "PEER02-again", Alerts.AGAIN,
          "PEER03-often", Alerts.OFTEN);
  private static final Insurance INSURANCE = new Insurance("310", "320100", "1");

  private final RuleSet rules;
  private final List<Encounter> encounters;

  LibraryEngine(List<Claim> claims) {
    rules = compile();
    Map<String, Institution> hospitals = new HashMap<>();
    Map<String, Person> persons = new HashMap<>();
    encounters = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      encounters.add(
          encounter(
              claim,
              hospitals.computeIfAbsent(
                  claim.getHospital(), code -> new Institution(code, "示例医院", "05", "320100")),
              persons.computeIfAbsent(
                  claim.getPerson(),
                  token -> new Person(token, "", "", "", Gender.FEMALE, -3_000, "1201"))));
    }
  }

  @Override
  public Runnable prepare(Alerts alerts) {
    return () -> {
      long lookbackMillis = rules.lookbackMillis();
      Map<String, Desk> persons = new HashMap<>();
      for (int i = 0; i < encounters.size(); i++) {
        Encounter encounter = encounters.get(i);
        String person = encounter.head().person().id();
        Desk desk = persons.get(person);
        if (desk == null) {
          desk = new Desk();
          persons.put(person, desk);
        }
        Timeline timeline = desk.with(encounter, lookbackMillis);
        for (Finding finding : rules.judgeEncounter(encounter, timeline)) {
          alerts.add(Objects.requireNonNull(RULES.get(finding.rule().id())), i);
        }
      }
    };
  }

  /** What is kept of a person. */
  private static final class Desk {
    private static final Timeline NOTHING = new Timeline(List.of());
    private Timeline timeline = NOTHING;

    Timeline with(Encounter encounter, long lookbackMillis) {
      timeline = timeline.with(encounter, encounter.beginMillis() - lookbackMillis);
      return timeline;
    }
  }

  private static Encounter encounter(Claim claim, Institution hospital, Person person) {
    String id = "E" + claim.getNumber();
    Amounts amounts =
        new Amounts(claim.getTotalFen(), 0, 0, 0, 0, 0, 0, claim.getTotalFen(), 0, 0, 0, 0, 0);
    return new Encounter(
        new Settlement(
            "S" + claim.getNumber(),
            id,
            "",
            person,
            hospital,
            INSURANCE,
            "11",
            claim.getMillis(),
            "",
            false,
            "",
            amounts,
            null,
            null,
            List.of(new Diagnosis(claim.getDiagnosis(), "", true, "1", "")),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of("S" + claim.getNumber()),
        List.of(),
        List.of(),
        List.of());
  }

  private static RuleSet compile() {
    Map<String, String> files = new HashMap<>();
    for (String rule : RULES.keySet()) {
      String path = "rules/peers/" + rule + "/rule.yaml";
      try (InputStream in =
          Objects.requireNonNull(LibraryEngine.class.getResourceAsStream(path), path)) {
        files.put(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(path + ": cannot be read", e);
      }
    }
    try {
      return RuleCompiler.compile(RuleBundle.of(files));
    } catch (RuleSetException e) {
      throw new IllegalStateException("the rules of the comparison are sound: " + e.issues(), e);
    }
  }
}
