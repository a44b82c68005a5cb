package org.fundwatch.domain.testing.samples;

record HiddenRecord(int value) {}
