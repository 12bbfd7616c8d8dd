package io.synctracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages say is so. */
class DocumentationTest {

    private static final List<Page> PAGES = Repository.pages();

    @TestFactory
    Stream<DynamicTest> the_java_of_a_page_is_compiled() {
        Examples examples = Examples.in(Repository.sources());
        return each(page -> assertThat(examples.problems(page)).isEmpty());
    }

    @Test
    void every_example_is_shown() {
        assertThat(Examples.in(Repository.sources()).unused(PAGES)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_links_of_a_page_lead_somewhere() {
        return each(page -> assertThat(Links.problems(page)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> the_settings_of_a_page_exist() {
        SettingNames names = new SettingNames(
                Repository.page("docs/reference/settings.md"),
                Repository.page("docs/how-to/http-target.md"),
                Repository.page("docs/reference/http-connector.md"));
        return each(page -> assertThat(names.problems(page)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> the_proofs_of_a_page_are_tests() {
        Proofs proofs = new Proofs(Repository.sources());
        return each(page -> assertThat(proofs.problems(page)).isEmpty());
    }

    @Test
    void every_guarantee_has_a_proof() {
        Page page = Repository.page("docs/explanation/guarantees.md").section("## What is promised");

        assertThat(page.items()).hasSizeGreaterThan(30);
        assertThat(Proofs.unproven(page)).isEmpty();
    }

    @Test
    void every_broken_promise_of_the_laravel_package_has_its_proof_here() {
        Page page = Repository.page("docs/coming-from-laravel.md")
                .section("## What the original breaks, and what is so here");

        assertThat(page.items()).hasSizeGreaterThan(20);
        assertThat(Proofs.unproven(page)).isEmpty();
    }

    @Test
    void the_readme_is_short() {
        assertThat(Repository.page("README.md").text().lines().count()).isLessThanOrEqualTo(150);
    }

    @Test
    void every_page_is_reached_from_the_readme_or_the_index() {
        List<String> index = Stream.of("README.md", "docs/README.md")
                .map(Repository::page)
                .flatMap(page -> page.links().stream()
                        .map(link -> page.path()
                                .resolveSibling(link.path())
                                .normalize()
                                .toString()))
                .toList();

        assertThat(PAGES)
                .extracting(page -> page.path().toString())
                .filteredOn(path -> path.contains("/docs/") && !path.endsWith("docs/README.md"))
                .isSubsetOf(index);
    }

    private static Stream<DynamicTest> each(Consumer<Page> check) {
        return PAGES.stream()
                .map(page -> DynamicTest.dynamicTest(
                        Repository.ROOT.relativize(page.path()).toString(), () -> check.accept(page)));
    }
}
