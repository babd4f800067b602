import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './mantine.css';
import './global.css';
import '@/lib/text/language';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '@/api/session';
import { App } from './App';
import { askAhead } from './askAhead';

void session.restore().then(askAhead);

const root = document.getElementById('root');
// In pieces: what is drawn at once holds the first tap back until it is done.
if (root) startTransition(() => createRoot(root).render(<App />));
