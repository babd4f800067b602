package dk.dialogspejl.platform.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.Inbox;
import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Each mail is on a connection of its own here, as most are that are sent minutes after another. */
@QuarkusTest
class OutsideMailTest {

    /** Sent from elsewhere than an event loop, one of fifteen was never answered. */
    private static final int MAILS = 100;

    @Inject
    OutsideMail outside;

    @Inject
    Inbox inbox;

    @Test
    void each_mail_is_taken_by_the_server_whichever_thread_it_is_sent_from() throws InterruptedException {
        String address = "anna@" + UUID.randomUUID() + ".example";
        List<Throwable> problems = new CopyOnWriteArrayList<>();
        for (int mail = 0; mail < MAILS; mail++) {
            Thread sender = new Thread(
                    () -> outside.send(Mail.withText(address, "Hej", "Hej Anna").setHtml("<p>Hej Anna")));
            sender.setUncaughtExceptionHandler((thread, problem) -> problems.add(problem));
            sender.start();
            sender.join();
        }
        assertEquals(List.of(), problems);
        assertEquals(MAILS, inbox.lettersTo(address, MAILS).size());
    }
}
