// A sign that means something else here.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const wrongSign = defineProblem<{ found: string; meant: string; role: string }>({
  code: 'SS111',
  name: 'wrong-sign',
  severity: 'error',
  title: 'A sign that means something else here',
  message: ({ found, meant, role }) => `"${found}" cannot stand here; ${role} is written "${meant}".`,
  help: ({ meant }) => `Write "${meant}".`,
  explanation:
    `Ranges are written \`1..5\`, codes are parted by \`|\`, lists by commas, a level ` +
    `has its code ` +
    `after \`=\`, a ` +
    `decimal point is a point, a comment begins with \`//\`.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a + b`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b`),
    files,
  },
});
