export { usePresent } from './live';
export { firstName, otherName } from './names';
export { useRound } from './RoundLayout';
export { type Step, useStep } from './steps';
