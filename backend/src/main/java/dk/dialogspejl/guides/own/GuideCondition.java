package dk.dialogspejl.guides.own;

/** What may stand in the way of changing a guide. */
enum GuideCondition {
    GUIDE_BUILT_IN,
    GUIDE_RETIRED,
    GUIDE_UNCHANGED,
    LAST_GUIDE,
    TOO_MANY_GUIDES
}
