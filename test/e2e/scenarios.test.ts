import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScenario, parseScenario } from './scenario.ts';

const FOLDER = 'test/e2e/scenarios';

describe('the command line', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const scenario = parseScenario(readFileSync(join(FOLDER, name), 'utf8'));
    it(`${scenario.title} (${name})`, () => checkScenario(scenario));
  }
});
