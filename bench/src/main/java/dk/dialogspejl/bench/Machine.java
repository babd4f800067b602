package dk.dialogspejl.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.postgresql.util.DriverInfo;

/** When and on what something was measured, as rows of a table. */
final class Machine {

    private Machine() {}

    static String describe(Host host) throws IOException, InterruptedException, SQLException {
        String cpu = output("lscpu")
                .lines()
                .filter(line -> line.matches("(Model name|CPU\\(s\\)|L3 cache|L3):.*"))
                .map(line -> line.replaceAll(":\\s+", ": "))
                .collect(Collectors.joining(", "));
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
        String postgresql;
        try (Connection owner = host.owner();
                var found = owner.createStatement().executeQuery("show server_version")) {
            found.next();
            postgresql = found.getString(1);
        }
        return """
                | date | %s, at commit %s |
                | machine | %s; %d GiB; Linux %s |
                | versions | Java %s, Quarkus %s, PostgreSQL %s, PgJDBC %s |""".formatted(
                        LocalDate.now(),
                        output("git", "rev-parse", "--short", "HEAD").strip(),
                        cpu,
                        Long.parseLong(memory) >> 20,
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        Host.quarkusVersion(),
                        postgresql,
                        DriverInfo.DRIVER_VERSION);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
