export { usePresent } from './live';
export { firstName, otherName, useRound } from './RoundLayout';
export { type Step, useStep } from './steps';
