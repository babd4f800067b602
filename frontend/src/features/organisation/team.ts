import { useOutletContext } from 'react-router';
import type { Schemas } from '@/api/client';

/** The team whose page this is, of those the reader leads. */
export const useTeam = () => useOutletContext<Schemas['TeamRef']>();
