package dk.dialogspejl.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The house stays as it was drawn. */
@AnalyzeClasses(packages = "dk.dialogspejl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependencies_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy("dk.dialogspejl.platform..")
            .layer("organisation")
            .definedBy("dk.dialogspejl.organisation..")
            .layer("audit")
            .definedBy("dk.dialogspejl.audit..")
            .layer("identity")
            .definedBy("dk.dialogspejl.identity..")
            .layer("guides")
            .definedBy("dk.dialogspejl.guides..")
            .layer("rounds")
            .definedBy("dk.dialogspejl.rounds..")
            .layer("live")
            .definedBy("dk.dialogspejl.live..")
            .layer("dialogues")
            .definedBy("dk.dialogspejl.dialogues..")
            .layer("reflections")
            .definedBy("dk.dialogspejl.reflections..")
            .layer("feedback")
            .definedBy("dk.dialogspejl.feedback..")
            .layer("summaries")
            .definedBy("dk.dialogspejl.summaries..")
            .layer("notifications")
            .definedBy("dk.dialogspejl.notifications..")
            .layer("documents")
            .definedBy("dk.dialogspejl.documents..")
            .layer("insights")
            .definedBy("dk.dialogspejl.insights..")
            .layer("integration")
            .definedBy("dk.dialogspejl.integration..")
            .layer("privacy")
            .definedBy("dk.dialogspejl.privacy..")
            .layer("provisioning")
            .definedBy("dk.dialogspejl.provisioning..")
            .layer("demo")
            .definedBy("dk.dialogspejl.demo..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("organisation")
            .mayOnlyAccessLayers("audit", "platform")
            .whereLayer("audit")
            .mayOnlyAccessLayers("platform")
            .whereLayer("identity")
            .mayOnlyAccessLayers("audit", "organisation", "platform")
            .whereLayer("guides")
            .mayOnlyAccessLayers("audit", "organisation", "platform")
            .whereLayer("rounds")
            .mayOnlyAccessLayers("guides", "organisation", "platform")
            .whereLayer("live")
            .mayOnlyAccessLayers("rounds", "organisation", "platform")
            .whereLayer("live")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("dialogues")
            .mayOnlyAccessLayers("rounds", "guides", "organisation", "platform")
            .whereLayer("reflections")
            .mayOnlyAccessLayers("dialogues", "rounds", "guides", "organisation", "platform")
            .whereLayer("feedback")
            .mayOnlyAccessLayers("rounds", "guides", "organisation", "platform")
            .whereLayer("summaries")
            .mayOnlyAccessLayers("rounds", "guides", "organisation", "platform")
            .whereLayer("notifications")
            .mayOnlyAccessLayers("summaries", "dialogues", "rounds", "guides", "organisation", "platform")
            .whereLayer("notifications")
            .mayOnlyBeAccessedByLayers("privacy")
            .whereLayer("documents")
            .mayOnlyAccessLayers("summaries", "rounds", "guides", "organisation", "platform")
            .whereLayer("documents")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("insights")
            .mayOnlyAccessLayers("summaries", "rounds", "guides", "organisation", "platform")
            .whereLayer("insights")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("integration")
            .mayOnlyAccessLayers("summaries", "rounds", "audit", "organisation", "platform")
            .whereLayer("integration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("privacy")
            .mayOnlyAccessLayers(
                    "notifications",
                    "summaries",
                    "feedback",
                    "reflections",
                    "dialogues",
                    "rounds",
                    "guides",
                    "audit",
                    "organisation",
                    "platform")
            .whereLayer("privacy")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("provisioning")
            .mayOnlyAccessLayers("identity", "audit", "organisation", "platform")
            .whereLayer("provisioning")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("identity")
            .mayOnlyBeAccessedByLayers("provisioning", "demo")
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule every_resource_says_who_may_use_it = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule resources_are_typed = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .haveRawReturnType(Response.class)
            .orShould()
            .haveRawReturnType(Map.class)
            .orShould()
            .haveRawReturnType(Object.class);

    @ArchTest
    static final ArchRule an_entity_is_never_answered = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should()
            .notHaveRawReturnType(new com.tngtech.archunit.base.DescribedPredicate<>("an entity") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                    return type.isAnnotatedWith(Entity.class);
                }
            });

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Service|Impl|Manager|Helper|Utils?|DTO|Dto)");

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .that()
            .doNotHaveSimpleName("TimeSource")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule a_state_has_no_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");
}
