package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a project of sqitch has its files.
 *
 * @param plan the path of its plan
 * @param otherEngine which its configuration says it is for, if that is not PostgreSQL
 */
record SqitchProject(
        String top, String plan, String deploy, String revert, String verify, Optional<String> otherEngine) {

    /** Those that lie in a folder: the one that its configuration names, or the one whose plan is in it. */
    static Stream<SqitchProject> in(FoundFiles files, String folder) {
        return Stream.concat(
                        files.text(Folders.resolve(folder, SqitchConfiguration.FILE))
                                .map(text -> of(folder, SqitchConfiguration.parse(text)))
                                .stream(),
                        Stream.of(of(folder, SqitchConfiguration.parse(""))))
                .filter(project -> files.kind(project.plan()) == Kind.FILE);
    }

    /** A path in the configuration is relative to where sqitch is started: where the configuration is. */
    private static SqitchProject of(String folder, SqitchConfiguration said) {
        String top = said.get("top_dir").map(value -> Folders.resolve(folder, value)).orElse(folder);
        return new SqitchProject(
                top,
                said.get("plan_file").map(value -> Folders.resolve(folder, value)).orElse(Folders.resolve(top, SqitchPlan.FILE)),
                said.get("deploy_dir").map(value -> Folders.resolve(folder, value)).orElse(Folders.resolve(top, "deploy")),
                said.get("revert_dir").map(value -> Folders.resolve(folder, value)).orElse(Folders.resolve(top, "revert")),
                said.get("verify_dir").map(value -> Folders.resolve(folder, value)).orElse(Folders.resolve(top, "verify")),
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
