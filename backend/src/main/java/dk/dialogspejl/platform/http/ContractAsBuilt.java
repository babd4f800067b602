package dk.dialogspejl.platform.http;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.annotations.Immutable;

/**
 * The contract is served as it was written when the service was built. Quarkus would read it at each start, to write it
 * once more: a fifth of what a start took of the processor.
 */
@Immutable
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ContractAsBuilt {

    private static final String WRITTEN = "META-INF/quarkus-generated-openapi-doc.";

    private final Map<Format, byte[]> asked = new ConcurrentHashMap<>();

    /**
     * Puts it around what Quarkus serves the contract by. The annotation that says so is a library's: in tests a class of ours
     * is not there for Quarkus' own.
     */
    public static class Around implements BuildCompatibleExtension {

        @Discovery
        public void bind(MetaAnnotations meta) {
            meta.addInterceptorBinding(Immutable.class);
        }

        @Enhancement(types = OpenApiDocumentService.class)
        public void serve(ClassConfig documents) {
            documents.addAnnotation(Immutable.class);
        }
    }

    @AroundInvoke
    Object serve(InvocationContext call) throws Exception {
        return switch (call.getMethod().getName()) {
            case "prepareDocument" -> null;
            case "getDocument" -> asked.computeIfAbsent((Format) call.getParameters()[1], ContractAsBuilt::written);
            default -> call.proceed();
        };
    }

    private static byte[] written(Format format) {
        try (InputStream contract =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(WRITTEN + format)) {
            return contract.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the contract", e);
        }
    }
}
