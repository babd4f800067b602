import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '@/lib/text/useFormat';
import classes from './directory.module.css';
import type { Person } from './useDirectory';

/** A table, of which a narrow window shows each row as a few lines. */
export function PeopleTable({ people }: { people: Person[] }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>{t('people.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.team')}</th>
          <th scope="col">{t('column.roles')}</th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Anchor component={Link} to={`/administration/people/${person.id}`}>
                {person.name}
              </Anchor>
              <Text component="span" size="sm" c="dimmed" display="block">
                {person.email}
              </Text>
            </th>
            <td>{person.team?.name}</td>
            <td>
              {format.list(
                person.roles.filter((role) => role !== 'EMPLOYEE').map((role) => t(`role.${role}`)),
              )}
            </td>
            <td>{person.state !== 'ACTIVE' && t(`state.${person.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
