package io.synctracker.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes each result at once, a line of JSON, so that a run that is broken off has not been for nothing. */
final class Results {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    void add(String figure, Map<String, ?> cell, Map<String, ?> answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("figure", figure);
        line.putAll(cell);
        line.putAll(answer);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
