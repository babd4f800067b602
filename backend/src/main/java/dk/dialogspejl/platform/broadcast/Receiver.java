package dk.dialogspejl.platform.broadcast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to what all instances say, on a connection and a thread of its own. The connection is not the pool's: it
 * would be taken out for good, and what the pool does to its connections between uses would make this one deaf.
 */
@ApplicationScoped
class Receiver {

    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final int QUIET_MILLIS = 10_000;
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long GOODBYE_MILLIS = 2_000;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Event<Heard> heard;

    @Inject
    Event<MaybeMissed> maybeMissed;

    private final Thread thread = new Thread(this::run, "broadcast-receiver");
    private volatile boolean stopped;
    private volatile Connection connection;

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException, SQLException {
        stop();
    }

    /** Comes without the event when the service could not start. */
    @PreDestroy
    void stop() throws InterruptedException, SQLException {
        stopped = true;
        Connection open = connection;
        if (open != null) {
            open.abort(Runnable::run); // ends the wait; closing it politely would wait for that
        }
        thread.interrupt();
        thread.join(GOODBYE_MILLIS);
    }

    private void run() {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!stopped) {
            try (Connection opened = open()) {
                connection = opened;
                try (var statement = opened.createStatement()) {
                    statement.execute("listen " + Broadcast.CHANNEL);
                }
                tell(maybeMissed, new MaybeMissed());
                while (!stopped) {
                    receive(opened);
                    pause = SHORTEST_PAUSE_MILLIS;
                }
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warnf("Deaf to the other instances, trying again: SQL state %s", e.getSQLState());
                    sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "dialogspejl broadcast receiver");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "10"); // while waiting for messages the wait's own time holds
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return new Driver().connect(url, properties);
    }

    private void receive(Connection opened) throws SQLException {
        PGNotification[] notifications = opened.unwrap(PGConnection.class).getNotifications(QUIET_MILLIS);
        for (PGNotification notification : notifications) {
            tell(heard, new Heard(notification.getParameter()));
        }
        if (notifications.length == 0) {
            // A connection that a firewall has forgotten is silent as well: only asking tells.
            try (var statement = opened.createStatement()) {
                statement.execute("select");
            }
        }
    }

    private static <T> void tell(Event<T> event, T what) {
        try {
            event.fire(what);
        } catch (RuntimeException e) {
            LOG.errorf("A message could not be passed on: %s", e.getClass().getName());
        }
    }

    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // Only stopping interrupts, and the loop sees that.
        }
    }
}
