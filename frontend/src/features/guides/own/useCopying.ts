import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answered, api } from '@/api/client';
import { useGuidesAnew } from './useManagedGuides';

/** Begins a guide of one's own that says what another says, and goes to it. Asked twice it makes no second one. */
export function useCopying(copyOf: string) {
  const navigate = useNavigate();
  const anew = useGuidesAnew();
  const [key] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/managed-guides', {
          params: { header: { 'Idempotency-Key': key } },
          body: { copyOf },
        }),
      ),
    onSuccess: ({ id }) => void navigate(`/administration/guides/${id}`),
    onSettled: anew,
  });
}
