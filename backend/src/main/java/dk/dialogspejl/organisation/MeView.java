package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.text.Language;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person who is signed in. */
@Schema(
        requiredProperties = {"id", "name", "organisation", "roles", "leads", "offers"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm", "jobTitle": "Borgerservicemedarbejder",
                 "organisation": "Fjordby Kommune", "team": "Borgerservice",
                 "teamId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f02", "roles": ["EMPLOYEE"], "leads": [],
                 "offers": {"video": true, "hrSharing": true, "languages": ["da", "en"]}}""")
public record MeView(
        UUID id,
        String name,
        String jobTitle,
        String organisation,
        @Schema(description = "Name of the team") String team,

        @Schema(description = "The team, where there is one")
        UUID teamId,

        Set<Role> roles,

        @Schema(description = "The teams this person leads, by name")
        List<TeamRef> leads,

        @Schema(description = "What of the organisation's rules concerns everybody")
        Offers offers) {

    /** What there is to choose. */
    @Schema(
            name = "Offers",
            requiredProperties = {"video", "hrSharing", "languages"})
    public record Offers(
            @Schema(description = "Whether a new round may be with video")
            boolean video,

            @Schema(description = "Whether a summary may be shared with HR")
            boolean hrSharing,

            List<Language> languages) {}

    static MeView of(Person person, Organisation organisation, List<Team> leads, OrganisationRules rules) {
        return new MeView(
                person.id(),
                person.name(),
                person.jobTitle(),
                organisation.name(),
                person.team() == null ? null : person.team().name(),
                person.team() == null ? null : person.team().id(),
                person.roles(),
                leads.stream().map(TeamRef::of).toList(),
                new Offers(rules.videoAllowed(), rules.hrSharingOffered(), rules.languages()));
    }
}
