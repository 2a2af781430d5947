package dev.greenlight.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.packaging.Command.Outcome;
import dev.greenlight.packaging.Command.Running;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher among JDKs and a Maven that are stubs, so that no test depends on what this machine has. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "sh", "cat", "env", "find", "head", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "sort", "touch");

    @TempDir
    private Path folder;

    private Path install;
    private Path launcher;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void installWithoutJava() throws IOException {
        install = Files.createDirectory(folder.resolve("an install"));
        launcher = install.resolve("greenlight");
        String script = Files.readString(Path.of("greenlight"));
        for (String systemFolder : List.of("/usr/lib/jvm", "/Library", "/opt/java", "/opt/hostedtoolcache")) {
            assertThat(script).contains(" " + systemFolder + "/");
            script = script.replace(" " + systemFolder + "/", " " + folder.resolve("system") + systemFolder + "/");
        }
        program(launcher, script);
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            program(tools.resolve(tool), "#!/bin/sh\nexec " + onThisMachine(tool) + " \"$@\"\n");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.resolve("home").toString());
    }

    @Test
    void handsTheArgumentsAndTheWorkingDirectoryToThePackagedJar() throws IOException {
        packagedJar();
        environment.put("JAVA_HOME", jdk("jdk 21", "21.0.3").toString());

        Outcome outcome = launch("lint", "--format", "text", "a folder/V1 init.sql", "", "$HOME", "*");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output().lines())
                .containsSubsequence(
                        "jdk 21",
                        "in " + folder.toRealPath(),
                        "[-jar]",
                        "[" + install.toRealPath().resolve("greenlight.jar") + "]",
                        "[lint]",
                        "[--format]",
                        "[text]",
                        "[a folder/V1 init.sql]",
                        "[]",
                        "[$HOME]",
                        "[*]");
    }

    @Test
    void givesTheExitCodeOfTheCommand() throws IOException {
        packagedJar();
        Path jdk = jdk("jdk", "21.0.3");
        program(jdk.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        environment.put("JAVA_HOME", jdk.toString());

        assertThat(launch().exitCode()).isEqualTo(1);
    }

    @Test
    void runsThroughLinks() throws IOException {
        packagedJar();
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        Path link = Files.createSymbolicLink(folder.resolve("first link"), Path.of("an install/greenlight"));
        launcher = Files.createSymbolicLink(folder.resolve("second link"), link);

        assertThat(launch().output()).contains("[" + install.toRealPath().resolve("greenlight.jar") + "]");
    }

    @Test
    void prefersJavaHome() throws IOException {
        packagedJar();
        environment.put("JAVA_HOME", jdk("from JAVA_HOME", "21.0.3").toString());
        environment.put("JAVA_HOME_25_X64", jdk("from a runner", "25").toString());

        assertThat(launch().output()).startsWith("from JAVA_HOME\n");
    }

    @Test
    void takesTheNewestJdkOfARunnerWhenJavaHomeIsTooOld() throws IOException {
        packagedJar();
        environment.put("JAVA_HOME", jdk("too old", "17.0.15").toString());
        environment.put("JAVA_HOME_17_X64", jdk("too old", "17.0.15").toString());
        environment.put("JAVA_HOME_21_X64", jdk("not the newest", "21.0.3").toString());
        environment.put("JAVA_HOME_25_arm64", jdk("the newest", "25.0.3").toString());
        environment.put("JAVA_HOME_26_X64", folder.resolve("missing").toString());

        assertThat(launch().output()).startsWith("the newest\n");
    }

    @Test
    void takesTheJavaOnThePath() throws IOException {
        packagedJar();
        Path jdk = jdk("on the path", "21.0.3");
        Path commands = Files.createDirectory(folder.resolve("commands"));
        Files.createSymbolicLink(commands.resolve("java"), jdk.resolve("bin/java"));
        onPath(commands);

        assertThat(launch().output()).startsWith("on the path\n");
    }

    @Test
    void asksAJavaWithoutAReleaseFileForItsVersion() throws IOException {
        packagedJar();
        Path jdk = jdk("behind a shim", "22.0.1");
        Files.delete(jdk.resolve("release"));
        Path commands = Files.createDirectory(folder.resolve("commands"));
        program(commands.resolve("java"), "#!/bin/sh\nexec '" + jdk.resolve("bin/java") + "' \"$@\"\n");
        onPath(commands);

        assertThat(launch().output()).startsWith("behind a shim\n");
    }

    @Test
    void takesTheNewestOfTheUsualFolders() throws IOException {
        packagedJar();
        jdk("system/usr/lib/jvm/java-17", "17.0.15");
        jdk("system/usr/lib/jvm/java-21", "21.0.3");
        jdk("home/.sdkman/candidates/java/25.0.3-tem", "25.0.3");
        jdk("system/opt/java/openjdk", "1.8.0_392");

        assertThat(launch().output()).startsWith("home/.sdkman/candidates/java/25.0.3-tem\n");
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() {
        Outcome outcome = launch("--help");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .startsWith("greenlight: needs a JDK 21 or newer and found none.\n")
                .contains("apt-get install", "https://adoptium.net", "JAVA_HOME");
    }

    @Test
    void rejectsJava17AndSaysWhereItIs() throws IOException {
        packagedJar();
        Path jdk = jdk("old", "17.0.15");
        environment.put("JAVA_HOME", jdk.toString());

        Outcome outcome = launch();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("\n  " + jdk + " has version 17\n");
    }

    @Test
    void runsOnARuntimeWithoutACompilerButDoesNotBuildOnIt() throws IOException {
        Path runtime = jdk("runtime", "21.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("JAVA_HOME", runtime.toString());
        checkout("touch \"$target/greenlight.jar\"");

        assertThat(launch().errors()).contains("\n  " + runtime + " has version 21 but no javac\n");

        Files.createDirectory(install.resolve("target"));
        Files.createFile(install.resolve("target/greenlight.jar"));
        assertThat(launch().output()).startsWith("runtime\n");
    }

    @Test
    void buildsOnceAndKeepsStandardOutputForTheCommand() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("echo noise; touch \"$target/greenlight.jar\"");

        Outcome first = launch();
        Outcome second = launch();

        assertThat(first.output()).startsWith("jdk\n").doesNotContain("noise");
        assertThat(first.errors()).contains("greenlight: building", "noise");
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);
        assertThat(install.resolve("target")).isDirectoryNotContaining("glob:**launcher*");
    }

    @Test
    void buildsAgainWhenASourceOrARuleIsNewerOrGone() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("touch \"$target/greenlight.jar\"");
        launch();

        Path rule = Files.createDirectory(install.resolve("rules")).resolve("new-rule.md");
        Files.createFile(rule);
        launch();
        assertThat(builds()).isEqualTo(2);

        Files.delete(rule);
        launch();
        assertThat(builds()).isEqualTo(3);

        Files.setLastModifiedTime(
                install.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
        launch();
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void saysThatTheBuildFailed() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("echo 'cannot find symbol'; exit 1");

        Outcome outcome = launch();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .contains("cannot find symbol")
                .endsWith("greenlight: the build failed: see above\n");
        assertThat(install.resolve("target")).isEmptyDirectory();
    }

    @Test
    void fallsBackToTheInstalledMaven() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("touch \"$target/greenlight.jar\"");
        Path commands = Files.createDirectory(folder.resolve("commands"));
        Files.move(install.resolve("mvnw"), commands.resolve("mvn"));
        onPath(commands);

        assertThat(launch().output()).startsWith("jdk\n");
    }

    @Test
    void buildsOnceForLaunchesAtTheSameTime() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("sleep 1; touch \"$target/greenlight.jar\"");

        List<Running> launches =
                Stream.generate(() -> command().start()).limit(3).toList();

        assertThat(launches).allSatisfy(launch -> {
            Outcome outcome = launch.await();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.output()).startsWith("jdk\n");
        });
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesOverTheLockOfALaunchThatWasKilled() throws IOException {
        environment.put("JAVA_HOME", jdk("jdk", "21.0.3").toString());
        checkout("touch \"$target/greenlight.jar\"");
        Path lock = Files.createDirectories(install.resolve("target/launcher.lock"));
        // No process has this number: Linux numbers them up to 2^22.
        Files.writeString(lock.resolve("owner"), "4194305\n");

        assertThat(launch().output()).startsWith("jdk\n");
        assertThat(lock).doesNotExist();
    }

    private Outcome launch(String... arguments) {
        return command(arguments).run();
    }

    private Command command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(List.of(arguments));
        return new Command(folder, environment, words);
    }

    private void packagedJar() throws IOException {
        Files.createFile(install.resolve("greenlight.jar"));
    }

    /** A checkout whose Maven wrapper counts its builds and then does as the given script says. */
    private void checkout(String build) throws IOException {
        Files.createFile(install.resolve("pom.xml"));
        Files.createDirectories(install.resolve("src/main"));
        program(install.resolve("mvnw"), """
                #!/bin/sh
                if [ "$1" = --version ]; then exit; fi
                echo built >>builds
                for word; do
                    case $word in -Dgreenlight.target=*) target=${word#*=} ;; esac
                done
                %s
                """.formatted(build));
    }

    private long builds() throws IOException {
        return Files.readAllLines(install.resolve("builds")).size();
    }

    /** A JDK whose java prints its name, its working directory and its arguments. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -XshowSettings:properties ]; then
                    printf '    java.home = %%s\\n    java.version = %%s\\n' '%s' '%s' >&2
                    exit
                fi
                echo '%s'
                echo "in $PWD"
                printf '[%%s]\\n' "$@"
                """.formatted(home, version, name));
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private void onPath(Path commands) {
        environment.merge("PATH", commands.toString(), (path, first) -> first + File.pathSeparator + path);
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, script);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThisMachine(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " on the PATH"));
    }
}
