package io.synctracker.benchmarks.application;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the libraries that matter, by the names of their jars. */
final class Libraries {

    private static final Pattern JAR =
            Pattern.compile("(spring-boot|hibernate-core|hibernate-envers|HikariCP|postgresql"
                    + "|mariadb-java-client|spring-modulith-events-core|transactionoutbox-core|namastack-outbox-core|db-scheduler)"
                    + "-(\\d[^/\\\\]*)\\.jar");

    private Libraries() {}

    static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            Matcher jar = JAR.matcher(new File(entry).getName());
            if (jar.matches()) {
                versions.put(jar.group(1), jar.group(2));
            }
        }
        return versions;
    }
}
