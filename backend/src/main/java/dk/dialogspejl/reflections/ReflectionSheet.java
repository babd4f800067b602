package dk.dialogspejl.reflections;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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

        static Own of(List<Reflection> reflections) {
            return new Own(
                    "EVALUATEE",
                    inGuideOrder(reflections).stream().map(ReflectionView::of).toList());
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

        static Shared of(List<Reflection> reflections) {
            return new Shared(
                    "PARTNER",
                    inGuideOrder(reflections).stream().map(SharedReflection::of).toList());
        }
    }

    /** A reflection as the partner reads it. */
    @Schema(requiredProperties = {"topic", "text", "moments"})
    record SharedReflection(
            @Schema(description = "Key of the guide's topic")
            String topic,

            String text,
            List<Moment> moments) {

        static SharedReflection of(Reflection reflection) {
            return new SharedReflection(reflection.topic(), reflection.text(), reflection.moments());
        }
    }

    private static List<Reflection> inGuideOrder(List<Reflection> reflections) {
        return reflections.stream()
                .sorted(Comparator.comparing(reflection ->
                        reflection.dialogue().round().guideVersion().topics().indexOf(reflection.topic())))
                .toList();
    }
}
