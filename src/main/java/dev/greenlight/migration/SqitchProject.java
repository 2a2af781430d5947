package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Where a project of sqitch has its files.
 *
 * @param plan the path of its plan
 * @param otherEngine which its configuration says it is for, if that is not PostgreSQL
 */
record SqitchProject(
        String top, String plan, String deploy, String revert, String verify, Optional<String> otherEngine) {

    /** Those that lie in a folder: the one that its configuration names, and the one whose plan is in it. */
    static Stream<SqitchProject> in(FoundFiles files, String folder) {
        Stream<SqitchProject> configured = files
                .text(Folders.resolve(folder, SqitchConfiguration.FILE))
                .map(text -> configured(folder, SqitchConfiguration.parse(text)))
                .stream();
        return Stream.concat(configured, Stream.of(at(folder)))
                .filter(project -> files.kind(project.plan()) == Kind.FILE);
    }

    private static SqitchProject at(String top) {
        return new SqitchProject(
                top,
                Folders.resolve(top, SqitchPlan.FILE),
                Folders.resolve(top, "deploy"),
                Folders.resolve(top, "revert"),
                Folders.resolve(top, "verify"),
                Optional.empty());
    }

    /** A path in the configuration is relative to where sqitch is started: where the configuration is. */
    private static SqitchProject configured(String folder, SqitchConfiguration said) {
        SqitchProject usual = at(
                said.get("top_dir").map(value -> Folders.resolve(folder, value)).orElse(folder));
        BinaryOperator<String> path = (key, otherwise) ->
                said.get(key).map(value -> Folders.resolve(folder, value)).orElse(otherwise);
        return new SqitchProject(
                usual.top(),
                path.apply("plan_file", usual.plan()),
                path.apply("deploy_dir", usual.deploy()),
                path.apply("revert_dir", usual.revert()),
                path.apply("verify_dir", usual.verify()),
                said.otherEngine());
    }

    /** The highest folder with all of it below. */
    String folder() {
        return Folders.common(List.of(top, deploy, revert, verify));
    }

    Optional<SqitchPlan> readPlan(FoundFiles files) {
        return files.text(plan).map(SqitchPlan::parse);
    }
}
