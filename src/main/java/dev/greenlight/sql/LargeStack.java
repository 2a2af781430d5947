package dev.greenlight.sql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A thread with room for all that {@link Cursor#nested} lets through. How much a level takes depends on what the JVM
 * has compiled so far: with this, how deep a statement may be does not.
 */
public final class LargeStack {
    private static final long BYTES = 16 << 20;

    private LargeStack() {}

    /** What {@code work} gives or throws, done on such a thread, which has ended then. */
    public static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> result.completeAsync(work, Runnable::run), "greenlight-parser", BYTES);
        thread.setDaemon(true);
        thread.start();
        return result.join();
    }
}
