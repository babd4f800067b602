package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.dialogspejl.platform.http.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkMailTest {

    private static LinkMail mail(String host, String url) {
        LinkMail mail = new LinkMail();
        mail.host = Optional.ofNullable(host);
        mail.url = Optional.ofNullable(url);
        return mail;
    }

    @Test
    void without_a_mail_server_or_an_address_of_the_app_it_says_that_no_mail_is_sent() {
        for (LinkMail incomplete : new LinkMail[] {mail(null, "https://a.example"), mail("smtp.example", null)}) {
            assertEquals(
                    "NO_MAIL",
                    assertThrows(ProblemException.class, incomplete::mustBeSetUp)
                            .getMessage());
        }
        assertDoesNotThrow(() -> mail("smtp.example", "https://a.example").mustBeSetUp());
    }
}
