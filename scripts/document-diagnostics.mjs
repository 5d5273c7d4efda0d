/**
 * Writes docs/diagnostics.md from the table of diagnostics; a test holds the two against each other.
 *
 *   npm run build && node scripts/document-diagnostics.mjs
 */
import { writeFileSync } from 'node:fs';
import { diagnosticsPage } from '../build/src/source/diagnostics-page.js';

writeFileSync('docs/diagnostics.md', diagnosticsPage());
