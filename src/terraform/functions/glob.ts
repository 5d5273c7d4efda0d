import { isProblem, Problem } from '../problem.ts';
import { compilePattern } from './regex-machine.ts';

/**
 * The patterns of `fileset` (bmatcuk/doublestar): `*` and `?` within a path part, `**` for any number of
 * parts, `[…]`, `{a,b}`. They become regular expressions of the linear machine.
 */
export function globMatcher(pattern: string): ((path: string) => boolean) | Problem {
  const source = globSource(pattern);
  const program = isProblem(source) ? source : compilePattern(`^(?:${source})$`);
  if (isProblem(program)) return new Problem(`the glob pattern ${JSON.stringify(pattern)} is not valid`, 1);
  return path => {
    const match = program.match(path, 0);
    return match !== undefined && !isProblem(match);
  };
}

const TOKEN = /(?:^|(?<=\/))\*\*(?:\/|$)|\*+|\?|\[[!^]?\]?[^\]]*\]|\\[^]|[{},]|[^*?[\\{},]+|\[/g;

function globSource(pattern: string): string | Problem {
  let depth = 0;
  let source = '';
  for (const [token] of pattern.matchAll(TOKEN)) {
    if (token === '**/') source += '(?:[^/]+/)*';
    else if (token === '**') source += '.*';
    else if (token.startsWith('*')) source += '[^/]*';
    else if (token === '?') source += '[^/]';
    else if (token === '{') {
      depth++;
      source += '(?:';
    } else if (token === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (token === ',' && depth > 0) source += '|';
    else if (token === '[') return new Problem('an opening bracket is not closed');
    else if (token.startsWith('[')) source += token.replace(/^\[!/, '[^').replace(/(?<=^\[\^?)\]/, '\\]');
    else source += (token.startsWith('\\') ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return depth === 0 ? source : new Problem('an opening brace is not closed');
}
