import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './mantine.css';
import './global.css';
import '@/lib/text/language';
import { createRoot } from 'react-dom/client';
import { session } from '@/api/session';
import { App } from './App';

void session.restore();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
