package dk.dialogspejl;

import dk.dialogspejl.platform.NotReady;
import dk.dialogspejl.platform.database.Database;
import dk.dialogspejl.platform.http.Port;
import dk.dialogspejl.platform.sealing.MasterKey;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.OutputStream;
import java.io.PrintStream;
import liquibase.Scope;
import liquibase.ui.ConsoleUIService;

/** Starts the product: first a database to stand on, then the service. */
@QuarkusMain
public class Dialogspejl {

    public static void main(String... args) {
        // Liquibase reports to the console in a format of its own; what matters of it is in the log.
        ((ConsoleUIService) Scope.getCurrentScope().getUI())
                .setOutputStream(new PrintStream(OutputStream.nullOutputStream()));
        System.setProperty("liquibase.command.showSummaryOutput", "LOG");
        // Otherwise each start asks its makers' server, over the Internet, whether to tell them of its use.
        System.setProperty("liquibase.analytics.enabled", "false");
        try {
            if (!Database.isPrepared()) { // live reload begins again on the same port and database
                Port.requireFree();
                Database.prepare();
                MasterKey.prepare();
            }
        } catch (NotReady reason) {
            System.err.println(reason.getMessage());
            Database.stop();
            System.exit(1);
        }
        Quarkus.run(null, Dialogspejl::stopped, args);
    }

    /** Reached when it ends by itself, above all when it could not start; a signal ends it on another way. */
    private static void stopped(int exitCode, Throwable failure) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Database.stop();
            System.exit(exitCode);
        }
    }
}
