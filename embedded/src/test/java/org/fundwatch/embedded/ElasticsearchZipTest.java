package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElasticsearchZipTest {
  @TempDir private Path temp;

  @AfterEach
  void forgetProperty() {
    System.clearProperty(ElasticsearchZip.PROPERTY);
  }

  @Test
  void coordinates_ofBuild_nameTheServer() {
    assertThat(ElasticsearchZip.version()).matches("8\\.\\d+\\.\\d+");
    assertThat(ElasticsearchZip.coordinates())
        .isEqualTo(
            "org.elasticsearch.distribution.integ-test-zip:elasticsearch:%s:zip"
                .formatted(ElasticsearchZip.version()));
  }

  @Test
  void find_mavenRepository_holdsWhatTheBuildFetched() {
    assertThat(ElasticsearchZip.find())
        .isRegularFile()
        .hasFileName("elasticsearch-%s.zip".formatted(ElasticsearchZip.version()));
  }

  @Test
  void find_property_wins() throws Exception {
    var zip = Files.createFile(temp.resolve("own.zip"));
    System.setProperty(ElasticsearchZip.PROPERTY, zip.toString());

    assertThat(ElasticsearchZip.find()).isEqualTo(zip);
  }

  @Test
  void find_propertyWithoutFile_saysSo() {
    System.setProperty(ElasticsearchZip.PROPERTY, "/no/such.zip");

    assertThatThrownBy(ElasticsearchZip::find)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "-Dfundwatch.elasticsearch.zip=/no/such.zip: no such file; give the path of elasticsearch-%s.zip, or leave the property out"
                .formatted(ElasticsearchZip.version()));
  }

  @Test
  void repositories_settings_comeBeforeTheDefault() throws Exception {
    Files.writeString(
        temp.resolve("settings.xml"),
        "<settings><localRepository>${user.home}/elsewhere</localRepository></settings>");

    assertThat(MavenRepositories.all(temp))
        .containsSubsequence(
            Path.of(System.getProperty("user.home"), "elsewhere"), temp.resolve("repository"));
  }

  @Test
  void repositories_brokenSettings_leaveTheDefault() throws Exception {
    Files.writeString(temp.resolve("settings.xml"), "<settings>");

    assertThat(MavenRepositories.all(temp)).contains(temp.resolve("repository"));
  }
}
