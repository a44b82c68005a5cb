package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody of 3201 sees 3201 and below, and of the rest not even that it is there. */
final class RegionIT {
  private static final String INSIDE = SampleAlert.of(1).id();
  private static final String OUTSIDE = SampleAlert.of(2).id();

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().withUser("ning", "inspector,hotline", "3201");

  private static Http ning;

  @BeforeAll
  static void index() {
    ning = SERVICE.as("ning");
    SERVICE.send(
        SampleAlert.of(1).alert(), SampleAlert.of(2).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitTotal(2);
  }

  @Test
  void list_andFacets_holdOwnRegionAlone() {
    var page = ning.get("/api/v1/alerts").json();

    assertThat(page.at("/total").asInt()).isEqualTo(1);
    assertThat(page.at("/items").findValuesAsText("id")).contains(INSIDE).doesNotContain(OUTSIDE);
    assertThat(page.at("/facets/institution").findValuesAsText("value"))
        .containsExactly(SampleAlert.HOSPITAL.code());
    assertThat(page.at("/facets/state/0/count").asInt()).isEqualTo(1);
    assertThat(ning.get("/api/v1/alerts?region=3202").json().at("/total").asInt()).isZero();
    assertThat(
            ning.get("/api/v1/alerts?institution=" + SampleAlert.PHARMACY.code())
                .json()
                .at("/total")
                .asInt())
        .isZero();
  }

  @Test
  void alert_ofAnotherRegion_isAnsweredAsTheUnknown() {
    assertThat(ning.get("/api/v1/alerts/" + INSIDE).status()).isEqualTo(200);

    assertSame(ning.get("/api/v1/alerts/" + OUTSIDE), ning.get("/api/v1/alerts/A0"), OUTSIDE, "A0");
    var dismissal = "{\"disposition\":\"REASONABLE\",\"reason\":\"x\"}";
    assertSame(
        ning.post("/api/v1/alerts/" + OUTSIDE + "/dismiss", dismissal, "If-Match", "\"1-0\""),
        ning.post("/api/v1/alerts/A0/dismiss", dismissal, "If-Match", "\"1-0\""),
        OUTSIDE,
        "A0");
    assertThat(SERVICE.as("inspector").get("/api/v1/alerts/" + OUTSIDE).tag()).isEqualTo("\"1-0\"");
  }

  /** The same answer, but for the id that was asked for. */
  private static void assertSame(
      Http.Answer outside, Http.Answer unknown, String outsideId, String unknownId) {
    assertThat(outside.status()).isEqualTo(404);
    assertThat(outside.text().replace(outsideId, unknownId)).isEqualTo(unknown.text());
    assertThat(outside.tag()).isEmpty();
  }
}
