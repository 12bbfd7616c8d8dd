package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HowToPageTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "test-your-application.md");
    private static final Path EXAMPLES = Path.of("src", "test", "java", "com", "example", "shop");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_piece_of_code_on_the_page_is_from_a_test_that_runs() throws IOException {
        String examples = examples();
        List<MatchResult> pieces =
                JAVA.matcher(Files.readString(PAGE)).results().toList();
        assertThat(pieces).isNotEmpty().allSatisfy(piece -> assertThat(examples).contains(words(piece.group(1))));
    }

    private static String examples() throws IOException {
        return words(Files.readString(EXAMPLES.resolve("ProductSyncTest.java"))
                + Files.readString(EXAMPLES.resolve("CrmTargetTest.java")));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
