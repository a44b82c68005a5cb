package org.fundwatch.streaming.judge;

/**
 * A file to judge.
 *
 * @param number its place in the run, from 0
 * @param name as it was given, for people
 * @param path where it is
 */
public record FileRef(int number, String name, String path) {}
