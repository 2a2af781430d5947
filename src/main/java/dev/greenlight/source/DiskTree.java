package dev.greenlight.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files on a disk, below a base folder. Paths are resolved against the base, and reported relative to it when they lie
 * below it, else as given.
 */
public final class DiskTree implements FileTree {
    private final Path base;

    private DiskTree(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    public static DiskTree below(Path base) {
        return new DiskTree(base);
    }

    @Override
    public List<Entry> list(String folder) {
        return entries(folder, FolderWalk::files);
    }

    @Override
    public List<Entry> children(String folder) {
        return entries(folder, FolderWalk::children);
    }

    private List<Entry> entries(String folder, Function<Path, List<Path>> walk) {
        Path start = resolve(folder);
        if (start == null) {
            return List.of();
        }
        return walk.apply(start).stream()
                .map(file -> new Entry(reported(file, Path.of(folder).resolve(start.relativize(file)))))
                .sorted()
                .toList();
    }

    @Override
    public Kind kind(String path) {
        Path file = resolve(path);
        if (file == null || !Files.exists(file)) {
            return Kind.MISSING;
        }
        return Files.isDirectory(file) ? Kind.FOLDER : Kind.FILE;
    }

    @Override
    public SourceRead read(String path) {
        Path file = resolve(path);
        if (file == null) {
            return Problem.missing(path);
        }
        String reported = reported(file, Path.of(path));
        if (Files.isDirectory(file)) {
            return Problem.folder(reported);
        }
        try {
            return Files.size(file) > Decoding.LIMIT ? Problem.tooLarge(reported) : read(reported, file);
        } catch (NoSuchFileException e) {
            return Problem.missing(reported);
        } catch (AccessDeniedException e) {
            return Problem.denied(reported);
        } catch (IOException e) {
            return Problem.failed(reported, String.valueOf(e.getMessage()));
        }
    }

    /** A pipe has no size before it is read. */
    private static SourceRead read(String reported, Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(Decoding.LIMIT + 1);
            return bytes.length > Decoding.LIMIT ? Problem.tooLarge(reported) : Decoding.decode(reported, bytes);
        }
    }

    private @Nullable Path resolve(String path) {
        try {
            return base.resolve(path);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private String reported(Path file, Path given) {
        Path whole = file.normalize();
        Path shown = whole.startsWith(base) ? base.relativize(whole) : given;
        return shown.toString().replace(base.getFileSystem().getSeparator(), "/");
    }
}
