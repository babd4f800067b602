import {
  IconBuildingStore,
  IconDots,
  IconHome,
  IconMail,
  IconPhone,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/lib/text/useFormat';

export const CHANNELS = [
  ['COUNTER', IconBuildingStore],
  ['PHONE', IconPhone],
  ['VIDEO_MEETING', IconVideo],
  ['WRITTEN', IconMail],
  ['HOME_VISIT', IconHome],
  ['OTHER', IconDots],
] as const satisfies [Schemas['Channel'], typeof IconHome][];

/** When and how a dialogue was held, in a line. */
export function Held({ of }: { of: Pick<Schemas['Dialogue'], 'heldAt' | 'channel'> }) {
  const { t } = useTranslation('dialogues');
  const { moment } = useFormat();
  return t('heldAt', { when: moment(of.heldAt), channel: t(`channel.${of.channel}`) });
}
