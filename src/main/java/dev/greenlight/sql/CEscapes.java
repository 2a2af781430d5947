package dev.greenlight.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Decodes the backslashes of {@code E'…'} (manual 4.1.2.2). {@code \x41} and {@code \101} are bytes in the server's
 * encoding, taken to be UTF-8: several in a row may make one character, and must then make a valid one.
 */
final class CEscapes {
    private final CodePoints result = new CodePoints();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private String piece = "";
    private int position;

    private CEscapes() {}

    /** @param pieces what was between each pair of quotes; an escape does not go on in the next piece */
    static Decoded decode(List<String> pieces) {
        CEscapes escapes = new CEscapes();
        for (String piece : pieces) {
            escapes.piece = piece;
            escapes.decodePiece();
        }
        escapes.endBytes();
        return escapes.result.decoded();
    }

    private void decodePiece() {
        position = 0;
        while (position < piece.length()) {
            char c = piece.charAt(position);
            position++;
            if (c != '\\') {
                literal(c);
                // The only way to a quote without a backslash is a doubled one.
                position += c == '\'' ? 1 : 0;
            } else if (position < piece.length()) {
                escape(piece.charAt(position));
            }
        }
        result.endHalf();
    }

    /** @param c the character behind the backslash, at {@code position} */
    private void escape(char c) {
        if (c == 'u' || c == 'U') {
            unicode(c == 'u' ? 4 : 8);
        } else if (c >= '0' && c <= '7') {
            rawByte(position, 3, 8);
        } else if (c == 'x' && position + 1 < piece.length() && Characters.isHexDigit(piece.charAt(position + 1))) {
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
        int code = Hexadecimal.parse(piece, position + 1, digits);
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
        int value = 0;
        int i = first;
        while (i < piece.length() && i < first + most && Character.digit(piece.charAt(i), radix) >= 0) {
            value = value * radix + Character.digit(piece.charAt(i), radix);
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
            result.fail(decoded.indexOf('\0') >= 0 ? "invalid byte sequence for encoding \"UTF8\": 0x00" : null);
            result.literal(decoded);
        } catch (CharacterCodingException e) {
            result.fail("invalid byte sequence for encoding \"UTF8\"");
        }
        bytes.reset();
    }
}
