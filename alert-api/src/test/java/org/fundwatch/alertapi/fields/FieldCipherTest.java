package org.fundwatch.alertapi.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.fundwatch.alertapi.fields.FieldSettings.FieldKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FieldCipherTest {
  private static final String AES = "00112233445566778899aabbccddeeff".repeat(2);
  private static final String SM4 = "0123456789abcdeffedcba9876543210";
  private static final String NAME = "某某甲";

  @ParameterizedTest
  @EnumSource(FieldAlgorithm.class)
  void opened_asItWasSealed_andNeverTwiceTheSame(FieldAlgorithm algorithm) {
    var cipher = cipher("k1", algorithm);

    var sealed = cipher.seal("report/R-1", "name", NAME);

    assertThat(sealed).startsWith("fw1.k1.").doesNotContain(NAME);
    assertThat(FieldCipher.isSealed(sealed)).isTrue();
    assertThat(cipher.open("report/R-1", "name", sealed)).isEqualTo(NAME);
    assertThat(cipher.seal("report/R-1", "name", NAME)).isNotEqualTo(sealed);
    assertThat(cipher.open("report/R-1", "name", cipher.seal("report/R-1", "name", ""))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FieldAlgorithm.class)
  void opened_elsewhere_isRefused(FieldAlgorithm algorithm) {
    var cipher = cipher("k1", algorithm);
    var sealed = cipher.seal("report/R-1", "name", NAME);

    assertThatThrownBy(() -> cipher.open("report/R-2", "name", sealed))
        .isInstanceOf(FieldSealException.class)
        .hasMessage(
            "name of report/R-2: changed since it was encrypted, or not encrypted for this field");
    assertThatThrownBy(() -> cipher.open("report/R-1", "phone", sealed))
        .isInstanceOf(FieldSealException.class);
    assertThatThrownBy(() -> cipher.open("report/R-1n", "ame", sealed))
        .as("the border between record and field is part of the place")
        .isInstanceOf(FieldSealException.class);
  }

  @ParameterizedTest
  @EnumSource(FieldAlgorithm.class)
  void opened_withAnyByteChanged_isRefused(FieldAlgorithm algorithm) {
    var cipher = cipher("k1", algorithm);
    var sealed = cipher.seal("report/R-1", "name", NAME);
    var bytes = Base64.getUrlDecoder().decode(sealed.substring("fw1.k1.".length()));

    for (int at = 0; at < bytes.length; at++) {
      var changed = bytes.clone();
      changed[at] ^= 1;
      var text = "fw1.k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatThrownBy(() -> cipher.open("report/R-1", "name", text))
          .as("byte " + at)
          .isInstanceOf(FieldSealException.class);
    }
    for (int length = 0; length < bytes.length; length++) {
      var cut =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> cipher.open("report/R-1", "name", "fw1.k1." + cut))
          .as("length " + length)
          .isInstanceOf(FieldSealException.class);
    }
    assertThatThrownBy(() -> cipher.open("report/R-1", "name", NAME))
        .hasMessage("name of report/R-1: not encrypted by us");
    assertThatThrownBy(() -> cipher.open("report/R-1", "name", "fw1.k1.*"))
        .isInstanceOf(FieldSealException.class);
  }

  @Test
  void keys_rotated_openOldAndSealNew() {
    var old = cipher("k1", FieldAlgorithm.AES_GCM).seal("r", "f", NAME);
    var rotated = new FieldCipher(new FieldSettings("k2", Map.of("k1", aes(), "k2", sm4())));

    assertThat(rotated.open("r", "f", old)).isEqualTo(NAME);
    assertThat(rotated.seal("r", "f", NAME)).startsWith("fw1.k2.");
    var renamed = old.replace("fw1.k1.", "fw1.k3.");
    assertThatThrownBy(() -> rotated.open("r", "f", renamed))
        .hasMessage("f of r: encrypted under a key 'k3' that fundwatch.fields.keys does not have");
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void sm4Gcm_knownAnswer() throws Exception {
    var hex = HexFormat.of();
    var nonce = hex.parseHex("00001234567800000000abcd");
    var associated = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    var plain =
        hex.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    var sealed =
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
            + "83de3541e4c2b58177e065a9bf7b62ec";

    var key = hex.parseHex(SM4);
    assertThat(hex.formatHex(FieldAlgorithm.SM4_GCM.run(true, key, nonce, associated, plain)))
        .isEqualTo(sealed);
    assertThat(FieldAlgorithm.SM4_GCM.run(false, key, nonce, associated, hex.parseHex(sealed)))
        .isEqualTo(plain);
  }

  /** The GCM specification's test case 16, AES-256 (McGrew and Viega). */
  @Test
  void aesGcm_knownAnswer() throws Exception {
    var hex = HexFormat.of();
    var key = hex.parseHex("feffe9928665731c6d6a8f9467308308".repeat(2));
    var nonce = hex.parseHex("cafebabefacedbaddecaf888");
    var associated = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    var plain =
        hex.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");

    assertThat(hex.formatHex(FieldAlgorithm.AES_GCM.run(true, key, nonce, associated, plain)))
        .isEqualTo(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
  }

  @Test
  void settings_wrong_areRefusedWithoutTheKey(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> new FieldSettings("k2", Map.of("k1", aes())))
        .hasMessage("fundwatch.fields.key: 'k2' is not among fundwatch.fields.keys");
    assertThatThrownBy(() -> of(new FieldKey(FieldAlgorithm.AES_GCM, "0f0f", "")))
        .hasMessage("fundwatch.fields.keys.k1: 2 bytes; 32 bytes in hexadecimal for AES_GCM");
    assertThatThrownBy(() -> of(new FieldKey(FieldAlgorithm.SM4_GCM, "secret-hex", "")))
        .hasMessage(
            "fundwatch.fields.keys.k1: no hexadecimal digits; 16 bytes in hexadecimal for SM4_GCM")
        .hasNoCause();
    assertThat(sm4().toString()).doesNotContain(SM4);
    var file = Files.writeString(folder.resolve("key"), SM4 + "\n");
    var ofFile = of(new FieldKey(FieldAlgorithm.SM4_GCM, "", file.toString()));
    assertThat(ofFile.open("r", "f", ofFile.seal("r", "f", NAME))).isEqualTo(NAME);
  }

  @Test
  void keys_none_sealNothing() {
    var cipher = new FieldCipher(new FieldSettings("", Map.of()));

    assertThat(cipher.ready()).isFalse();
    assertThatThrownBy(() -> cipher.seal("r", "f", NAME))
        .hasMessage("fundwatch.fields.key: none; nothing can be encrypted");
  }

  private static FieldCipher cipher(String id, FieldAlgorithm algorithm) {
    return new FieldCipher(
        new FieldSettings(id, Map.of(id, algorithm == FieldAlgorithm.AES_GCM ? aes() : sm4())));
  }

  private static FieldCipher of(FieldKey key) {
    return new FieldCipher(new FieldSettings("k1", Map.of("k1", key)));
  }

  private static FieldKey aes() {
    return new FieldKey(FieldAlgorithm.AES_GCM, AES, "");
  }

  private static FieldKey sm4() {
    return new FieldKey(FieldAlgorithm.SM4_GCM, SM4, "");
  }
}
