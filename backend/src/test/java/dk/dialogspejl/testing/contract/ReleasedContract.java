package dk.dialogspejl.testing.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contract as it was last released: the file at the last tag {@code v…} that led here.
 *
 * @param tag such as {@code v1.4.0}
 */
record ReleasedContract(String tag, String contract) {

    private static final String FILE = "openapi/openapi.yaml";

    /** Empty where nothing has been released, or these are sources without their history. */
    static Optional<ReleasedContract> in(Path repository) throws IOException, InterruptedException {
        Optional<String> tag = git(repository, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
                .map(String::strip);
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReleasedContract(
                tag.get(),
                git(repository, "show", tag.get() + ":" + FILE)
                        .orElseThrow(() -> new IOException(FILE + " cannot be read at " + tag.get()))));
    }

    private static Optional<String> git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream said = git.getInputStream()) {
            String answer = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        }
    }
}
