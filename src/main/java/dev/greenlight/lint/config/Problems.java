package dev.greenlight.lint.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file, so that all of it can be told at once. */
final class Problems {
    private final String path;
    private final List<ConfigurationProblem> all = new ArrayList<>();

    Problems(String path) {
        this.path = path;
    }

    void add(int line, String message) {
        all.add(new ConfigurationProblem(path, line, message));
    }

    /** In the order of lines. */
    List<ConfigurationProblem> all() {
        return all.stream().sorted().toList();
    }
}
