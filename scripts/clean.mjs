/** Removes what earlier builds left, so that no test outlives its source. */
import { rmSync } from 'node:fs';

for (const folder of ['src', 'test', 'bench']) rmSync(`build/${folder}`, { recursive: true, force: true });
