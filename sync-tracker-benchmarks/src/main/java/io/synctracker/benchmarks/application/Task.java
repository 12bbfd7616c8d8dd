package io.synctracker.benchmarks.application;

import java.util.Map;

/**
 * What a process is told to do.
 *
 * @param name which task
 * @param setup how the application is to be set up
 * @param numbers what the task needs to know
 */
public record Task(String name, Setup setup, Map<String, Integer> numbers) {

    int number(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("The task " + name + " needs to know " + key);
        }
        return number;
    }
}
