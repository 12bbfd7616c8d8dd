package io.synctracker.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How children are started. Many are, and most of the time of each would go into loading classes: the first one leaves
 * them in an archive that the others map. The JVM archives what is in jars alone, so folders are packed first.
 */
final class Startup {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static @Nullable Startup shared;

    private final Path archive;
    private final String classPath;

    private Startup(Path directory) throws IOException {
        archive = directory.resolve("classes.jsa");
        List<String> jars = new ArrayList<>();
        for (String part : CLASS_PATH.split(java.io.File.pathSeparator)) {
            Path path = Path.of(part);
            if (Files.isDirectory(path)) {
                jars.add(pack(path, directory.resolve(jars.size() + ".jar")).toString());
            } else if (Files.exists(path)) {
                jars.add(part);
            }
        }
        classPath = String.join(java.io.File.pathSeparator, jars);
    }

    /** Returns the command line that starts a child. */
    static synchronized List<String> command(Plan plan) throws IOException {
        if (shared == null) {
            shared = new Startup(Files.createDirectories(Path.of("target", "children")));
            shared.makeArchive(plan);
        }
        boolean archived = Files.exists(shared.archive);
        return shared.command(plan, archived ? "-XX:SharedArchiveFile=" + shared.archive : "-Xshare:auto");
    }

    private List<String> command(Plan plan, String sharing) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                sharing,
                "-Xlog:disable",
                "-Xmx160m",
                "-Dlogback.configurationFile=child-logback.xml",
                "-cp",
                classPath,
                Node.class.getName()));
        command.addAll(List.of(plan.arguments()));
        return command;
    }

    /** Starts a child that does nothing but to load classes; if it leaves no archive, the others start without. */
    private void makeArchive(Plan plan) throws IOException {
        Files.deleteIfExists(archive);
        Process first = new ProcessBuilder(
                        command(plan.named("first").relaying(0).trapped(""), "-XX:ArchiveClassesAtExit=" + archive))
                .redirectErrorStream(true)
                .redirectOutput(archive.resolveSibling("first.log").toFile())
                .start();
        first.getOutputStream().close();
        try {
            if (!first.waitFor(2, TimeUnit.MINUTES)) {
                first.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
