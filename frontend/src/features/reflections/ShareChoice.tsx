import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useReflection } from './document';
import { isWritten, momentsOf } from './moments';
import type { Part } from './parts';
import { SharedText } from './SharedText';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  part: Part;
  /** Of the guide. */
  language: string;
}

/** A topic to share or not; an empty one is told apart. */
export function ShareChoice({
  dialogue,
  part: { topic, view },
  language,
  shared,
  disabled,
  name,
}: Props & { shared: boolean; disabled: boolean; name: string }) {
  const { t } = useTranslation('reflections');
  const { content } = useReflection(dialogue, view);
  const state = t(isWritten(content) ? 'written' : 'empty');
  return (
    <Checkbox
      value={topic.key}
      disabled={disabled}
      label={<span lang={language}>{topic.title}</span>}
      description={shared ? t('share.state', { state, name }) : state}
    />
  );
}

/** A topic as the partner will see it. */
export function SharePreview({ dialogue, part: { topic, view }, language }: Props) {
  const { content } = useReflection(dialogue, view);
  return (
    <SharedText
      topic={topic}
      language={language}
      text={content.text}
      moments={momentsOf(content)}
      order={3}
    />
  );
}
