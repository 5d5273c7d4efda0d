#!/usr/bin/env node
import { runFromProcess } from '../build/src/cli/run.js';

await runFromProcess();
