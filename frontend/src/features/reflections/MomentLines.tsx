import type { Schemas } from '@/api/client';
import { timecode } from '@/lib/text/useFormat';
import classes from './reflection.module.css';

/** Moments of a recording to read: their time and note, without the recording. */
export function MomentLines({ moments }: { moments: Schemas['Moment'][] }) {
  if (moments.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {moments.map(({ second, note }) => (
        <li key={`${second} ${note}`}>
          <span className={classes.time}>{timecode(second)}</span>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
