/** The database that an instance has in this folder. */
export function databaseIn(data: string): { port: string; password: string };
