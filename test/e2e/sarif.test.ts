// `check --format sarif`. The schema here is of the part of SARIF 2.1.0 that we write, in our words (the section of the standard behind
// each rule): nothing else may stand in the file. The file as it is was held once against the schema that OASIS publishes, which is not
// ours to ship: no error. Beside shapes: rules and results belong together, links lead somewhere, places are where the text is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = madeFolder();
afterAll(folder.remove);

const object = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
const whole = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] }; // 3.27.10
const message = object({ text }, { markdown: text }); // 3.11, 3.12
const physical = object(
  // 3.4.3, RFC 3986
  { artifactLocation: object({ uri: { type: 'string', pattern: "^(?:[A-Za-z0-9._~/:@!$&'()*+,;=-]|%[0-9A-F]{2})+$" } }) },
  { region: object({ startLine: whole, startColumn: whole, endLine: whole, endColumn: whole }) }, // 3.30
);
const rule = object(
  { id: { type: 'string', pattern: '^SS[0-9]{3}$' }, name: text, shortDescription: message, fullDescription: message }, // 3.49
  { help: message, helpUri: { type: 'string', pattern: '^https://' }, defaultConfiguration: object({ level }) },
);
const notification = object({ level, message }); // 3.58
const log = object({
  $schema: text,
  version: { const: '2.1.0' }, // 3.13.2
  runs: {
    type: 'array',
    minItems: 1,
    items: object(
      {
        tool: object({
          driver: object({
            name: text,
            version: text,
            semanticVersion: text,
            informationUri: text,
            rules: { type: 'array', uniqueItems: true, items: rule },
          }),
        }),
        columnKind: { const: 'utf16CodeUnits' }, // 3.14.17
        results: {
          type: 'array',
          items: object(
            {
              ruleId: text,
              ruleIndex: { type: 'integer', minimum: 0 },
              level,
              message,
              locations: { type: 'array', minItems: 1, items: object({ physicalLocation: physical }) },
            }, // 3.27
            {
              relatedLocations: {
                type: 'array',
                items: object({ id: { type: 'integer', minimum: 0 }, message, physicalLocation: physical }),
              },
            },
          ),
        },
      },
      {
        invocations: {
          type: 'array',
          items: object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: { type: 'array', items: notification } }),
        },
      }, // 3.20
    ),
  },
});
const valid = new Ajv2020({ strict: false }).compile(log);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Region };
      }[];
    }[];
  }[];
}
const sarif = async (...files: string[]): Promise<Log['runs'][number]> => {
  const { out } = await call('check', '--format', 'sarif', '--all-problems', ...files);
  const found = JSON.parse(out) as Log;
  expect(valid(found), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
  return found.runs[0]!;
};

describe('SARIF', () => {
  it('is as the standard says for the examples, and every rule leads to its explanation', async () => {
    const reference = readFileSync(join(root, 'docs/reference/problems.md'), 'utf8');
    const { tool, results } = await sarif(join(root, 'examples/anshun/anshun.study'), join(root, 'examples/bijie/bijie.study'));
    const { rules } = tool.driver;
    expect(results.length).toBeGreaterThan(15);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]!.id).toBe(ruleId);
    const anchors = new Set([...reference.matchAll(/^## (SS\d+) (\S+)$/gmu)].map(([, code, name]) => `#${code!.toLowerCase()}-${name}`));
    for (const { helpUri } of rules) expect(anchors).toContain(new URL(helpUri).hash);
  });

  it('places problems by UTF-16 units, in files of any name, and says hostile texts as they are', async () => {
    const name = 'b c#%é?&.study';
    const spec = '// 𠮷𠮷\r\nstudy "<script>\\" & \u202e𠮷"\r\nscale s 1..5\r\nindicatr 𠮷x "<b>" on s\r\n';
    folder.write({ [name]: spec });
    const { results } = await sarif(folder.at(name));
    const misspelt = results.find(({ ruleId }) => ruleId === 'SS104')!;
    const { artifactLocation, region } = misspelt.locations[0]!.physicalLocation;
    expect(fileURLToPath(artifactLocation.uri)).toBe(folder.at(name));
    const line = spec.split('\r\n')[region!.startLine - 1]!;
    expect(line.slice(region!.startColumn - 1, region!.endColumn - 1)).toBe('indicatr');
    const behind = results
      .flatMap(({ locations }) => locations.map((one) => one.physicalLocation.region!))
      .filter((one) => one !== undefined);
    for (const one of behind) expect(one.startLine < one.endLine || one.startColumn <= one.endColumn).toBe(true);
  });

  it('has a place for what stands nowhere, since services take no result without one', async () => {
    const { results } = await sarif(folder.at('nowhere.study'));
    expect(results).toHaveLength(1);
    expect(results[0]!.locations).toHaveLength(1);
  });
});
