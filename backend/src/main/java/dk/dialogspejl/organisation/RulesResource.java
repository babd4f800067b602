package dk.dialogspejl.organisation;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/organisation/rules")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "people")
public class RulesResource {

    @Inject
    Event<SignInRulesChanging> signInRules;

    @GET
    @Operation(operationId = "getRules", summary = "What the organisation has chosen for everybody in it")
    public RulesView read() {
        return RulesView.of(OrganisationRules.current());
    }

    @PUT
    @Audited(AuditKind.RULES_CHANGED)
    @Operation(
            operationId = "changeRules",
            summary = "Choose for everybody in the organisation",
            description = "For what begins from now on. Refused where no administrator could sign in afterwards.")
    public RulesView change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangeRules command) {
        OrganisationRules rules = OrganisationRules.forChange();
        IfMatch.check(ifMatch, rules.version(), () -> RulesView.of(rules));
        if (!command.signInMethods().equals(rules.signInMethods())) {
            Person.lockWithAdministrators(Set.of());
            signInRules.fire(new SignInRulesChanging(command.signInMethods()));
        }
        rules.change(command);
        rules.persistAndFlush();
        return RulesView.of(rules);
    }
}
