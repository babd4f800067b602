package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.text.Language;
import java.util.List;
import java.util.function.Consumer;

/** Writes a page of headings and text; every text is escaped, and what is empty leaves nothing. */
final class Html {

    private static final String BEGIN = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
            p, dd, li { white-space: pre-wrap; overflow-wrap: anywhere; }
            dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
            h2 { margin-top: 2.5rem; } h3 { margin-top: 2rem; }
            </style>
            </head>
            <body>
            <main>
            """;

    private final StringBuilder page = new StringBuilder();

    Html(Language language, String title) {
        page.append(BEGIN.formatted(language.tag(), escaped(title)));
    }

    void heading(int level, String text) {
        element("h" + level, text);
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            element("p", text);
        }
    }

    void list(List<String> items) {
        if (!items.isEmpty()) {
            page.append("<ul>\n");
            items.forEach(item -> element("li", item));
            page.append("</ul>\n");
        }
    }

    /** Terms and what they say, of those that say something. */
    void terms(Consumer<Terms> written) {
        int begin = page.length();
        page.append("<dl>\n");
        int empty = page.length();
        written.accept(new Terms());
        if (page.length() == empty) {
            page.setLength(begin);
        } else {
            page.append("</dl>\n");
        }
    }

    /** Inside {@link #terms}. */
    final class Terms {

        Terms add(String term, String text) {
            if (text != null && !text.isBlank()) {
                element("dt", term);
                element("dd", text);
            }
            return this;
        }
    }

    String end() {
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
