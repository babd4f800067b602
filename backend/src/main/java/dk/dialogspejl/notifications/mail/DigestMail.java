package dk.dialogspejl.notifications.mail;

import dk.dialogspejl.notifications.Notification;
import dk.dialogspejl.notifications.NotificationKind;
import dk.dialogspejl.notifications.NotificationText;
import dk.dialogspejl.notifications.calendar.Appointment;
import dk.dialogspejl.notifications.calendar.ICalendar;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.outside.OutsideMail;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.rounds.Round;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and sends what waits for somebody as one mail, as text and as HTML, in the reader's language. */
@ApplicationScoped
public class DigestMail {

    @ConfigProperty(name = "dialogspejl.mail.host")
    Optional<String> host;

    /** Where people reach the app. */
    @ConfigProperty(name = "dialogspejl.url")
    Optional<String> url;

    @Inject
    OutsideMail outside;

    @Inject
    ICalendar calendar;

    @Inject
    Unsubscribe unsubscribe;

    @Inject
    @Location("mail/digest.html")
    Template html;

    @Inject
    @Location("mail/digest.txt")
    Template text;

    /** A mail that is ready to be sent. */
    record Draft(
            String address,
            String subject,
            Letter letter,
            String unsubscribe,
            List<Invitation> invitations,
            List<Notification> notifications) {}

    /** What goes into a calendar. */
    private record Invitation(String file, String method, String text) {}

    /** What a mail says, part by part. */
    public record Letter(
            String language,
            String greeting,
            String lead,
            List<Item> items,
            String why,
            String choose,
            String chooseUrl,
            String stop,
            String stopUrl) {}

    /** One thing that is told, and where it leads. */
    public record Item(String text, String link, String url) {}

    /** Whether there is a server to send by, and an address of the app's own to lead to. */
    public boolean isSetUp() {
        return host.isPresent() && url.isPresent();
    }

    /** @param waiting one at least */
    Draft draft(Person person, String address, Language language, List<Notification> waiting) {
        // A subject is read on locked screens: no names in it, and no more than what it is about.
        boolean oneTopic =
                waiting.stream().map(one -> one.kind().topic()).distinct().count() == 1;
        String subject =
                oneTopic ? "mail.digest.subject." + waiting.get(0).kind().topic() : "mail.digest.subject";
        String link = unsubscribe.link(person);
        Letter letter = new Letter(
                language.tag(),
                Messages.get(language, "mail.greeting", firstName(person)),
                Messages.get(language, waiting.size() == 1 ? "mail.digest.lead.one" : "mail.digest.lead"),
                waiting.stream().map(one -> item(one, language)).toList(),
                Messages.get(language, "mail.digest.why"),
                Messages.get(language, "mail.digest.choose"),
                url("/me"),
                Messages.get(language, "mail.digest.stop"),
                url("/unsubscribe#" + link));
        return new Draft(
                address,
                Messages.get(language, subject),
                letter,
                url(Api.ROOT + "/unsubscribe/" + link),
                invitations(person, address, language, waiting),
                waiting);
    }

    /** Each appointment as it stands now, once however often it was changed. */
    private List<Invitation> invitations(Person person, String address, Language language, List<Notification> waiting) {
        Map<String, Appointment> appointments = new LinkedHashMap<>();
        waiting.stream()
                .flatMap(one -> appointment(one, person, language).stream())
                .forEach(appointment -> appointments.put(appointment.uid(), appointment));
        return appointments.values().stream()
                .map(appointment -> new Invitation(
                        appointment.file(),
                        calendar.method(appointment).getValue(),
                        calendar.request(appointment, person.name(), address, language)))
                .toList();
    }

    private static Optional<Appointment> appointment(Notification notification, Person person, Language language) {
        Round round = notification.round();
        if (notification.kind() == NotificationKind.CONCLUDED) {
            return Optional.of(Appointment.followUp(round, person.id(), notification.aboutOn(), language));
        }
        // One about no moment is about a round that had no talk ahead.
        return notification.kind().isForCalendars() && notification.aboutAt() != null
                ? Appointment.talk(round, person.id(), notification.aboutAt(), language)
                : Optional.empty();
    }

    private static String firstName(Person person) {
        return person.name().split(" ")[0];
    }

    private Item item(Notification notification, Language language) {
        return new Item(
                NotificationText.of(notification, language),
                Messages.get(language, "mail.digest.link." + notification.kind().topic()),
                url(notification.place()));
    }

    private String url(String place) {
        return url.orElseThrow().replaceAll("/$", "") + place;
    }

    /** @throws RuntimeException it could not be sent */
    void send(Draft draft) {
        Mail mail = Mail.withText(
                        draft.address(),
                        draft.subject(),
                        text.data("letter", draft.letter()).render())
                .setHtml(html.data("letter", draft.letter()).render())
                .addHeader("Auto-Submitted", "auto-generated") // RFC 3834: no answers from absence
                .addHeader("List-Unsubscribe", "<" + draft.unsubscribe() + ">") // RFC 2369
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        draft.invitations()
                .forEach(invitation -> mail.addAttachment(
                        invitation.file(),
                        invitation.text().getBytes(StandardCharsets.UTF_8),
                        "%s; method=%s; charset=UTF-8".formatted(ICalendar.MEDIA_TYPE, invitation.method())));
        outside.send(mail);
    }
}
