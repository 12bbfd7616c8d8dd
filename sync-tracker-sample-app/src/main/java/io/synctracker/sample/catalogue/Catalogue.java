package io.synctracker.sample.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The countries and regions that come with the sample. Immutable. */
final class Catalogue {

    private final Map<String, String> countries = new LinkedHashMap<>();
    private final Map<String, List<Region>> regions;

    private Catalogue(List<String> countryLines, List<String> regionLines) {
        countryLines.forEach(line -> countries.put(line.substring(0, 2), line.substring(3)));
        regions = regionLines.stream().map(Region::parse).collect(Collectors.groupingBy(Region::country));
    }

    /**
     * Reads the files.
     *
     * @throws UncheckedIOException if one is missing
     */
    static Catalogue read() {
        return new Catalogue(lines("countries.tsv"), lines("regions.tsv"));
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource("catalogue/" + file).getInputStream(), UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read catalogue/" + file, failure);
        }
    }

    /** Gives the code and the name of the first countries, in the order of their codes. */
    void countries(int limit, BiConsumer<String, String> consumer) {
        countries.entrySet().stream().limit(limit).forEach(each -> consumer.accept(each.getKey(), each.getValue()));
    }

    List<Region> regions(String country) {
        return regions.getOrDefault(country, List.of());
    }
}
