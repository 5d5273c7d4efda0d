import assert from 'node:assert/strict';
import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { valueToJson } from '../../../src/value/json.ts';
import { describeValues, evaluate } from './expressions.ts';

describeValues('hashes', [
  ['md5("ex01")', '8d995b9c4146270ddd19a8fc9d12804e'],
  ['sha1("ex01")', 'edcdaad21614fedae4bc846b6e450666b731b454'],
  ['sha256("ex01")', 'f25bb0e9fcd53b1f5a7fb080271ab6d59e4911c6474834d1d91ad9a9a0e97650'],
  [
    'sha512("")',
    'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  ],
  ['base64sha256("ex01")', '8luw6fzVOx9af7CAJxq21Z5JEcZHSDTR2RrZqaDpdlA='],
  [
    'base64sha512("ex01")',
    'uCaDlA0LOVLUS1qhYxGbvnMT03fSfgT+RmEhAuqjRaqtqtPBFwLf24jlGSLZfZdC0y0ECKTyrlVhWjLUGXTgnA==',
  ],
  ['uuidv5("dns", "contoso.com")', '2925428c-a5e2-56fd-9428-066f43b9c2e7'],
  ['uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "contoso.com")', '2925428c-a5e2-56fd-9428-066f43b9c2e7'],
]);

describe('rsadecrypt', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const padding = constants.RSA_PKCS1_PADDING;
  const ciphertext = publicEncrypt({ key: publicKey, padding }, Buffer.from('Pässwort')).toString('base64');
  const decrypted = (text: string) => evaluate(`rsadecrypt("${text}", file("key.pem"))`, { 'key.pem': pem });

  it('takes the padding off', async () => {
    const { value, messages } = await decrypted(ciphertext);
    assert.deepEqual(messages, []);
    assert.equal(valueToJson(value), 'Pässwort');
  });

  it('refuses what is not encrypted with the key', async () => {
    const { messages } = await decrypted(Buffer.alloc(128, 7).toString('base64'));
    assert.match(messages.join(), /"ciphertext" parameter.*the key does not fit the ciphertext/);
  });
});
