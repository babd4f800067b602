package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.CurrentLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Tells a person by mail that how they sign in has changed, so that they notice if it was not them (ASVS 5, section
 * 6.3.7). Not the one who is at the screen, who may be somebody else.
 */
@ApplicationScoped
class TellOwner {

    @Inject
    LinkMail mail;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /**
     * Within the transaction of the change: told if it happens, and only then. Nothing where no mail is sent, or for
     * somebody without an address here.
     */
    void that(MailKind happened, Person person) {
        if (mail.isSetUp()) {
            Account.ofPerson(person.id())
                    .ifPresent(account ->
                            new LinkRequest(account.login(), happened, language.get(), clock.instant()).persist());
        }
    }
}
