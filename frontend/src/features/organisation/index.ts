export { useTeam } from './team';
