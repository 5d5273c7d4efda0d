import { describeRefusals, describeValues } from './expressions.ts';

describeValues('dates', [
  ['formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z")', 'Tuesday, 02-Jan-18 23:12:01 UTC'],
  [
    `formatdate("EEE, MMMM D YYYY 'at' HH:mmaa ''H''h ZZZZ ZZZZZ Z", "2026-11-05T03:04:05-07:30")`,
    "Thu, November 5 2026 at 03:04am '3'3 -0730 -07:30 -07:30",
  ],
  [`formatdate("YYYYMMDD'T'hhmmss", "2026-11-05T03:04:05Z")`, '20261105T030405'],
  ['timeadd("2025-10-14T00:00:00Z", "-36h30m")', '2025-10-12T11:30:00Z'],
  ['timeadd("2024-02-28T23:59:59.5+02:00", "1.5s")', '2024-02-29T00:00:01+02:00'],
  ['timecmp("2025-10-14T00:00:00Z", "2025-10-14T02:00:00+02:00")', 0],
  ['timecmp("2025-10-14T00:00:00Z", "2025-10-14T00:00:00.001Z")', -1],
]);

describeRefusals('what dates refuse', [
  ['formatdate("YYYY", "2020-02-30T00:00:00Z")', /"time" parameter.*RFC3339/],
  ['formatdate("YYYYY", "2020-02-20T00:00:00Z")', /invalid date format verb "YYYYY"/],
  ['timeadd("2020-02-20T00:00:00Z", "1d")', /not a valid duration: "1d"/],
]);
