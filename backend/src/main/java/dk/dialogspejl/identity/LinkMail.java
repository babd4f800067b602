package dk.dialogspejl.identity;

import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and sends the mail with a one-time link, as text and as HTML, in the reader's language. */
@ApplicationScoped
class LinkMail {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "dialogspejl.mail.host")
    Optional<String> host;

    /** Where people reach the app; not taken from a request, whose {@code Host} anybody can choose. */
    @ConfigProperty(name = "dialogspejl.url")
    Optional<String> url;

    @Inject
    ReactiveMailer mailer;

    @Inject
    @Location("mail/link.html")
    Template html;

    @Inject
    @Location("mail/link.txt")
    Template text;

    /** @throws ProblemException NO_MAIL where there is no mail server to send by */
    void mustBeSetUp() {
        if (!isSetUp()) {
            throw ProblemException.of(ProblemType.NO_MAIL);
        }
    }

    boolean isSetUp() {
        return host.isPresent() && url.isPresent();
    }

    /**
     * @param link goes into the fragment, which browsers send to nobody, so that it is in no log
     * @throws RuntimeException it could not be sent
     */
    void send(Account account, String link, Language language) {
        String kind = account.isInvited() ? "mail.invitation." : "mail.reset.";
        Letter letter = new Letter(
                language.tag(),
                Messages.get(language, "mail.greeting", account.person().name()),
                Messages.get(language, kind + "lead"),
                Messages.get(language, kind + "button"),
                url.orElseThrow().replaceAll("/$", "") + "/link#" + link,
                Messages.get(language, kind + "until"),
                Messages.get(language, "mail.not-you"));
        mailer.send(Mail.withText(
                                account.login(),
                                Messages.get(language, kind + "subject"),
                                text.data("letter", letter).render())
                        .setHtml(html.data("letter", letter).render()))
                .await()
                .atMost(PATIENCE);
    }

    /** What a mail says, part by part. */
    public record Letter(
            String language, String greeting, String lead, String button, String url, String until, String notYou) {}
}
