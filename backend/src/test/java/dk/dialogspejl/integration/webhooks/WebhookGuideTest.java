package dk.dialogspejl.integration.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the integrators' guide says in Java and in Python holds, as it stands there. */
class WebhookGuideTest {

    private static final Path GUIDE = Path.of("../docs/integrators.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\n(static boolean isGenuine.*?)```", Pattern.DOTALL);

    private static final Pattern PYTHON = Pattern.compile("```python\\n(.*?def is_genuine.*?)```", Pattern.DOTALL);

    @Test
    void the_guides_verification_takes_what_is_ours_and_nothing_else(@TempDir Path folder) throws Exception {
        Method isGenuine = compiled(folder);
        String secret = Signature.newSecret();
        String other = Signature.newSecret();
        String body = "{\"type\":\"summary.shared\"}";
        long now = Instant.now().getEpochSecond();
        String signed = Signature.of(List.of(other, secret), "id", now, body);
        assertEquals(true, is(isGenuine, secret, "id", now, signed, body));
        assertEquals(true, is(isGenuine, other, "id", now, signed, body));
        assertEquals(false, is(isGenuine, Signature.newSecret(), "id", now, signed, body));
        assertEquals(false, is(isGenuine, secret, "another", now, signed, body));
        assertEquals(false, is(isGenuine, secret, "id", now + 1, signed, body));
        assertEquals(false, is(isGenuine, secret, "id", now, signed, body + " "));
        assertEquals(false, is(isGenuine, secret, "id", now, "v1, v1,x", body));
        String old = Signature.of(List.of(secret), "id", now - 400, body);
        assertEquals(false, is(isGenuine, secret, "id", now - 400, old, body));
    }

    /** Where there is no Python, it is said that this was not looked at. */
    @Test
    void so_does_the_one_in_python(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(run(folder, "python3", "--version") == 0, "there is no Python 3 here");
        String secret = Signature.newSecret();
        String body = "{\"type\":\"summary.shared\"}";
        long now = Instant.now().getEpochSecond();
        var example = PYTHON.matcher(Files.readString(GUIDE));
        assertEquals(true, example.find());
        Files.writeString(folder.resolve("example.py"), """
                %s
                def takes(secret, id, timestamp, signatures, body):
                    return is_genuine(secret, {"webhook-id": id, "webhook-timestamp": timestamp,
                                               "webhook-signature": signatures}, body)

                secret, now, signed, old, body = "%s", %d, "%s", "%s", b'%s'
                assert takes(secret, "id", str(now), signed, body)
                assert not takes("whsec_AAAA", "id", str(now), signed, body)
                assert not takes(secret, "another", str(now), signed, body)
                assert not takes(secret, "id", str(now + 1), signed, body)
                assert not takes(secret, "id", str(now), signed, body + b" ")
                assert not takes(secret, "id", str(now), "v1, v1,æ", body)
                assert not takes(secret, "id", str(now - 400), old, body)
                assert not takes(secret, "id", "now", signed, body)
                assert not is_genuine(secret, {}, body)
                """.formatted(
                        example.group(1),
                        secret,
                        now,
                        Signature.of(List.of(Signature.newSecret(), secret), "id", now, body),
                        Signature.of(List.of(secret), "id", now - 400, body),
                        body));
        assertEquals(0, run(folder, "python3", "example.py"));
    }

    private static int run(Path folder, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private static Object is(Method isGenuine, String secret, String id, long seconds, String signatures, String body)
            throws Exception {
        return isGenuine.invoke(
                null, secret, id, String.valueOf(seconds), signatures, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Method compiled(Path folder) throws Exception {
        var example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertEquals(true, example.find());
        Path source = folder.resolve("Example.java");
        Files.writeString(source, """
                import java.nio.charset.StandardCharsets;
                import java.security.*;
                import java.time.Instant;
                import java.util.*;
                import javax.crypto.Mac;
                import javax.crypto.spec.SecretKeySpec;

                class Example {
                %s}
                """.formatted(example.group(1)));
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler);
        assertEquals(0, compiler.run(null, null, null, "-d", folder.toString(), source.toString()));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (Method method : loader.loadClass("Example").getDeclaredMethods()) {
                if (method.getName().equals("isGenuine")) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new AssertionError("isGenuine");
    }
}
