package dk.dialogspejl.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The folder that an installation without a PostgreSQL or a master key given to it keeps its own in. */
public final class DataFolder {

    private DataFolder() {}

    /** {@code DIALOGSPEJL_DATA}, or {@code .data} where the service was started. */
    public static Path path() {
        return Path.of(System.getenv().getOrDefault("DIALOGSPEJL_DATA", ".data"))
                .toAbsolutePath()
                .normalize();
    }

    /** How bytes are spelled in a file. */
    @FunctionalInterface
    public interface Spelling {
        String of(byte[] bytes);
    }

    /** The secret in this file, made at random where there is none yet, and readable by its owner only. */
    public static String secret(Path file, int bytes, Spelling spelling) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[bytes];
                new SecureRandom().nextBytes(random);
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(draft);
                if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                    Files.createFile(
                            draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(draft, spelling.of(random));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
