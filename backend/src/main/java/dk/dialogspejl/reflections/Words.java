package dk.dialogspejl.reflections;

import java.util.List;

/** What a reflection says. Sealed as one, so that not even how many moments there are can be seen. */
record Words(String text, List<Moment> moments) {

    static final String COLUMN = "reflection.words";
    static final Words NONE = new Words("", List.of());

    /** Whether there is nothing to talk about in it. */
    boolean isBlank() {
        return text.isBlank() && moments.isEmpty();
    }
}
