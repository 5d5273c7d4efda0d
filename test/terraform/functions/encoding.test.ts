import { describeRefusals, describeValues } from './expressions.ts';

describeValues('encodings', [
  ['base64encode("ex01-é")', 'ZXgwMS3DqQ=='],
  ['base64decode("ZXgwMS3DqQ==")', 'ex01-é'],
  ['textencodebase64("Set-Disk", "UTF-16LE")', 'UwBlAHQALQBEAGkAcwBrAA=='],
  ['textdecodebase64("UwBlAHQALQBEAGkAcwBrAA==", "UTF-16LE")', 'Set-Disk'],
  ['textencodebase64("é€", "windows-1252")', '6YA='],
  [`urlencode("a b&c=é/~_.-!*'()")`, 'a+b%26c%3D%C3%A9%2F~_.-%21%2A%27%28%29'],
  [
    String.raw`csvdecode("name,sku\nex01,\"Premium,LRS\"\r\nex02,\"a \"\"b\"\"\nc\"\n")`,
    [
      { name: 'ex01', sku: 'Premium,LRS' },
      { name: 'ex02', sku: 'a "b"\nc' },
    ],
  ],
  [
    String.raw`jsonencode({ b = [1, 1.5, true, null], a = "<é&\u2028\u0001\\\"\t>" })`,
    '{"a":"\\u003cé\\u0026\\u2028\\u0001\\\\\\"\\t\\u003e","b":[1,1.5,true,null]}',
  ],
  [
    String.raw`jsonencode({ unc = "\\\\filer\\backup", control = "\u0008\u000c" })`,
    String.raw`{"control":"\b\f","unc":"\\\\filer\\backup"}`,
  ],
  ['jsonencode(toset(["b", "a"]))', '["a","b"]'],
  ['jsonencode(123456789012345678901234567890)', '123456789012345678901234567890'],
  [
    String.raw`jsondecode("{\"b\": [1, 2.50, null], \"a\": {\"x\": \"\\u00e9\"}, \"b\": [3, 4, null]}")`,
    { a: { x: 'é' }, b: [3, 4, null] },
  ],
  ['tostring(jsondecode("12345678901234567890.5"))', '12345678901234567890.5'],
]);

describeRefusals('what encodings refuse', [
  ['base64decode("a")', /failed to decode base64/],
  ['base64decode("/w==")', /not valid UTF-8 text/],
  ['textdecodebase64("gQ==", "windows-1250")', /not valid WINDOWS-1250 text/],
  ['textdecodebase64("gQ==", "windows-1252")', /not valid WINDOWS-1252 text/],
  [String.raw`jsondecode("{\"a\": 1,}")`, /not valid JSON/],
  ['jsondecode("")', /not valid JSON/],
  [String.raw`csvdecode("a,a\n1,2")`, /duplicate column name "a"/],
  [String.raw`csvdecode("a,b\n1")`, /record 2 has 1 fields/],
  ['textencodebase64("a", "nope")', /"encoding" parameter.*not a supported IANA encoding/],
]);
