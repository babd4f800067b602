import { Button, Text } from '@mantine/core';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Page } from '@/components/Page';
import { PageShape } from '@/components/Shapes';
import { HomePage } from '@/features/rounds/home/HomePage';
import { NotFound } from './NotFound';

const MePage = lazy(async () => ({ default: (await import('@/features/identity/MePage')).MePage }));
export const ForgottenPage = lazy(async () => ({
  default: (await import('@/features/identity/ForgottenPage')).ForgottenPage,
}));
export const LinkPage = lazy(async () => ({
  default: (await import('@/features/identity/LinkPage')).LinkPage,
}));
const Administration = lazy(async () => ({
  default: (await import('./administration/Administration')).Administration,
}));
const TeamArea = lazy(async () => ({
  default: (await import('./team/TeamArea')).TeamArea,
}));
const NotificationsPage = lazy(async () => ({
  default: (await import('@/features/notifications/NotificationsPage')).NotificationsPage,
}));
export const UnsubscribePage = lazy(async () => ({
  default: (await import('@/features/notifications/UnsubscribePage')).UnsubscribePage,
}));
const RoundLayout = lazy(async () => ({
  default: (await import('@/features/rounds/RoundLayout')).RoundLayout,
}));
const StartPage = lazy(async () => ({
  default: (await import('@/features/rounds/start/StartPage')).StartPage,
}));
const OverviewPage = lazy(async () => ({
  default: (await import('@/features/rounds/overview/OverviewPage')).OverviewPage,
}));
const AgreementPage = lazy(async () => ({
  default: (await import('@/features/rounds/agreement/AgreementPage')).AgreementPage,
}));
const GuidePage = lazy(async () => ({
  default: (await import('@/features/guides/GuidePage')).GuidePage,
}));
const DialoguesPage = lazy(async () => ({
  default: (await import('@/features/dialogues/DialoguesPage')).DialoguesPage,
}));
const ReflectionPage = lazy(async () => ({
  default: (await import('@/features/reflections/ReflectionPage')).ReflectionPage,
}));
const PreparationPage = lazy(async () => ({
  default: (await import('@/features/feedback/PreparationPage')).PreparationPage,
}));
const TalkPage = lazy(async () => ({
  default: (await import('@/features/summaries/talk/TalkPage')).TalkPage,
}));
const FollowUpPage = lazy(async () => ({
  default: (await import('@/features/summaries/after/FollowUpPage')).FollowUpPage,
}));

/** Every page by its address. */
export function AppRoutes() {
  const { pathname } = useLocation();
  return (
    <Mending at={pathname}>
      <Suspense fallback={<PageShape />}>
        <Routes>
          <Route index element={<HomePage />} />
          {/* Back from a provider, but signed in already. */}
          <Route path="signed-in" element={<Navigate to="/" replace />} />
          <Route path="me" element={<MePage />} />
          <Route path="administration/*" element={<Administration />} />
          <Route path="team/*" element={<TeamArea />} />
          <Route path="notifications" element={<NotificationsPage />} />
          <Route path="forgotten" element={<ForgottenPage />} />
          <Route path="link" element={<LinkPage />} />
          <Route path="unsubscribe" element={<UnsubscribePage />} />
          <Route path="rounds/new" element={<StartPage />} />
          <Route path="rounds/:roundId" element={<RoundLayout />}>
            <Route index element={<OverviewPage />} />
            <Route path="agreement" element={<AgreementPage />} />
            <Route path="guide" element={<GuidePage />} />
            <Route path="dialogues" element={<DialoguesPage />} />
            <Route path="dialogues/:dialogueId" element={<ReflectionPage />} />
            <Route path="preparation" element={<PreparationPage />} />
            <Route path="talk" element={<TalkPage />} />
            <Route path="follow-up" element={<FollowUpPage />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Mending>
  );
}

function Broken() {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.title')}>
      <Text role="alert">{t('broken.detail')}</Text>
      <div>
        <Button onClick={() => location.reload()}>{t('tryAgain')}</Button>
      </div>
    </Page>
  );
}

/** A page that cannot be shown takes neither the frame nor what was written with it. */
class Mending extends Component<{ at: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: { at: string }) {
    if (this.state.broken && before.at !== this.props.at) this.setState({ broken: false });
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
