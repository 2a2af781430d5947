package dev.greenlight.lint.baseline;

import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of a statement's tokens by what they mean: white space, comments and the case of key words do not count, and
 * neither does where in the text it stands.
 */
final class ContentHash {
    /** Of the digest: nobody must find the same for another statement of the same file. */
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    static String of(StatementText statement) {
        ContentHash hash = new ContentHash();
        for (Token token : statement.tokens()) {
            hash.add(token.kind().name());
            hash.add(token.value());
        }
        return hash.digits();
    }

    static String of(String text) {
        ContentHash hash = new ContentHash();
        hash.add(text.strip().replaceAll("\\s+", " "));
        return hash.digits();
    }

    /** With its length before it, so that no two lists of texts look the same. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String digits() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
