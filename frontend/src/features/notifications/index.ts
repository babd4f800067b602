export { MailPreferences } from './MailPreferences';
