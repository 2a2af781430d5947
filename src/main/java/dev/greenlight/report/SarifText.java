package dev.greenlight.report;

import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;

/** Messages as SARIF's plain text, in which {@code [text](1)} is a link to a related location (SARIF 3.11.6). */
final class SarifText {
    private SarifText() {}

    static String of(Finding finding) {
        StringBuilder text = new StringBuilder(plain(finding.message()));
        int number = 0;
        for (Finding.Related related : finding.related()) {
            text.append(number == 0 ? " (see " : ", ")
                    .append('[')
                    .append(escaped(VisibleText.of(related.message())))
                    .append("](")
                    .append(++number)
                    .append(')');
        }
        text.append(number == 0 ? "." : ").");
        SafeForm safeForm = finding.safeForm();
        if (safeForm != null) {
            text.append(' ').append(plain(safeForm.advice()));
        }
        return text.toString();
    }

    /** Foreign text that has no links. Brackets that are no link are left as they are, for not all who read escape. */
    static String plain(String text) {
        String visible = VisibleText.of(text);
        return visible.contains("](") ? escaped(visible) : visible;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }
}
