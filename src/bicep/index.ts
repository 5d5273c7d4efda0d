import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { baseName } from '../source/path.ts';

/** The one diagnostic for a `.bicep` or `.bicepparam` file, which exvet does not evaluate yet. */
export function bicepDiagnostic(path: string): Diagnostic {
  const isParameters = path.toLowerCase().endsWith('.bicepparam');
  const command = isParameters ? 'bicep build-params' : 'bicep build';
  const output = isParameters ? 'parameter file' : 'template';
  const message =
    `'${path}' was not analysed: Bicep is not evaluated yet. ` +
    `Run '${command} ${baseName(path)}' and scan the JSON ${output} that it writes.`;
  return diagnostic('bicep-unsupported', message, path);
}
