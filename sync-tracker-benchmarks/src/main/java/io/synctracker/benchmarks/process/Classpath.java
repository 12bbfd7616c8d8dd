package io.synctracker.benchmarks.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The class path of one contestant: everything but the libraries of the others, so that none of them is set up by a
 * library that it would not meet in an application.
 */
final class Classpath {

    private static final Pattern CONTESTED = Pattern.compile("sync-tracker-(?:core|spring-boot-starter)"
            + "|spring-modulith-(?:starter|events)-(?:jdbc|jpa)|spring-modulith|hibernate-envers|transactionoutbox"
            + "|hibernate-validator|javax.el|jakarta.el|namastack|db-scheduler");

    private static final String ANOTHER_HIBERNATE = "another-hibernate-core";

    private Classpath() {}

    /**
     * Chooses from the class path of this process.
     *
     * @param libraries the contested libraries that a contestant needs
     */
    static String with(Set<String> libraries) {
        String path = own().stream()
                .filter(entry -> !libraries.contains(ANOTHER_HIBERNATE)
                        || !nameOf(entry).matches("hibernate-(?:core|models)-.*"))
                .filter(entry -> {
                    Matcher contested = CONTESTED.matcher(nameOf(entry));
                    return !contested.lookingAt() || libraries.contains(contested.group());
                })
                .collect(Collectors.joining(File.pathSeparator));
        return libraries.contains(ANOTHER_HIBERNATE) ? path + File.pathSeparator + anotherHibernate() : path;
    }

    /** Envers is not there for every Hibernate: the build puts the one that it was made for into a folder. */
    private static String anotherHibernate() {
        String folder = System.getProperty("benchmarks.another-hibernate", "target/another-hibernate");
        return Path.of(folder).toAbsolutePath() + File.separator + "*";
    }

    private static List<String> own() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ArrayList<>(Arrays.asList(path.split(Pattern.quote(File.pathSeparator))));
    }

    /** Classes that are not packed are named by the module that they are in. */
    private static String nameOf(String entry) {
        Path path = Path.of(entry);
        return path.endsWith("target/classes")
                ? path.getParent().getParent().getFileName().toString()
                : path.getFileName().toString();
    }
}
