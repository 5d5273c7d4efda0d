import { constants, createHash, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { stringValue } from '../../value/make.ts';
import { unknown } from '../../value/unknown.ts';
import { isProblem, Problem } from '../problem.ts';
import { textArgument } from './arguments.ts';
import { decodeBase64 } from './encoding.ts';
import { type FunctionTable, number, type Signature, STRING, strict, text } from './signature.ts';

/** Hashes, and the functions of chance and keys that have no value before deployment. */
export const HASH_FUNCTIONS: FunctionTable = {
  md5: hashing('md5', 'hex'),
  sha1: hashing('sha1', 'hex'),
  sha256: hashing('sha256', 'hex'),
  sha512: hashing('sha512', 'hex'),
  base64sha256: hashing('sha256', 'base64'),
  base64sha512: hashing('sha512', 'base64'),
  uuidv5: strict([text('namespace'), text('name')], STRING, ([namespace, name], call) => {
    const id = namespaceId(textArgument(namespace));
    return id === undefined
      ? new Problem('a namespace is "dns", "url", "oid", "x500" or a UUID', 0)
      : stringValue(nameBasedId(id, textArgument(name)), call.origin);
  }),
  uuid: strict([], STRING, (_, call) =>
    unknown({ kind: 'impure', text: 'uuid() gives a new value with each deployment' }, call.origin, {
      type: STRING,
    }),
  ),
  bcrypt: strict(
    [text('str')],
    STRING,
    (_, call) =>
      unknown({ kind: 'impure', text: 'bcrypt() gives a new value with each deployment' }, call.origin, {
        type: STRING,
      }),
    number('cost'),
  ),
  rsadecrypt: strict([text('ciphertext'), text('privatekey')], STRING, ([ciphertext, key], call) => {
    const bytes = decodeBase64(textArgument(ciphertext));
    if (bytes === undefined) return new Problem('cannot decode the ciphertext: it must be Base64', 0);
    const decrypted = decrypt(bytes, textArgument(key));
    return isProblem(decrypted) ? decrypted : stringValue(decrypted, call.origin);
  }),
};

export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha512';

export const digest = (name: HashName, content: string | Uint8Array, form: 'hex' | 'base64'): string =>
  createHash(name).update(content).digest(form);

function hashing(name: HashName, form: 'hex' | 'base64'): Signature {
  return strict([text('str')], STRING, ([given], call) =>
    stringValue(digest(name, textArgument(given), form), call.origin),
  );
}

/** RSA with the padding of PKCS #1 1.5, which Node refuses to take off by itself since it can leak keys. */
function decrypt(ciphertext: Uint8Array, pem: string): string | Problem {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return new Problem(
      'failed to parse the key: a private key in PEM format without a passphrase is needed',
      1,
    );
  }
  try {
    const padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, ciphertext);
    const end = padded.indexOf(0, 2);
    // 0, 2, at least eight bytes that are not 0, 0, and the message (RFC 8017, section 7.2.2).
    if (padded[0] === 0 && padded[1] === 2 && end >= 10) return padded.subarray(end + 1).toString('utf8');
  } catch {
    // Too long or too short for the key, which is the same mistake.
  }
  return new Problem('failed to decrypt: the key does not fit the ciphertext', 0);
}

/** RFC 4122, appendix C. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
]);

function namespaceId(namespace: string): Buffer | undefined {
  const id = NAMESPACES.get(namespace) ?? namespace;
  const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id);
  return isId ? Buffer.from(id.replaceAll('-', ''), 'hex') : undefined;
}

/** RFC 4122, section 4.3, with SHA-1. */
function nameBasedId(namespace: Buffer, name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
