/** Set to play the journeys against a service that runs already, and its second instance. */
export const given = process.env.DIALOGSPEJL_URL;

export const PORTS = [8431, 8432] as const;

/** Where the two instances of the service are that share a database. */
export const instances = [
  given ?? `http://localhost:${PORTS[0]}`,
  process.env.DIALOGSPEJL_SECOND_URL ?? given ?? `http://localhost:${PORTS[1]}`,
] as const;
