import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, startTransition, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { session } from '@/api/session';
import { PageShape } from '@/components/Shapes';
import { Stuck } from '@/components/Stuck';
import { SignInPage } from '@/features/identity/SignInPage';
import { documents } from '@/lib/documents/documents';
import { keepAnswers } from '@/lib/keeping/answers';
import { documentType } from './documentTypes';
import { mayBeKept } from './mayBeKept';
import { queries } from './queries';
import { AppRoutes, ForgottenPage, LinkPage, UnsubscribePage } from './routes';
import { Shell } from './Shell';
import { cssVariables, theme } from './theme';

/** Fetched while all is well: when it is needed there may be no network, and text that waits for it. */
const signInAgain = () => import('@/features/identity/SignInAgain');
const SignInAgain = lazy(async () => ({ default: (await signInAgain()).SignInAgain }));

/** The providers, and whether one is signed in. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Gate />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The frame stays where it is while the session is found out about, so that nothing is drawn twice. */
function Gate() {
  const state = useSessionState();
  const signedIn = state !== 'signedOut' && state !== 'restoring';
  return (
    <>
      <Shell signedIn={signedIn}>
        {signedIn && <SignedIn />}
        {state === 'signedOut' && <Entrance />}
        {state === 'restoring' && <PageShape />}
      </Shell>
      {state === 'expired' && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </>
  );
}

/** Followed in pieces, as a whole page hangs on it. */
function useSessionState() {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    const follow = () => startTransition(() => setState(session.state));
    follow();
    return session.subscribe(follow);
  }, []);
  return state;
}

/** What one may see without being signed in. Any other address waits behind signing in. */
function Entrance() {
  return (
    <Suspense fallback={<PageShape />}>
      <Routes>
        <Route path="forgotten" element={<ForgottenPage />} />
        <Route path="link" element={<LinkPage />} />
        <Route path="unsubscribe" element={<UnsubscribePage />} />
        <Route path="*" element={<SignInPage />} />
      </Routes>
    </Suspense>
  );
}

/** First what this device still holds, so that no page shows less than was written. */
function SignedIn() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    let stop: (() => void) | undefined;
    const quiet = setTimeout(() => void signInAgain().catch(() => undefined), 5_000);
    void Promise.all([keepAnswers(queries, mayBeKept), documents.resume(documentType)]).then(
      ([stopKeeping]) => {
        stop = stopKeeping;
        if (gone) stop();
        else startTransition(() => setReady(true));
      },
    );
    return () => {
      gone = true;
      clearTimeout(quiet);
      stop?.();
    };
  }, []);
  return (
    <>
      <Stuck />
      {ready ? <AppRoutes /> : <PageShape />}
    </>
  );
}
