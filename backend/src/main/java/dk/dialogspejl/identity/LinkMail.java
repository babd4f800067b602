package dk.dialogspejl.identity;

import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.outside.OutsideMail;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.time.TimeSource;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and sends mails about signing in, as text and as HTML, in the reader's language. */
@ApplicationScoped
class LinkMail {

    @ConfigProperty(name = "dialogspejl.mail.host")
    Optional<String> host;

    /** Where people reach the app; not taken from a request, whose {@code Host} anybody can choose. */
    @ConfigProperty(name = "dialogspejl.url")
    Optional<String> url;

    @Inject
    OutsideMail outside;

    @Inject
    @Location("mail/link.html")
    Template html;

    @Inject
    @Location("mail/link.txt")
    Template text;

    @Inject
    @Location("mail/change.html")
    Template changeHtml;

    @Inject
    @Location("mail/change.txt")
    Template changeText;

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
        send(account, kind, "/link#" + link, Messages.get(language, "mail.not-you"), language);
    }

    /**
     * Invites somebody who signs in through the organisation's provider: without a link that opens anything.
     *
     * @throws RuntimeException it could not be sent
     */
    void welcome(Account account, Language language) {
        send(account, "mail.welcome.", "/", Messages.get(language, "mail.welcome.why"), language);
    }

    private void send(Account account, String kind, String path, String last, Language language) {
        Letter letter = new Letter(
                language.tag(),
                Messages.get(language, "mail.greeting", account.person().name()),
                Messages.get(language, kind + "lead"),
                Messages.get(language, kind + "button"),
                url.orElseThrow().replaceAll("/$", "") + path,
                Messages.get(language, kind + "how"),
                last);
        send(
                account,
                Messages.get(language, kind + "subject"),
                text.data("letter", letter),
                html.data("letter", letter));
    }

    /**
     * Tells of a change, and what to do about it. Without a link: whoever copies such a mail to lure somebody has none to
     * put his own in place of.
     *
     * @throws RuntimeException it could not be sent
     */
    void tell(Account account, LinkRequest change) {
        Language language = change.language();
        String kind = change.kind().key();
        Change letter = new Change(
                language.tag(),
                Messages.get(language, "mail.greeting", account.person().name()),
                Messages.get(language, kind + "lead", time(change.askedAt(), language)),
                Messages.get(language, "mail.change.was-you"),
                Messages.get(language, "mail.change.was-not-you"));
        send(
                account,
                Messages.get(language, kind + "subject"),
                changeText.data("letter", letter),
                changeHtml.data("letter", letter));
    }

    private void send(Account account, String subject, TemplateInstance text, TemplateInstance html) {
        outside.send(Mail.withText(account.login(), subject, text.render()).setHtml(html.render()));
    }

    private static String time(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(TimeSource.DENMARK));
    }

    /** What a mail that tells of a change says, part by part. */
    public record Change(String language, String greeting, String lead, String wasYou, String wasNotYou) {}

    /** What a mail that leads into the app says, part by part. */
    public record Letter(
            String language, String greeting, String lead, String button, String url, String how, String last) {}
}
