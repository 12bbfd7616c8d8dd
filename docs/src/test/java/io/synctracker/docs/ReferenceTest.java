package io.synctracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference pages name everything that there is, and nothing else. */
class ReferenceTest {

    private static final Pattern TABLE = Pattern.compile("(?ms)^create table \\$\\{(\\w+)} \\(\\n(.*?)^\\)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^    ([a-z_]+) +(?!key)\\w");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
    private static final Pattern EXCEPTION =
            Pattern.compile("public (?:final )?class (\\w+Exception) extends \\w*Exception");
    private static final Pattern THROWN = Pattern.compile(
            "new (?:SyncTracker|InvalidSettings|InvalidModel|InvalidMark|InvalidSchedule|InvalidSnapshot|UnknownRow"
                    + "|CaptureFailed)Exception\\("
                    + "((?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*);");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern EVENT = Pattern.compile("public record (\\w+)\\(");
    private static final Pattern ANNOTATION = Pattern.compile("public @interface (\\w+)");

    static Stream<Path> scripts() {
        return Repository.files(".sql").stream().filter(path -> path.toString().contains("/store/schema/"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void the_page_of_tables_has_every_column_of_the_script(Path script) {
        Page page = Repository.page("docs/reference/tables.md");
        for (MatchResult table :
                TABLE.matcher(Page.read(script).text()).results().toList()) {
            assertThat(names(ROW, page.section("## " + pageName(table.group(1))).text()))
                    .as(table.group(1))
                    .containsExactlyElementsOf(names(COLUMN, table.group(2)));
        }
    }

    private static String pageName(String placeholder) {
        return "`sync_" + placeholder + "`";
    }

    @Test
    void the_page_of_errors_has_every_public_exception() {
        Page page = Repository.page("docs/reference/errors.md");

        assertThat(page.anchors())
                .containsAll(inMainCode(EXCEPTION, "").map(String::toLowerCase).toList());
    }

    /** Of each message, at least one piece of its text must be there, so that a person who searches for it finds it. */
    @Test
    void the_page_of_errors_has_every_message() {
        String page = Repository.page("docs/reference/errors.md").text();

        assertThat(inMainCode(THROWN, "").map(ReferenceTest::pieces))
                .filteredOn(pieces -> !pieces.isEmpty() && pieces.stream().noneMatch(page::contains))
                .isEmpty();
    }

    private static List<String> pieces(String call) {
        return names(LITERAL, call).stream()
                .map(piece -> piece.strip().replace("\\\"", "\""))
                .filter(piece -> piece.length() >= 12)
                .toList();
    }

    @Test
    void the_page_of_events_has_every_event() {
        Page page = Repository.page("docs/reference/events.md");

        assertThat(page.anchors())
                .containsAll(
                        inMainCode(EVENT, "/event/").map(String::toLowerCase).toList());
    }

    @Test
    void the_page_of_annotations_has_every_annotation() {
        Page page = Repository.page("docs/reference/annotations.md");

        assertThat(page.anchors())
                .containsAll(inMainCode(ANNOTATION, "").map(String::toLowerCase).toList());
    }

    private static Stream<String> inMainCode(Pattern pattern, String folder) {
        List<String> found = new ArrayList<>();
        for (Path source : Repository.sources()) {
            String path = source.toString();
            if (path.contains("/src/main/") && path.contains(folder) && !path.contains("sample-app")) {
                found.addAll(names(pattern, Page.read(source).text()));
            }
        }
        assertThat(found).isNotEmpty();
        return found.stream();
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).toList();
    }
}
