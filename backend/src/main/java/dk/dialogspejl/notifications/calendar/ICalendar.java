package dk.dialogspejl.notifications.calendar;

import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.FluentComponent;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes an appointment as iCalendar: to download as it is published (RFC 5546, section 3.2.1), by mail as a request to
 * one person, which later ones with the same uid change or take back (3.2.2, 3.2.5). The service organises it and
 * expects no answer, so neither learns the other's address. It is private, because calendars are shared at work.
 */
@ApplicationScoped
public class ICalendar {

    /** Of the media type, with the method as RFC 6047, section 2.4, wants it in mails. */
    public static final String MEDIA_TYPE = "text/calendar";

    private final VTimeZone denmark = denmark();

    @ConfigProperty(name = "quarkus.mailer.from")
    String organiser;

    /** Where people reach the app. */
    @ConfigProperty(name = "dialogspejl.url")
    Optional<String> url;

    @Inject
    Clock clock;

    /** How it goes into the mail to one person. */
    public Method method(Appointment appointment) {
        return appointment.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    public String request(Appointment appointment, String name, String address, Language language) {
        VEvent event = event(appointment, language);
        event.add(new Organizer(mailto(organiser)).getFluentTarget());
        event.add(new Attendee(mailto(address))
                .withParameter(new Cn(name))
                .withParameter(PartStat.NEEDS_ACTION)
                .withParameter(Rsvp.FALSE)
                .getFluentTarget());
        return write(event, method(appointment));
    }

    public String publish(Appointment appointment, Language language) {
        return write(event(appointment, language), ImmutableMethod.PUBLISH);
    }

    private VEvent event(Appointment appointment, Language language) {
        VEvent event = new VEvent(appointment.start(), appointment.length(), appointment.title());
        FluentComponent with = event.withProperty(new Uid(appointment.uid()))
                .withProperty(new Sequence(appointment.sequence()))
                .withProperty(new Clazz(Clazz.VALUE_PRIVATE))
                .withProperty(
                        appointment.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)
                .withProperty(
                        appointment.start() instanceof LocalDate
                                ? ImmutableTransp.TRANSPARENT
                                : ImmutableTransp.OPAQUE);
        event.replace(new DtStamp(clock.instant()));
        if (appointment.place() != null) {
            with.withProperty(new Location(appointment.place()));
        }
        url.ifPresent(app -> with.withProperty(new Description(
                Messages.get(language, "calendar.description", app.replaceAll("/$", "") + appointment.path()))));
        return event;
    }

    private String write(VEvent event, Method method) {
        Calendar calendar = new Calendar()
                .withProdId("-//Dialogspejl//DA")
                .withDefaults()
                .withProperty(method)
                .withComponent(denmark)
                .withComponent((CalendarComponent) event)
                .getFluentTarget();
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI mailto(String address) {
        return URI.create("mailto:" + address);
    }

    /** The rules since 1996, which no appointment of ours is older than. */
    private static VTimeZone denmark() {
        try (InputStream rules = ICalendar.class.getResourceAsStream("/calendar/copenhagen.ics")) {
            return new CalendarBuilder()
                    .build(rules)
                    .<VTimeZone>getComponent("VTIMEZONE")
                    .orElseThrow();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("The rules of the time zone cannot be read", e);
        }
    }
}
