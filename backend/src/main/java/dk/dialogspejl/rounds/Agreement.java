package dk.dialogspejl.rounds;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What the two have settled so far: points b to f of the agreement (the partner, point a, is the round's).
 * Fields are null or blank until they are settled.
 *
 * @param periodFrom the first day of the self-evaluation
 * @param periodUntil the day after the last
 * @param recordingDeletionDays days from a recording is made until it must be deleted
 */
@Embeddable
public record Agreement(
        boolean evaluateeKnowsGuide,
        boolean partnerKnowsGuide,
        LocalDate periodFrom,
        LocalDate periodUntil,
        Integer numberOfDialogues,
        @Enumerated(EnumType.STRING) RoundMode mode,
        @Enumerated(EnumType.STRING) ConsentMethod consentMethod,
        Integer recordingDeletionDays,
        String method,
        String time,
        String setting,
        String cooperation) {

    /** The fields, for telling what changed. */
    public enum Field {
        EVALUATEE_KNOWS_GUIDE(Agreement::evaluateeKnowsGuide),
        PARTNER_KNOWS_GUIDE(Agreement::partnerKnowsGuide),
        PERIOD_FROM(Agreement::periodFrom),
        PERIOD_UNTIL(Agreement::periodUntil),
        NUMBER_OF_DIALOGUES(Agreement::numberOfDialogues),
        MODE(Agreement::mode),
        CONSENT_METHOD(Agreement::consentMethod),
        RECORDING_DELETION_DAYS(Agreement::recordingDeletionDays),
        METHOD(Agreement::method),
        TIME(Agreement::time),
        SETTING(Agreement::setting),
        COOPERATION(Agreement::cooperation);

        private final Function<Agreement, Object> value;

        Field(Function<Agreement, Object> value) {
            this.value = value;
        }

        /** Whether the field says something; a guide not gone through yet says nothing. */
        boolean isSettledIn(Agreement agreement) {
            Object content = value.apply(agreement);
            return content != null && !Boolean.FALSE.equals(content);
        }

        String textIn(Agreement agreement) {
            Object content = value.apply(agreement);
            return content == null ? null : content.toString();
        }
    }

    List<Field> differencesTo(Agreement other) {
        return Arrays.stream(Field.values())
                .filter(field -> !Objects.equals(field.value.apply(this), field.value.apply(other)))
                .toList();
    }

    /** The same with the guide still to be gone through: the two do that together, and one of them is another. */
    Agreement withGuideToGoThrough() {
        return new Agreement(
                false,
                false,
                periodFrom,
                periodUntil,
                numberOfDialogues,
                mode,
                consentMethod,
                recordingDeletionDays,
                method,
                time,
                setting,
                cooperation);
    }

    public boolean withVideo() {
        return mode == RoundMode.WITH_VIDEO;
    }

    /** The points b to f that are open. */
    Set<Condition> open() {
        Set<Condition> open = EnumSet.noneOf(Condition.class);
        if (!evaluateeKnowsGuide || !partnerKnowsGuide) {
            open.add(Condition.GUIDE_NOT_GONE_THROUGH);
        }
        if (periodFrom == null || periodUntil == null || numberOfDialogues == null) {
            open.add(Condition.EXTENT_NOT_SETTLED);
        }
        if (withVideo() && (consentMethod == null || recordingDeletionDays == null)) {
            open.add(Condition.VIDEO_NOT_SETTLED);
        }
        if (isBlank(method) || isBlank(time) || isBlank(setting)) {
            open.add(Condition.METHOD_NOT_SETTLED);
        }
        if (isBlank(cooperation)) {
            open.add(Condition.COOPERATION_NOT_SETTLED);
        }
        return open;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
