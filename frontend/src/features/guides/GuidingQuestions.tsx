import type { Schemas } from '@/api/client';
import classes from './guide.module.css';
import type { Wording } from './wording';

/** The guiding questions of a topic, to be helped by rather than answered one by one. */
export function GuidingQuestions({
  topic,
  wording,
}: {
  topic: Schemas['GuideTopic'];
  wording: Wording;
}) {
  return (
    <ul className={classes.questions}>
      {topic.questions.map((question, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read only, and of a draft two may say the same.
        <li key={at}>{question[wording]}</li>
      ))}
    </ul>
  );
}
