import 'i18next';

import type account from '../../locales/da/account.json';
import type administration from '../../locales/da/administration.json';
import type agreement from '../../locales/da/agreement.json';
import type app from '../../locales/da/app.json';
import type areas from '../../locales/da/areas.json';
import type audit from '../../locales/da/audit.json';
import type dialogues from '../../locales/da/dialogues.json';
import type directory from '../../locales/da/directory.json';
import type feedback from '../../locales/da/feedback.json';
import type guides from '../../locales/da/guides.json';
import type home from '../../locales/da/home.json';
import type identity from '../../locales/da/identity.json';
import type insights from '../../locales/da/insights.json';
import type integration from '../../locales/da/integration.json';
import type learning from '../../locales/da/learning.json';
import type notifications from '../../locales/da/notifications.json';
import type organisation from '../../locales/da/organisation.json';
import type ownGuides from '../../locales/da/ownGuides.json';
import type provider from '../../locales/da/provider.json';
import type provisioning from '../../locales/da/provisioning.json';
import type questions from '../../locales/da/questions.json';
import type reflections from '../../locales/da/reflections.json';
import type rounds from '../../locales/da/rounds.json';
import type summaries from '../../locales/da/summaries.json';
import type talk from '../../locales/da/talk.json';
import type team from '../../locales/da/team.json';
import type unsubscribe from '../../locales/da/unsubscribe.json';
import type video from '../../locales/da/video.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    returnNull: false;
    resources: {
      app: typeof app;
      areas: typeof areas;
      administration: typeof administration;
      audit: typeof audit;
      identity: typeof identity;
      account: typeof account;
      integration: typeof integration;
      learning: typeof learning;
      notifications: typeof notifications;
      organisation: typeof organisation;
      provider: typeof provider;
      provisioning: typeof provisioning;
      home: typeof home;
      rounds: typeof rounds;
      agreement: typeof agreement;
      guides: typeof guides;
      ownGuides: typeof ownGuides;
      dialogues: typeof dialogues;
      directory: typeof directory;
      reflections: typeof reflections;
      video: typeof video;
      feedback: typeof feedback;
      talk: typeof talk;
      summaries: typeof summaries;
      questions: typeof questions;
      team: typeof team;
      insights: typeof insights;
      unsubscribe: typeof unsubscribe;
    };
  }
}
