package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.text.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an organisation has chosen for everybody in it. What was begun under earlier rules goes on as it began. */
@Entity
public class OrganisationRules extends TenantEntity {

    @Version
    private int version;

    private boolean videoAllowed;
    private boolean hrSharingOffered;

    @Enumerated(EnumType.STRING)
    private List<SignInMethod> signInMethods;

    @Enumerated(EnumType.STRING)
    private List<Language> languages;

    protected OrganisationRules() {}

    /** The organisation's own, or the defaults, which are not kept until they are changed: all is allowed. */
    public static OrganisationRules current() {
        return OrganisationRules.<OrganisationRules>findAll()
                .firstResultOptional()
                .orElseGet(OrganisationRules::defaults);
    }

    /** The same, to be changed: no other change of it comes in between. */
    static OrganisationRules forChange() {
        getEntityManager()
                .createNativeQuery("insert into organisation_rules (organisation_id, id, version, video_allowed,"
                        + " hr_sharing_offered, sign_in_methods, languages) values (current_organisation(),"
                        + " gen_random_uuid(), 0, true, true, '{PASSWORD,PROVIDER}', '{DA,EN}')"
                        + " on conflict (organisation_id) do nothing")
                .executeUpdate();
        return OrganisationRules.<OrganisationRules>findAll()
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    private static OrganisationRules defaults() {
        OrganisationRules defaults = new OrganisationRules();
        defaults.change(new ChangeRules(true, true, EnumSet.allOf(SignInMethod.class), EnumSet.allOf(Language.class)));
        return defaults;
    }

    void change(ChangeRules command) {
        videoAllowed = command.videoAllowed();
        hrSharingOffered = command.hrSharingOffered();
        signInMethods = command.signInMethods().stream().sorted().toList();
        languages = command.languages().stream().sorted().toList();
    }

    int version() {
        return version;
    }

    /** Whether a round may come to be with video. */
    public boolean videoAllowed() {
        return videoAllowed;
    }

    /** Whether a summary may come to be shared with HR. */
    public boolean hrSharingOffered() {
        return hrSharingOffered;
    }

    public boolean signInBy(SignInMethod method) {
        return signInMethods.contains(method);
    }

    public Set<SignInMethod> signInMethods() {
        return EnumSet.copyOf(signInMethods);
    }

    /** This one where it is offered, else the first that is. */
    public Language spoken(Language wanted) {
        return languages.contains(wanted) ? wanted : languages.get(0);
    }

    /** Those that people may choose, Danish first. */
    public List<Language> languages() {
        return List.copyOf(languages);
    }
}
