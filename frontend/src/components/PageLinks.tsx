import { NavLink } from 'react-router';
import classes from './PageLinks.module.css';

interface Props {
  /** What the pages are of, for those who hear it. */
  label: string;
  /** Each address with what it is called; the first is of the whole, and here only while one is at it. */
  pages: [to: string, name: string][];
}

/** The way between pages that belong together. */
export function PageLinks({ label, pages }: Props) {
  return (
    <nav aria-label={label} className={classes.pages}>
      {pages.map(([to, name], at) => (
        <NavLink key={to} to={to} end={at === 0}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
