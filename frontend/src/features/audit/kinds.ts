import type { Schemas } from '@/api/client';

export type Kind = Schemas['AuditKind'];

/** What kinds are gathered under, in the order of the page. */
export const AREAS = ['people', 'guides', 'rules', 'systems', 'refusals'] as const;
export type Area = (typeof AREAS)[number];

/** Each kind's; one that is new to the contract is missing here until it gets its own. */
const AREA: Record<Kind, Area> = {
  PERSON_INVITED: 'people',
  PERSON_ADDED: 'people',
  PERSON_CHANGED: 'people',
  PERSON_MOVED: 'people',
  ROLES_CHANGED: 'people',
  LEADING_CHANGED: 'people',
  PERSON_DEACTIVATED: 'people',
  PERSON_REACTIVATED: 'people',
  PERSON_REMOVED: 'people',
  PERSON_ERASED: 'people',
  PEOPLE_IMPORTED: 'people',
  TEAM_ADDED: 'people',
  TEAM_CHANGED: 'people',
  TEAM_REMOVED: 'people',
  GUIDE_COPIED: 'guides',
  GUIDE_IMPORTED: 'guides',
  GUIDE_CHANGED: 'guides',
  GUIDE_PUBLISHED: 'guides',
  GUIDE_RETIRED: 'guides',
  GUIDE_RESTORED: 'guides',
  RULES_CHANGED: 'rules',
  RETENTION_CHANGED: 'rules',
  API_CLIENT_CREATED: 'systems',
  API_CLIENT_CHANGED: 'systems',
  API_CLIENT_SECRET_ADDED: 'systems',
  API_CLIENT_SECRET_REVOKED: 'systems',
  API_CLIENT_REVOKED: 'systems',
  WEBHOOK_CREATED: 'systems',
  WEBHOOK_CHANGED: 'systems',
  WEBHOOK_SECRET_ADDED: 'systems',
  WEBHOOK_SECRET_REMOVED: 'systems',
  WEBHOOK_ENABLED: 'systems',
  WEBHOOK_DISABLED: 'systems',
  WEBHOOK_TESTED: 'systems',
  WEBHOOK_REPLAYED: 'systems',
  WEBHOOK_DELETED: 'systems',
  SIGN_IN_FAILED: 'refusals',
  SESSION_COPIED: 'refusals',
  NOT_ALLOWED: 'refusals',
  NOT_FOUND: 'refusals',
  TOO_OFTEN: 'refusals',
};

export const kindsIn = (area: Area) =>
  (Object.keys(AREA) as Kind[]).filter((kind) => AREA[kind] === area);

/** The kinds that are meant by an area's name or a kind's; all, as none, by anything else. */
export function kindsOf(what: string): Kind[] {
  const area = AREAS.find((one) => one === what);
  if (area) return kindsIn(area);
  return what in AREA ? [what as Kind] : [];
}

/** Whether it is counted by the hour. */
export const isRefusal = (kind: Kind) => AREA[kind] === 'refusals';
