package io.synctracker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files that are checked: those of the repository, without what a build has made. */
final class Repository {

    static final Path ROOT = root();

    private Repository() {}

    /** Maven runs tests in the module's folder, and editors in any above it. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("docs/pom.xml")) ? folder : folder.getParent();
    }

    static Page page(String path) {
        return Page.read(ROOT.resolve(path));
    }

    static List<Page> pages() {
        return files(".md").stream().map(Page::read).toList();
    }

    static List<Path> sources() {
        return files(".java");
    }

    static List<Path> files(String ending) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isOurs(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A package may be called target, too. */
    private static boolean isOurs(Path directory) {
        String name = directory.getFileName().toString();
        boolean built = name.equals("target") && Files.exists(directory.resolveSibling("pom.xml"));
        return !built && (directory.equals(ROOT) || !name.startsWith(".") || name.equals(".github"));
    }
}
