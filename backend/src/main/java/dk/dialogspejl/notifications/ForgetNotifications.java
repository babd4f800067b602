package dk.dialogspejl.notifications;

import dk.dialogspejl.notifications.mail.Digest;
import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What somebody erased was told goes, and how they wanted it. Others are still told what they did, without a name. */
@ApplicationScoped
class ForgetNotifications {

    void forget(@Observes PersonErased erased) {
        Notification.delete("person.id", erased.personId());
        NotificationPreference.delete("person.id", erased.personId());
        Digest.delete("personId", erased.personId());
    }
}
