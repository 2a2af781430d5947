package dev.greenlight.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code atlas.sum}: of each file a hash over it and all before it, by their names and texts, and a hash over all of
 * these ({@code NewHashFile} and {@code Validate} of Atlas). Atlas refuses to run a folder that is not as it says.
 *
 * @param total the hash over all
 */
record AtlasSum(String total, List<Line> lines) {
    private static final String MARK = "h1:";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    record Line(String name, String hash) {}

    /** A file of the folder, in the order of names. */
    record Summed(String name, String text) {
        private boolean counts() {
            return !AtlasHead.of(text).isNotSummed();
        }
    }

    AtlasSum {
        lines = List.copyOf(lines);
    }

    /** None of what has another form. */
    static Optional<AtlasSum> parse(String text) {
        List<String> all = text.lines().toList();
        if (all.isEmpty() || !all.getFirst().startsWith(MARK)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.subList(1, all.size())) {
            int mark = line.indexOf(MARK);
            if (mark < 0) {
                return Optional.empty();
            }
            lines.add(new Line(line.substring(0, mark).strip(), line.substring(mark + MARK.length())));
        }
        return Optional.of(new AtlasSum(all.getFirst().substring(MARK.length()), lines));
    }

    /** The first thing that is not as it says, of all files of the folder. */
    Optional<String> difference(List<Summed> files) {
        MessageDigest digest = sha256();
        int at = 0;
        for (Summed file : files) {
            digest.update(bytes(file.name()));
            if (file.counts()) {
                Optional<String> misnamed = misnamed(file.name(), at);
                if (misnamed.isPresent()) {
                    return misnamed;
                }
                Optional<MessageDigest> next =
                        next(digest, file.text(), lines.get(at).hash());
                if (next.isEmpty()) {
                    return Optional.of("was made of another " + file.name());
                }
                digest = next.get();
                at++;
            }
        }
        if (at < lines.size()) {
            return Optional.of("names " + lines.get(at).name() + ", which is not there");
        }
        return total.equals(totalOfLines()) ? Optional.empty() : Optional.of("has been changed by hand");
    }

    /** If the line is not this file's. */
    private Optional<String> misnamed(String name, int at) {
        if (at == lines.size() || lines.get(at).name().compareTo(name) > 0) {
            return Optional.of("does not name " + name);
        }
        String named = lines.get(at).name();
        return named.equals(name) ? Optional.empty() : Optional.of("names " + named + ", which is not there");
    }

    /** With the text, if that gives the hash. A byte order mark, which is in no text that has been read, counts too. */
    private static Optional<MessageDigest> next(MessageDigest digest, String text, String hash) {
        return Stream.of(text, BYTE_ORDER_MARK + text)
                .map(read -> {
                    MessageDigest copy = copy(digest);
                    copy.update(bytes(read));
                    return copy;
                })
                .filter(copy -> hash(copy).equals(hash))
                .findFirst();
    }

    private String totalOfLines() {
        MessageDigest digest = sha256();
        lines.forEach(line -> {
            digest.update(bytes(line.name()));
            digest.update(bytes(line.hash()));
        });
        return hash(digest);
    }

    /** Of what it has been given so far. */
    private static String hash(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(copy(digest).digest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
