import { type Problem, ProblemError } from '@/api/problems';

/** What the service says about a field, in its own words; undefined where nothing is wrong with it. */
export function faultAt(problem: Problem | undefined, field: string): string | undefined {
  return problem?.violations?.find(
    (violation) => violation.field === field || violation.field.endsWith(`.${field}`),
  )?.detail;
}

/** The problem that was thrown, when it is about the fields. */
export function faultsIn(error: unknown): Problem | undefined {
  return error instanceof ProblemError && error.kind === 'invalid' ? error.problem : undefined;
}
