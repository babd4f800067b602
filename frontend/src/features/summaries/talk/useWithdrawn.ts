import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '@/api/client';

/**
 * Whether an edit has withdrawn approvals while one looked, and whose it was; until somebody approves again. Taking
 * one's own approval back is no edit, and is not told here.
 */
export function useWithdrawn(
  view: Schemas['SummaryView'],
): { by: Schemas['PersonRef'] | undefined } | undefined {
  const before = useRef(view);
  const [withdrawn, setWithdrawn] = useState<{ by: Schemas['PersonRef'] | undefined }>();
  useEffect(() => {
    const was = before.current;
    before.current = view;
    if (isApproved(view)) setWithdrawn(undefined);
    else if (isApproved(was) && view.version > was.version) setWithdrawn({ by: view.editedBy });
  }, [view]);
  return withdrawn;
}

function isApproved(view: Schemas['SummaryView']): boolean {
  return !!(view.evaluateeApprovedAt ?? view.partnerApprovedAt);
}
