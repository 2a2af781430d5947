package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the backslashes of {@code E'…'} (manual 4.1.2.2). {@code \x41} and {@code \101} are bytes in the server's
 * encoding, taken to be UTF-8: several in a row may make one character, and must then make a valid one. PostgreSQL looks
 * at the bytes only behind the last quote (scan.l, {@code <xqs>}): whatever else is wrong comes first.
 */
final class CEscapes {
    private final CodePoints result = new CodePoints();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private final String text;
    private int position;
    private int end;
    private int bytesStart;
    private @Nullable Decoded badBytes;

    private CEscapes(String text) {
        this.text = text;
    }

    /** @param pieces what is between each pair of quotes; an escape does not go on in the next piece */
    static Decoded decode(String text, List<Span> pieces) {
        CEscapes escapes = new CEscapes(text);
        pieces.forEach(escapes::decode);
        escapes.endBytes();
        Decoded decoded = escapes.result.decoded();
        return decoded.problem() == null && escapes.badBytes != null ? escapes.badBytes : decoded;
    }

    private void decode(Span piece) {
        position = piece.start();
        end = piece.end();
        while (position < end) {
            result.at(position);
            char c = text.charAt(position);
            position++;
            if (c != '\\') {
                literal(c);
                // The only way to a quote without a backslash is a doubled one.
                position += c == '\'' ? 1 : 0;
            } else if (position < end) {
                escape(text.charAt(position));
            }
        }
        result.at(end);
        result.endHalf();
    }

    /** @param c the character behind the backslash, at {@code position} */
    private void escape(char c) {
        if (c == 'u' || c == 'U') {
            unicode(c == 'u' ? 4 : 8);
        } else if (c >= '0' && c <= '7') {
            rawByte(position, 3, 8);
        } else if (c == 'x' && position + 1 < end && Characters.isHexDigit(text.charAt(position + 1))) {
            rawByte(position + 1, 2, 16);
        } else {
            literal(control(c));
            position++;
        }
    }

    private static char control(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            default -> c;
        };
    }

    private void unicode(int digits) {
        int code = position + 1 + digits <= end ? Hexadecimal.parse(text, position + 1, digits) : -1;
        endBytes();
        if (code < 0) {
            result.fail("invalid Unicode escape: it must be \\uXXXX or \\UXXXXXXXX");
            position++;
        } else {
            result.escaped(code);
            position += 1 + digits;
        }
    }

    private void rawByte(int first, int most, int radix) {
        result.endHalf();
        bytesStart = bytes.size() == 0 ? position - 1 : bytesStart;
        int value = 0;
        int i = first;
        while (i < end && i < first + most && Character.digit(text.charAt(i), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(i), radix);
            i++;
        }
        bytes.write(value);
        position = i;
    }

    private void literal(char c) {
        endBytes();
        result.literal(c);
    }

    private void endBytes() {
        if (bytes.size() == 0) {
            return;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            result.literal(decoded);
            if (decoded.indexOf('\0') >= 0) {
                bad(": 0x00");
            }
        } catch (CharacterCodingException e) {
            bad("");
        }
        bytes.reset();
    }

    private void bad(String which) {
        String problem = "invalid byte sequence for encoding \"UTF8\"" + which;
        badBytes = badBytes == null ? Decoded.failed(problem, bytesStart) : badBytes;
    }
}
