package io.synctracker.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check rejects a page that was written to break it. */
class ChecksBiteTest {

    @TempDir
    Path folder;

    private Page page(String... lines) {
        return new Page(folder.resolve("page.md"), String.join("\n", lines) + "\n");
    }

    private Path source(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), String.join("\n", lines) + "\n");
    }

    private Examples example() throws IOException {
        return Examples.in(
                List.of(source("A", "class A {", "    // tag::one[]", "    int a;", "    // end::one[]", "}")));
    }

    @Test
    void java_that_is_the_example_is_accepted() throws IOException {
        Page page = page("<!-- example: one -->", "```java", "int a;", "```");

        assertThat(example().problems(page)).isEmpty();
        assertThat(example().unused(List.of(page))).isEmpty();
    }

    @Test
    void java_that_differs_from_the_example_is_rejected() throws IOException {
        Page page = page("<!-- example: one -->", "```java", "int b;", "```");

        assertThat(example().problems(page)).singleElement().asString().contains("page.md:2", "'one'", "int a;");
    }

    @Test
    void java_without_an_example_is_rejected() throws IOException {
        assertThat(example().problems(page("Text", "```java", "int a;", "```")))
                .singleElement()
                .asString()
                .contains("page.md:2", "without <!-- example");
    }

    @Test
    void java_of_an_unknown_example_is_rejected() throws IOException {
        assertThat(example().problems(page("<!-- example: two -->", "```java", "int a;", "```")))
                .singleElement()
                .asString()
                .contains("tag::two");
    }

    @Test
    void a_whole_source_is_an_example_too() throws IOException {
        assertThat(example().problems(page("<!-- example: A.java -->", "```java", "int a;", "```")))
                .singleElement()
                .asString()
                .contains("'A.java'", "class A {");
    }

    @Test
    void an_example_that_no_page_shows_is_found() throws IOException {
        assertThat(example().unused(List.of(page("Text")))).containsExactly("one");
    }

    @Test
    void two_examples_of_one_name_are_rejected() throws IOException {
        Path twice = source("B", "// tag::one[]", "// end::one[]", "// tag::one[]", "// end::one[]");

        assertThatThrownBy(() -> Examples.in(List.of(twice))).hasMessageContaining("'one'");
    }

    @Test
    void a_link_to_nowhere_is_rejected() {
        assertThat(Links.problems(page("See [there](missing.md).")))
                .singleElement()
                .asString()
                .contains("page.md:1", "missing.md");
    }

    @Test
    void a_link_to_a_missing_anchor_is_rejected() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# One `two` three!\n<a id=\"four\"></a>\n");

        assertThat(Links.problems(page("[a](other.md#one-two-three) [b](other.md#four) [c](other.md#five)")))
                .singleElement()
                .asString()
                .contains("other.md#five");
    }

    @Test
    void a_link_leads_where_its_definition_says() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# Other\n");

        assertThat(Links.problems(page("[a][one] [b][two] [c][three]", "", "[one]: other.md", "[two]: missing.md")))
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("missing.md"),
                        problem -> assertThat(problem).contains("three"));
    }

    @Test
    void a_link_in_code_is_no_link() {
        assertThat(Links.problems(page("```", "[x](missing.md)", "```"))).isEmpty();
    }

    @Test
    void a_proof_that_is_a_test_is_accepted() throws IOException {
        Path source = source("ATest", "class ATest {", "@Test", "void it_works() {}", "}");

        assertThat(new Proofs(List.of(source)).problems(page("[`ATest#it_works`](ATest.java)")))
                .isEmpty();
    }

    @Test
    void a_proof_that_is_no_test_method_is_rejected() throws IOException {
        Path source = source("ATest", "class ATest {", "@Test", "void it_works() {}", "void help() {}", "}");

        assertThat(new Proofs(List.of(source)).problems(page("As `ATest#help` shows.")))
                .singleElement()
                .asString()
                .contains("page.md", "ATest has no test help");
    }

    @Test
    void a_proof_that_is_nowhere_is_rejected() {
        assertThat(new Proofs(List.of()).problems(page("As `BTest#it_works` shows.")))
                .singleElement()
                .asString()
                .contains("there is no BTest");
    }

    @Test
    void a_proof_in_another_source_is_rejected() throws IOException {
        Path source = source("BTest", "class BTest {", "@Test", "void it_works() {}", "}");

        assertThat(new Proofs(List.of(source)).problems(page("[`BTest#it_works`](ATest.java)")))
                .singleElement()
                .asString()
                .contains("page.md:1", "ATest.java is not the source of `BTest#it_works`");
    }

    @Test
    void a_proof_that_nobody_runs_is_rejected() throws IOException {
        Path source = source("Contract", "abstract class Contract {", "@Test", "void it_works() {}", "}");

        assertThat(new Proofs(List.of(source)).problems(page("[`Contract#it_works`](Contract.java)")))
                .singleElement()
                .asString()
                .contains("no class extends it");
    }

    @Test
    void a_promise_without_a_proof_is_found() {
        Page page =
                page("## What is promised", "", "- One. [`A#a`](A.java)", "- Two", "  lines.", "## Rest", "- Three.");

        assertThat(Proofs.unproven(page.section("## What is promised")))
                .singleElement()
                .asString()
                .contains("page.md:4", "Two", "lines");
    }

    @Test
    void a_setting_that_there_is_not_is_rejected() {
        Page settings =
                page("| `sync-tracker.enabled` | `true` | X. |", "| `sync-tracker.models.<name>.enabled` | | X. |");
        Page http = page("## All settings", "| `url` | | X. |");
        SettingNames names = new SettingNames(settings, http, http);

        assertThat(names.problems(page(
                        "`sync-tracker.models` `sync-tracker.targets.crm.http.url` `sync-tracker.enabled=false`",
                        "`sync-tracker.nothing`",
                        "```yaml",
                        "sync-tracker:",
                        "  models: { a: { enabled: true }, '[com.example.B]': { disabled: true } }",
                        "spring: { anything: 1 }",
                        "```")))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("sync-tracker.nothing"),
                        problem -> assertThat(problem).contains("models.[com.example.B].disabled"));
    }
}
