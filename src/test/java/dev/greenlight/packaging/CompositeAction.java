package dev.greenlight.packaging;

import dev.greenlight.packaging.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs a composite action as GitHub's runner does, as far as {@code action.yml} needs it: bash steps, inputs with
 * defaults, and expressions that name one input or one output of an earlier step.
 */
final class CompositeAction {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([\\w.-]+) *}}");

    private final Map<?, ?> definition;
    private final Path actionPath;

    /** What a workflow sees of the action after it ran. */
    record Result(int exitCode, Map<String, String> outputs, String summary, String log) {}

    CompositeAction(Path file, Path actionPath) throws IOException {
        this.definition = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        this.actionPath = actionPath;
    }

    List<String> scripts() {
        return steps().stream().map(step -> (String) step.get("run")).toList();
    }

    Result run(Path workspace, Path temporary, Map<String, String> given) throws IOException {
        Map<String, String> values = new TreeMap<>();
        section("inputs")
                .forEach((name, input) -> values.put("inputs." + name, (String) ((Map<?, ?>) input).get("default")));
        given.forEach((name, value) -> values.put("inputs." + name, value));
        Path summary = Files.createFile(temporary.resolve("summary.md"));
        StringBuilder log = new StringBuilder();
        int exitCode = 0;
        for (Map<?, ?> step : steps()) {
            Path outputs = Files.createTempFile(temporary, "outputs", ".txt");
            Map<String, String> environment = new TreeMap<>(System.getenv());
            environment.put("GITHUB_ACTION_PATH", actionPath.toString());
            environment.put("GITHUB_OUTPUT", outputs.toString());
            environment.put("GITHUB_STEP_SUMMARY", summary.toString());
            environment.put("GITHUB_WORKSPACE", workspace.toString());
            environment.put("RUNNER_TEMP", temporary.toString());
            if (step.get("env") instanceof Map<?, ?> variables) {
                variables.forEach((name, value) -> environment.put((String) name, evaluate((String) value, values)));
            }
            Outcome outcome = runStep(step, workspace, temporary, environment);
            log.append(outcome.output()).append(outcome.errors());
            for (String line : Files.readAllLines(outputs)) {
                int equals = line.indexOf('=');
                values.put(
                        "steps." + step.get("id") + ".outputs." + line.substring(0, equals),
                        line.substring(equals + 1));
            }
            exitCode = outcome.exitCode();
            if (exitCode != 0) {
                break;
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        section("outputs")
                .forEach((name, output) ->
                        outputs.put((String) name, evaluate((String) ((Map<?, ?>) output).get("value"), values)));
        return new Result(exitCode, outputs, Files.readString(summary), log.toString());
    }

    private static Outcome runStep(Map<?, ?> step, Path workspace, Path temporary, Map<String, String> environment)
            throws IOException {
        if (!"bash".equals(step.get("shell"))) {
            throw new IllegalArgumentException("not a bash step: " + step);
        }
        Path script = Files.createTempFile(temporary, "step", ".sh");
        Files.writeString(script, (String) step.get("run"));
        List<String> words =
                new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
        return new Command(workspace, environment, words).run();
    }

    private static String evaluate(String text, Map<String, String> values) {
        UnaryOperator<String> value = name -> {
            if (name.startsWith("steps.")) {
                return values.getOrDefault(name, "");
            }
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("unknown in an expression: " + name);
            }
            return values.get(name);
        };
        return EXPRESSION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    private Map<?, ?> section(String name) {
        return (Map<?, ?>) definition.get(name);
    }

    @SuppressWarnings("unchecked")
    private List<Map<?, ?>> steps() {
        return (List<Map<?, ?>>) section("runs").get("steps");
    }
}
