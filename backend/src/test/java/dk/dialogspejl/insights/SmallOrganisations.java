package dk.dialogspejl.insights;

import dk.dialogspejl.insights.Disclosure.Count;
import dk.dialogspejl.insights.Disclosure.Shown;
import dk.dialogspejl.insights.JointAttack.Deed;
import dk.dialogspejl.insights.JointAttack.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Organisations in which everything that can be so is gone through, and the words to make them of. */
final class SmallOrganisations {

    static final UUID A = new UUID(0, 1);
    static final UUID B = new UUID(0, 2);
    static final UUID C = new UUID(0, 3);
    static final UUID D = new UUID(0, 4);
    static final UUID NONE = null;

    static final Counted TOOK_PART = Counted.of(Measure.TOOK_PART);
    static final Counted SOON = Counted.of(Measure.WITHIN_SIX_WEEKS);
    static final Counted FOLLOWED_UP = Counted.of(Measure.FOLLOWED_UP);
    static final Counted KEPT_GOING = Counted.of(Measure.KEPT_GOING);
    static final Counted LET_GO = Counted.of(Measure.LET_GO);
    static final Counted NEEDS = topic("needs");
    static final Counted CLOSING = topic("closing");
    static final Counted WELCOME = topic("welcome");
    static final Counted WRITING = topic("writing");

    /** Guides, by their topics. */
    static final List<Counted> GUIDE = List.of(NEEDS, CLOSING);

    static final List<Counted> OTHER_GUIDE = List.of(WRITING);
    static final List<Counted> LONGER_GUIDE = List.of(NEEDS, WRITING);
    static final List<Counted> OUTCOMES = List.of(NEEDS, CLOSING, WELCOME);

    /** What one may have done without being counted. */
    private static final Deed STILL_IN_PROGRESS = new Deed(-1, new Counted(null, null, "in progress"));

    static final Set<Deed> NOTHING = Set.of();

    private SmallOrganisations() {}

    static Group outcomesOf(int people) {
        return team(
                A,
                people,
                NOTHING,
                inProgress(did(FOLLOWED_UP)),
                did(KEPT_GOING),
                inProgress(did(KEPT_GOING)),
                did(LET_GO),
                inProgress(did(LET_GO)),
                did(KEPT_GOING, LET_GO),
                inProgress(did(KEPT_GOING, LET_GO)));
    }

    private static Set<Deed> inProgress(Set<Deed> kind) {
        Set<Deed> more = new HashSet<>(kind);
        more.add(STILL_IN_PROGRESS);
        return more;
    }

    static Group byTwoGuides(int people) {
        List<Set<Deed>> kinds = new ArrayList<>();
        List<Set<Deed>> one = List.of(by(GUIDE), by(GUIDE, NEEDS));
        List<Set<Deed>> other = List.of(by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING));
        kinds.addAll(one);
        kinds.addAll(other);
        for (Set<Deed> ofOne : one) {
            other.forEach(ofOther -> kinds.add(both(ofOne, ofOther)));
        }
        return new Group(people, Collections.singletonList(A), kinds);
    }

    private static Set<Deed> both(Set<Deed> one, Set<Deed> other) {
        Set<Deed> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    static List<Group> knownByName(int ofTwelve, int ofSeven) {
        return List.of(
                team(A, ofTwelve, by(GUIDE), by(GUIDE, NEEDS)),
                team(A, 12 - ofTwelve, by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING)),
                team(B, ofSeven, by(GUIDE), by(GUIDE, NEEDS)),
                team(B, 7 - ofSeven, by(OTHER_GUIDE), by(OTHER_GUIDE, WRITING)),
                team(NONE, 4, by(GUIDE), by(GUIDE, NEEDS)));
    }

    /** What our rule tells. */
    static Map<Counted, Shown> shown(Map<Counted, List<Count>> counts) {
        Map<Counted, Shown> shown = Disclosure.of(counts);
        shown.keySet().removeIf(counted -> !counted.isShown());
        return shown;
    }

    @SafeVarargs
    static Group team(UUID team, int people, Set<Deed>... kinds) {
        return new Group(people, Collections.singletonList(team), List.of(kinds));
    }

    static Set<Deed> did(Counted... these) {
        return did(0, these);
    }

    /** These, and what they are a part of. */
    static Set<Deed> did(int quarter, Counted... these) {
        Set<Deed> kind = new HashSet<>();
        for (Counted one : these) {
            kind.add(new Deed(quarter, one));
            one.among().stream()
                    .filter(larger -> larger.measure() != Measure.EVERYONE)
                    .forEach(larger -> kind.add(new Deed(quarter, larger)));
        }
        return kind;
    }

    /** Took part by a guide, and has done or chosen these. */
    static Set<Deed> by(List<Counted> guide, Counted... these) {
        Set<Deed> kind = did(these);
        kind.addAll(did(TOOK_PART));
        guide.forEach(topic -> kind.add(new Deed(0, topic.whoCould())));
        return kind;
    }

    private static Counted topic(String key) {
        return new Counted(Measure.TOPIC, new UUID(1, 1), key);
    }
}
