package dk.dialogspejl.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.StartupEvent;
import jakarta.activation.CommandMap;
import jakarta.activation.MailcapCommandMap;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real mail server, which keeps what the service sends. */
@ApplicationScoped
public class Inbox {

    private static final Pattern LINK = Pattern.compile("https://dialogspejl\\.example/link#(\\S+)");

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private GreenMail server;

    /** A mail that has come. */
    public record Letter(String subject, String text, String html, String calendar, MimeMessage message) {

        /** The one-time link in it, without the address of the page. */
        public String link() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return link.group(1);
        }
    }

    void open(@Observes @Priority(1) StartupEvent event) {
        CommandMap.setDefaultCommandMap(handlers());
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Named here: an older mail library, which checking the contract brings along, would be taken for this one. */
    private static MailcapCommandMap handlers() {
        MailcapCommandMap handlers = new MailcapCommandMap();
        for (String[] handler : new String[][] {
            {"text/plain", "text_plain"}, {"text/html", "text_html"}, {"multipart/*", "multipart_mixed"}
        }) {
            handlers.addMailcap(handler[0] + ";; x-java-content-handler=org.eclipse.angus.mail.handlers." + handler[1]);
        }
        return handlers;
    }

    @PreDestroy
    void close() {
        server.stop();
    }

    /** Waits for so many mails to an address, the newest last. */
    public List<Letter> lettersTo(String address, int count) {
        for (int attempt = 0; attempt < 400; attempt++) {
            List<Letter> letters = lettersTo(address);
            if (letters.size() >= count) {
                return letters;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Fewer than " + count + " mails came");
    }

    /** Waits for a mail with a link to an address. */
    public Letter linkTo(String address) {
        for (int count = 1; ; count++) {
            Letter newest = lettersTo(address, count).get(count - 1);
            if (LINK.matcher(newest.text()).find()) {
                return newest;
            }
        }
    }

    /** Those that have come. */
    public List<Letter> lettersTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(Inbox::read)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Letter read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Letter(
                    message.getSubject(),
                    part(parts, "text/plain"),
                    part(parts, "text/html"),
                    part(parts, "text/calendar"),
                    message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMultipart parts, String type) throws MessagingException, IOException {
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.isMimeType(type)) {
                return part.getContent() instanceof InputStream bytes
                        ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                        : part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                String found = part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
