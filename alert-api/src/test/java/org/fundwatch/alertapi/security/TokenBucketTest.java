package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {
  @Test
  void bucket_emptied_saysWhenToComeBack() {
    var bucket = new TokenBucket(2, 3, 1_000);

    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(1_000)).isZero();
    }
    assertThat(bucket.take(1_000)).isEqualTo(500);
    assertThat(bucket.take(1_300)).isEqualTo(200);
    assertThat(bucket.take(1_500)).isZero();
    assertThat(bucket.take(1_500)).isEqualTo(500);
  }

  @Test
  void bucket_afterAPause_holdsNoMoreThanTheBurst() {
    var bucket = new TokenBucket(2, 3, 0);
    bucket.take(0);
    assertThat(bucket.full(0)).isFalse();

    assertThat(bucket.full(3_600_000)).isTrue();
    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(3_600_000)).isZero();
    }
    assertThat(bucket.take(3_600_000)).isPositive();
  }

  @Test
  void bucket_clockSetBack_staysUsable() {
    var bucket = new TokenBucket(1, 1, 10_000);
    assertThat(bucket.take(10_000)).isZero();

    assertThat(bucket.take(5_000)).isEqualTo(1_000);
    assertThat(bucket.take(6_000)).isZero();
  }
}
