package dk.dialogspejl;

import dk.dialogspejl.platform.database.Database;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the product: first a database to stand on, then the service. */
@QuarkusMain
public class Dialogspejl {

    public static void main(String... args) {
        try {
            Database.prepare();
        } catch (Database.NotReady reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }
}
