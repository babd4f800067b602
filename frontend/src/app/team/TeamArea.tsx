import { lazy } from 'react';
import { Route, Routes } from 'react-router';

const InsightPage = lazy(async () => ({
  default: (await import('@/features/insights/InsightPage')).InsightPage,
}));
const LearningPage = lazy(async () => ({
  default: (await import('@/features/summaries/learning/LearningPage')).LearningPage,
}));
const Team = lazy(async () => ({
  default: (await import('@/features/rounds/series/Team')).Team,
}));

/** What concerns a team as a whole. */
export function TeamArea() {
  return (
    <Routes>
      <Route path="insight" element={<InsightPage />} />
      <Route path="learning" element={<LearningPage />} />
      <Route path="*" element={<Team />} />
    </Routes>
  );
}
