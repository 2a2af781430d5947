package dev.greenlight.oracle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Where a test server keeps its data: in memory where the machine has a place for it. */
final class DataDirectory {
    private static final String PREFIX = "greenlight-oracle-";
    private static final int STOPPING_SECONDS = 10;

    private DataDirectory() {}

    /**
     * A new directory. It carries this JVM's process id, so that what a killed JVM left, a server and its directory, is
     * known and cleared away.
     */
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
            children.filter(DataDirectory::isStale).forEach(DataDirectory::stopAndDelete);
        }
    }

    private static boolean isStale(Path path) {
        String name = path.getFileName().toString();
        if (!name.matches(PREFIX + "\\d+-\\d+")) {
            return false;
        }
        long owner = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
        return ProcessHandle.of(owner).isEmpty();
    }

    private static void stopAndDelete(Path directory) {
        Optional<ProcessHandle> server = server(directory);
        server.ifPresent(DataDirectory::stop);
        if (server.filter(ProcessHandle::isAlive).isEmpty()) {
            delete(directory);
        }
    }

    /** A server outlives a JVM that is killed. Its own process id is the first line of its lock file. */
    private static Optional<ProcessHandle> server(Path directory) {
        try {
            List<String> lock = Files.readAllLines(directory.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lock.getFirst().strip()))
                    .filter(process -> serves(process, directory));
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    /** Another process may have the number by now. */
    private static boolean serves(ProcessHandle process, Path directory) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(directory.toString()))
                .isPresent();
    }

    /** Nobody is connected to it any more, so that it stops when it is asked to (manual 18.5). */
    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            // Then it is left alone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
