package dk.dialogspejl.insights;

import static dk.dialogspejl.insights.SmallOrganisations.A;
import static dk.dialogspejl.insights.SmallOrganisations.B;
import static dk.dialogspejl.insights.SmallOrganisations.C;
import static dk.dialogspejl.insights.SmallOrganisations.CLOSING;
import static dk.dialogspejl.insights.SmallOrganisations.D;
import static dk.dialogspejl.insights.SmallOrganisations.FOLLOWED_UP;
import static dk.dialogspejl.insights.SmallOrganisations.GUIDE;
import static dk.dialogspejl.insights.SmallOrganisations.KEPT_GOING;
import static dk.dialogspejl.insights.SmallOrganisations.LET_GO;
import static dk.dialogspejl.insights.SmallOrganisations.LONGER_GUIDE;
import static dk.dialogspejl.insights.SmallOrganisations.NEEDS;
import static dk.dialogspejl.insights.SmallOrganisations.NONE;
import static dk.dialogspejl.insights.SmallOrganisations.NOTHING;
import static dk.dialogspejl.insights.SmallOrganisations.OTHER_GUIDE;
import static dk.dialogspejl.insights.SmallOrganisations.SOON;
import static dk.dialogspejl.insights.SmallOrganisations.TOOK_PART;
import static dk.dialogspejl.insights.SmallOrganisations.WRITING;
import static dk.dialogspejl.insights.SmallOrganisations.by;
import static dk.dialogspejl.insights.SmallOrganisations.byTwoGuides;
import static dk.dialogspejl.insights.SmallOrganisations.did;
import static dk.dialogspejl.insights.SmallOrganisations.knownByName;
import static dk.dialogspejl.insights.SmallOrganisations.outcomesOf;
import static dk.dialogspejl.insights.SmallOrganisations.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.insights.JointAttack.Deed;
import dk.dialogspejl.insights.JointAttack.Group;
import dk.dialogspejl.insights.JointAttack.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody is singled out by all figures together: of different things, different teams and different quarters, by somebody who
 * knows the rule as well. Small organisations, and in them everything that can be so.
 */
class JointDisclosureTest {

    private static long ways;
    private static long asked;

    @AfterAll
    static void say() {
        System.out.printf(
                "Joint attack: %d questions put to all figures together, of %d ways that it may be, 0 singled out%n",
                asked, ways);
        assertTrue(asked > 300_000, asked + " questions");
    }

    @Test
    void how_many_followed_up_and_what_came_of_it_single_nobody_out() {
        for (int people = 9; people <= 12; people++) {
            nobodyIsSingledOut(List.of(outcomesOf(people)));
        }
    }

    @Test
    void topics_and_how_soon_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(team(
                    A,
                    people,
                    by(GUIDE),
                    by(GUIDE, SOON),
                    by(GUIDE, NEEDS),
                    by(GUIDE, NEEDS, SOON),
                    by(GUIDE, CLOSING),
                    by(GUIDE, CLOSING, SOON),
                    by(GUIDE, NEEDS, CLOSING),
                    by(GUIDE, NEEDS, CLOSING, SOON))));
        }
    }

    @Test
    void topics_of_two_guides_of_which_everybody_who_took_part_used_one_or_both_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(byTwoGuides(people)));
        }
    }

    @Test
    void topics_of_two_guides_of_which_everybody_is_known_to_have_used_just_one_single_nobody_out() {
        for (int people = 10; people <= 14; people++) {
            nobodyIsSingledOut(List.of(
                    team(A, people, by(GUIDE), by(GUIDE, NEEDS), by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING), NOTHING)));
        }
    }

    @Test
    void topics_that_one_guide_shares_with_another_single_nobody_out() {
        for (int people = 10; people <= 12; people++) {
            nobodyIsSingledOut(List.of(team(
                    A,
                    people,
                    by(GUIDE),
                    by(GUIDE, NEEDS),
                    by(LONGER_GUIDE),
                    by(LONGER_GUIDE, NEEDS),
                    by(LONGER_GUIDE, WRITING),
                    by(LONGER_GUIDE, NEEDS, WRITING),
                    NOTHING)));
        }
    }

    @Test
    void topics_in_several_teams_single_nobody_out_for_who_knows_by_name_who_used_which_guide() {
        for (int ofTwelve : List.of(12, 10, 7, 5)) {
            for (int ofSeven : List.of(7, 5, 2)) {
                nobodyIsSingledOut(knownByName(ofTwelve, ofSeven));
            }
        }
    }

    @Test
    void topics_in_several_teams_single_nobody_out_where_nobody_knows_who_used_which_guide() {
        for (List<Group> organisation : ofUnknownGuides()) {
            nobodyIsSingledOut(organisation);
        }
    }

    @Test
    void figures_of_several_teams_and_of_the_organisation_single_nobody_out() {
        for (List<Group> organisation : organisations()) {
            nobodyIsSingledOut(organisation);
        }
    }

    @Test
    void nobody_is_singled_out_by_who_knows_by_name_who_took_part() {
        for (int few = 0; few <= 4; few++) {
            for (int some = 4; some <= 7; some++) {
                nobodyIsSingledOut(List.of(
                        team(A, 10, did(TOOK_PART), did(SOON)),
                        team(A, 2, NOTHING),
                        team(B, some, did(TOOK_PART), did(SOON)),
                        team(B, 5, NOTHING),
                        team(C, 6, did(TOOK_PART), did(SOON)),
                        team(NONE, few, did(TOOK_PART), did(SOON))));
            }
        }
    }

    @Test
    void outcomes_of_several_teams_single_nobody_out() {
        for (List<Integer> sizes : List.of(List.of(11, 10), List.of(11, 6), List.of(6, 5, 4), List.of(10, 5, 2))) {
            List<Group> groups = new ArrayList<>();
            for (int at = 0; at < sizes.size(); at++) {
                groups.add(team(
                        List.of(A, B, C).get(at),
                        sizes.get(at),
                        did(FOLLOWED_UP),
                        did(KEPT_GOING),
                        did(LET_GO),
                        did(KEPT_GOING, LET_GO)));
            }
            nobodyIsSingledOut(groups);
        }
    }

    @Test
    void two_quarters_between_which_somebody_moves_single_nobody_out() {
        for (int moved = 1; moved <= 2; moved++) {
            nobodyIsSingledOut(
                    List.of(inTwoQuarters(A, A, 10), inTwoQuarters(B, A, moved), inTwoQuarters(B, B, 10 - moved)));
        }
    }

    private static void nobodyIsSingledOut(List<Group> groups) {
        Outcome outcome = JointAttack.on(SmallOrganisations::shown, groups);
        ways += outcome.ways();
        asked += outcome.asked();
        assertEquals(List.of(), outcome.singledOut().stream().limit(3).toList(), groups::toString);
    }

    private static List<List<Group>> organisations() {
        List<List<Group>> organisations = new ArrayList<>();
        for (List<Integer> sizes : List.of(
                List.of(14),
                List.of(13, 1),
                List.of(9, 5),
                List.of(10, 11),
                List.of(5, 5, 4),
                List.of(6, 5, 3),
                List.of(10, 2, 2),
                List.of(7, 4, 3),
                List.of(4, 4, 4),
                List.of(4, 4, 3, 3),
                List.of(9, 5, 5),
                List.of(6, 6, 5))) {
            for (UUID last : Arrays.asList(D, NONE)) {
                List<UUID> teams = new ArrayList<>(List.of(A, B, C));
                teams.add(sizes.size() - 1, last);
                List<Group> groups = new ArrayList<>();
                for (int at = 0; at < sizes.size(); at++) {
                    groups.add(team(teams.get(at), sizes.get(at), NOTHING, did(FOLLOWED_UP), did(KEPT_GOING)));
                }
                organisations.add(groups);
            }
        }
        return organisations;
    }

    /** Everybody took part, by one guide or another. */
    private static List<List<Group>> ofUnknownGuides() {
        List<List<Group>> organisations = new ArrayList<>();
        for (List<Integer> sizes : List.of(List.of(14), List.of(9, 5), List.of(4, 4, 4))) {
            List<Group> groups = new ArrayList<>();
            for (int at = 0; at < sizes.size(); at++) {
                groups.add(team(
                        List.of(A, B, C).get(at),
                        sizes.get(at),
                        by(GUIDE),
                        by(GUIDE, NEEDS),
                        by(OTHER_GUIDE),
                        by(OTHER_GUIDE, WRITING)));
            }
            organisations.add(groups);
        }
        return organisations;
    }

    private static Group inTwoQuarters(UUID first, UUID then, int people) {
        List<Set<Deed>> kinds = new ArrayList<>();
        for (Counted one : List.of(FOLLOWED_UP, KEPT_GOING)) {
            for (Counted other : List.of(FOLLOWED_UP, KEPT_GOING)) {
                Set<Deed> kind = new HashSet<>(did(0, one));
                kind.addAll(did(1, other));
                kinds.add(kind);
            }
        }
        return new Group(people, List.of(first, then), kinds);
    }
}
