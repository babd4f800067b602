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
      {topic.questions.map((question) => (
        <li key={question.self}>{question[wording]}</li>
      ))}
    </ul>
  );
}
