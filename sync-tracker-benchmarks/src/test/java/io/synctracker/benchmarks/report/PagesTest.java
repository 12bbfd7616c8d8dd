package io.synctracker.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page shows the results that are kept beside it, each where its database stands. */
class PagesTest {

    private static final Path KEPT = Path.of("../docs");

    @TempDir
    private Path docs;

    private Path page;

    @BeforeEach
    void copy_the_page() throws IOException {
        page = Files.copy(KEPT.resolve("performance.md"), docs.resolve("performance.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void the_page_and_its_charts_are_those_of_the_kept_results(String database) throws IOException {
        Pages.write(docs, KEPT.resolve("performance/" + database + ".jsonl"));

        assertThat(page).hasSameTextualContentAs(KEPT.resolve("performance.md"));
        assertThat(docs.resolve("performance/" + database + "-drain.svg"))
                .hasSameTextualContentAs(KEPT.resolve("performance/" + database + "-drain.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void results_are_written_where_their_database_stands(String database) throws IOException {
        String begin = "<!-- results: " + database + " -->\n";
        String end = "<!-- end of results: " + database + " -->";
        String text = Files.readString(page);
        Files.writeString(
                page, text.substring(0, text.indexOf(begin) + begin.length()) + text.substring(text.indexOf(end)));

        Pages.write(docs, KEPT.resolve("performance/" + database + ".jsonl"));

        assertThat(page).hasSameTextualContentAs(KEPT.resolve("performance.md"));
    }
}
