package dk.dialogspejl.rounds.series;

import dk.dialogspejl.organisation.PersonRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose rounds would be started, with whom, and who is left out. */
@Schema(
        requiredProperties = {"rounds", "leftOut", "partners"},
        example = """
                {"rounds": [{"evaluatee": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"},
                             "partner": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"}}],
                 "leftOut": [{"person": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f02", "name": "Karen Skov"},
                              "because": "LEADS_THE_TEAM"}],
                 "partners": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"}]}""")
public record SeriesPlan(
        @Schema(description = "By name") List<Planned> rounds,
        @Schema(description = "By name") List<LeftOut> leftOut,

        @Schema(description = "Those in the team who can be named as partner, by name")
        List<PersonRef> partners) {

    /** A round that would be started. */
    @Schema(name = "PlannedRound", requiredProperties = "evaluatee")
    public record Planned(
            PersonRef evaluatee,

            @Schema(description = "Left out where they choose themselves")
            PersonRef partner) {}

    /** Somebody who would get no round. */
    @Schema(
            name = "LeftOut",
            requiredProperties = {"person", "because"})
    public record LeftOut(PersonRef person, LeftOutBecause because) {}

    /**
     * @param members of the team, by name
     * @param suggestion which suggestion of pairs, where they are suggested; each number is another
     */
    static SeriesPlan of(List<Member> members, PairedBy pairing, int suggestion) {
        List<LeftOut> leftOut = new ArrayList<>();
        List<Member> included = new ArrayList<>();
        for (Member member : members) {
            if (member.leftOut() == null) {
                included.add(member);
            } else {
                leftOut.add(new LeftOut(member.person(), member.leftOut()));
            }
        }
        List<Planned> rounds;
        if (pairing == PairedBy.THEMSELVES) {
            rounds = included.stream()
                    .map(one -> new Planned(one.person(), null))
                    .toList();
        } else if (included.size() == 1) {
            leftOut.add(new LeftOut(included.get(0).person(), LeftOutBecause.NOBODY_TO_PAIR_WITH));
            rounds = List.of();
        } else {
            rounds = paired(included, suggestion);
        }
        List<PersonRef> partners =
                members.stream().filter(Member::mayBeAsked).map(Member::person).toList();
        return new SeriesPlan(rounds, leftOut, partners);
    }

    private static List<Planned> paired(List<Member> included, int suggestion) {
        if (included.isEmpty()) {
            return List.of();
        }
        Map<UUID, PersonRef> people =
                included.stream().map(Member::person).collect(Collectors.toMap(PersonRef::id, Function.identity()));
        Map<UUID, UUID> lastPartners = new HashMap<>();
        included.stream()
                .filter(member -> member.lastPartner() != null)
                .forEach(member -> lastPartners.put(member.id(), member.lastPartner()));
        Map<UUID, UUID> partners = Pairing.of(included.stream().map(Member::id).toList(), lastPartners, suggestion);
        return included.stream()
                .map(member -> new Planned(member.person(), people.get(partners.get(member.id()))))
                .toList();
    }
}
