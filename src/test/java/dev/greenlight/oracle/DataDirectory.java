package dev.greenlight.oracle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a test server keeps its data: in memory where the machine has a place for it. */
final class DataDirectory {
    private static final String PREFIX = "greenlight-oracle-";

    private DataDirectory() {}

    /** A new directory. It carries this JVM's process id, so that what a killed JVM left is known and deleted. */
    static Path create() throws IOException {
        Path root = root();
        deleteStale(root);
        return Files.createTempDirectory(root, PREFIX + ProcessHandle.current().pid() + "-");
    }

    private static Path root() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void deleteStale(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            children.filter(DataDirectory::isStale).forEach(DataDirectory::delete);
        }
    }

    private static boolean isStale(Path path) {
        String name = path.getFileName().toString();
        if (!name.matches(PREFIX + "\\d+-\\d+")) {
            return false;
        }
        long owner = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
        return ProcessHandle.of(owner).isEmpty() && !isServed(path);
    }

    /** A server outlives a killed JVM; its own process id is the first line of its lock file. */
    private static boolean isServed(Path directory) {
        try {
            List<String> lock = Files.readAllLines(directory.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lock.getFirst().strip())).isPresent();
        } catch (IOException | NumberFormatException noServer) {
            return false;
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException ignored) {
            // Another test JVM deletes it at the same time.
        }
    }
}
