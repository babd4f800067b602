package dk.dialogspejl.platform.outside;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Hands mails over to the mail server. */
@ApplicationScoped
public class OutsideMail {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ReactiveMailer mailer;

    @Inject
    Vertx vertx;

    /**
     * Waits until the server has taken it. From an event loop: from elsewhere the client may connect in one loop and listen in
     * another, and a server that has greeted in between is waited for in vain.
     *
     * @throws RuntimeException it could not be sent, or it took longer than half a minute
     */
    public void send(Mail mail) {
        Context loop = vertx.getOrCreateContext();
        mailer.send(mail)
                .runSubscriptionOn(sending -> loop.runOnContext(nothing -> sending.run()))
                .await()
                .atMost(PATIENCE);
    }
}
