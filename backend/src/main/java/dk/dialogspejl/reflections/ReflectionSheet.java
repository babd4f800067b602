package dk.dialogspejl.reflections;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.dialogspejl.platform.sealing.PersonCipher;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reflections on one dialogue, in the guide's order: all for the author, the shared ones for the partner. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "reader",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReflectionSheet.Own.class, name = "EVALUATEE"),
    @JsonSubTypes.Type(value = ReflectionSheet.Shared.class, name = "PARTNER")
})
@Schema(
        name = "ReflectionSheet",
        oneOf = {ReflectionSheet.Own.class, ReflectionSheet.Shared.class},
        discriminatorProperty = "reader",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "EVALUATEE", schema = ReflectionSheet.Own.class),
            @DiscriminatorMapping(value = "PARTNER", schema = ReflectionSheet.Shared.class)
        })
public sealed interface ReflectionSheet {

    /** Every topic, also the empty ones. */
    @Schema(
            name = "OwnReflectionSheet",
            requiredProperties = {"reader", "reflections"},
            example = """
                    {"reader": "EVALUATEE", "reflections": [{"topic": "welcome", "version": 0, "text": "", "moments": [],
                      "shared": false}]}""")
    record Own(@Schema(enumeration = "EVALUATEE") String reader, List<ReflectionView> reflections)
            implements ReflectionSheet {

        static Own of(List<Reflection> reflections, PersonCipher cipher) {
            return new Own(
                    "EVALUATEE",
                    inGuideOrder(reflections).stream()
                            .map(one -> ReflectionView.of(one, cipher))
                            .toList());
        }
    }

    /** The topics that are shared. */
    @Schema(
            name = "SharedReflectionSheet",
            requiredProperties = {"reader", "reflections"},
            example = """
                    {"reader": "PARTNER", "reflections": [{"topic": "welcome",
                      "text": "Jeg så op og sagde goddag før borgeren nåede skranken.", "moments": []}]}""")
    record Shared(@Schema(enumeration = "PARTNER") String reader, List<SharedReflection> reflections)
            implements ReflectionSheet {

        static Shared of(List<Reflection> reflections, PersonCipher cipher) {
            return new Shared(
                    "PARTNER",
                    inGuideOrder(reflections).stream()
                            .map(one -> SharedReflection.of(one, cipher))
                            .toList());
        }
    }

    /** A reflection as the partner reads it. */
    @Schema(requiredProperties = {"topic", "text", "moments"})
    record SharedReflection(
            @Schema(description = "Key of the guide's topic")
            String topic,

            String text,
            List<Moment> moments) {

        static SharedReflection of(Reflection reflection, PersonCipher cipher) {
            Words words = reflection.words(cipher);
            return new SharedReflection(reflection.topic(), words.text(), words.moments());
        }
    }

    private static List<Reflection> inGuideOrder(List<Reflection> reflections) {
        return reflections.stream()
                .sorted(Comparator.comparing(reflection ->
                        reflection.dialogue().round().guideVersion().topics().indexOf(reflection.topic())))
                .toList();
    }
}
