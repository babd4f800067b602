package dk.dialogspejl.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells with each answer of a discouraged operation since when it is so, until when there is it, and what comes after. */
public class DiscouragedAnswers {

    @Discouraged(since = "", until = "", instead = "")
    @ServerResponseFilter
    void tell(ContainerResponseContext answer, ResourceInfo operation) {
        Discouraged told = operation.getResourceMethod().getAnnotation(Discouraged.class);
        Notice.of(told.since(), told.until(), told.instead()).headers().forEach(answer.getHeaders()::add);
    }
}
