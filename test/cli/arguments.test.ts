import assert from 'node:assert/strict';
import { type Arguments, parseArguments, UsageError } from '../../src/cli/arguments.ts';

function parsed(...argv: string[]): Arguments {
  const answer = parseArguments(argv);
  assert.ok(!(answer instanceof UsageError), answer instanceof UsageError ? answer.message : '');
  return answer;
}

function mistake(...argv: string[]): string {
  const answer = parseArguments(argv);
  assert.ok(answer instanceof UsageError, 'the command line was accepted');
  return answer.message;
}

describe('the command line', () => {
  it('scans by default', () => {
    assert.equal(parsed('infra').command, 'scan');
    assert.deepEqual(parsed('infra', 'other').paths, ['infra', 'other']);
    assert.deepEqual(parsed('scan', 'infra').paths, ['infra']);
    assert.deepEqual(parsed().options.formats, [{ format: 'text', file: undefined }]);
  });

  it('keeps the order of --var and --var-file, which decides which of them wins', () => {
    const { variables } = parsed('--var', 'a=1', '--var-file', 'b.tfvars', '--var=c=d=e').options;
    assert.deepEqual(variables, [
      { kind: 'var', name: 'a', text: '1' },
      { kind: 'file', path: 'b.tfvars' },
      { kind: 'var', name: 'c', text: 'd=e' },
    ]);
  });

  it('sends formats to files, one of them to standard output', () => {
    assert.deepEqual(parsed('--format', 'github', '--format', 'sarif=out/x.sarif').options.formats, [
      { format: 'github', file: undefined },
      { format: 'sarif', file: 'out/x.sarif' },
    ]);
    assert.equal(
      mistake('--format', 'json', '--format', 'sarif'),
      'Only one --format can go to standard output; give the others a file: --format sarif=exvet.sarif.',
    );
  });

  it('asks for the help of a command', () => {
    const { command, paths } = parsed('expand', '--help');
    assert.deepEqual([command, paths], ['help', ['expand']]);
  });

  it('says what is wrong', () => {
    assert.equal(
      mistake('--fail-on', 'never-ever'),
      "--fail-on takes one of error, warning, note, undecided, never, not 'never-ever'.",
    );
    assert.equal(mistake('--var', 'novalue'), "--var takes NAME=VALUE, not 'novalue'.");
    assert.equal(
      mistake('--cross-check', 'often'),
      "--cross-check takes one of always, on-error, never, not 'often'.",
    );
    assert.equal(mistake('--colour'), "Unknown option '--colour'.");
    assert.equal(
      mistake('expand', '--format', 'sarif'),
      "'sarif' is not a format; 'expand' prints text, json, jsonl.",
    );
    assert.equal(mistake('--date', 'tomorrow'), "--date takes a day as YYYY-MM-DD, not 'tomorrow'.");
    assert.equal(
      mistake('--allow-incomplete', '--require-complete'),
      '--allow-incomplete and --require-complete exclude each other.',
    );
  });

  it('says of a part that does not exist yet that it does not', () => {
    assert.equal(mistake('merge'), "'exvet merge' does not exist in this version yet.");
    assert.equal(mistake('--shard', '1/4'), '--shard does not exist in this version yet.');
    assert.equal(
      mistake('--format', 'html'),
      "'html' does not exist in this version yet; 'scan' prints text, json, sarif, github, markdown.",
    );
  });
});
