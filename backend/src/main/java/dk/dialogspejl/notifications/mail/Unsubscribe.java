package dk.dialogspejl.notifications.mail;

import dk.dialogspejl.notifications.Notification;
import dk.dialogspejl.notifications.NotificationPreference;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.sealing.Cipher;
import dk.dialogspejl.platform.sealing.OrganisationKeys;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.platform.sealing.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns somebody's mails off by a link in one of them, without signing in (RFC 8058). The link reads
 * {@code organisation.sealed}: whose it is and how long it is good is sealed with the organisation's key, so nobody can
 * read it there, make one or change one. It opens nothing else, and using it again does nothing more.
 */
@ApplicationScoped
class Unsubscribe {

    /** As long as the mail may be told of in the app. */
    static final Duration GOOD_FOR = Duration.ofDays(180);

    private static final Pattern LINK =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([\\w-]{40,400})");

    @Inject
    OrganisationKeys keys;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    /** @param until in seconds since 1970 */
    record Owner(UUID person, long until) {}

    /** For the next mail to a person of the current organisation. */
    String link(Person person) {
        Owner owner = new Owner(person.id(), clock.instant().plus(GOOD_FOR).getEpochSecond());
        return organisation.id() + "." + keys.cipher().seal(owner, place()).toText();
    }

    /** @throws ProblemException MAIL_LINK_NOT_GOOD */
    void by(String link) {
        Matcher parts = LINK.matcher(link);
        if (!parts.matches()) {
            throw notGood();
        }
        organisation.enter(UUID.fromString(parts.group(1)));
        Sealed sealed;
        try {
            sealed = Sealed.ofText(parts.group(2));
        } catch (IllegalArgumentException cutOff) {
            throw notGood();
        }
        transaction.run(() -> stop(sealed));
    }

    /** Whether it looks like one; not whether it is good. */
    static boolean isLink(String link) {
        return LINK.matcher(link).matches();
    }

    private void stop(Sealed sealed) {
        // Locked, as for a choice of one's own.
        Person person = Person.<Person>find("id = ?1 and active", owner(sealed))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Unsubscribe::notGood);
        NotificationPreference.stopMails(person);
        Notification.mailed(Notification.toMail(person.id())); // what waits is told in the app alone
        Digest.cancel(organisation.id(), person.id());
    }

    private UUID owner(Sealed sealed) {
        if (Organisation.findById(organisation.id()) == null) {
            throw notGood();
        }
        try {
            Owner owner = keys.cipher().open(sealed, Owner.class, place());
            if (clock.instant().getEpochSecond() >= owner.until()) {
                throw notGood();
            }
            return owner.person();
        } catch (Cipher.Unreadable notOurs) {
            throw notGood();
        }
    }

    private static ProblemException notGood() {
        return ProblemException.of(ProblemType.MAIL_LINK_NOT_GOOD);
    }

    private Place place() {
        return new Place(organisation.id(), "unsubscribe", organisation.id());
    }
}
