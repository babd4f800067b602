export { sharedFeedback } from './shared/shared';
export { TopicFeedback } from './shared/TopicFeedback';
export { TopicReflections } from './shared/TopicReflections';
export { usePartnerFeedback, useSharedReflections } from './shared/useShared';
