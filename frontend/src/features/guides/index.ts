export { GuideBeside } from './GuideBeside';
export { GuidePanel } from './GuidePanel';
export { GuidingQuestions } from './GuidingQuestions';
export { useGuide } from './useGuide';
export { wordingOf } from './wording';
