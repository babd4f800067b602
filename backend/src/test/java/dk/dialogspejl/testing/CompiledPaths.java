package dk.dialogspejl.testing;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Lets REST Assured compile each path into an answer once. By itself it makes a Groovy script of {@code "status"} anew
 * for every answer, for which Groovy looks through the whole classpath: more work than the request was.
 */
final class CompiledPaths extends DelegatingMetaClass {

    private final Map<String, Class<? extends Script>> scripts = new ConcurrentHashMap<>();

    private CompiledPaths() {
        super(GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class));
        initialize();
    }

    /** From now on, for all that is asked of answers in this JVM. */
    static void keep() {
        GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, new CompiledPaths());
    }

    @Override
    public Object invokeMethod(Object receiver, String method, Object[] arguments) {
        if (receiver instanceof GroovyShell shell
                && method.equals("evaluate")
                && arguments.length == 1
                && arguments[0] instanceof CharSequence text) {
            return run(shell, text.toString());
        }
        return super.invokeMethod(receiver, method, arguments);
    }

    private Object run(GroovyShell shell, String text) {
        Class<? extends Script> script =
                scripts.computeIfAbsent(text, path -> shell.parse(path).getClass());
        return InvokerHelper.createScript(script, shell.getContext()).run();
    }
}
