// What a stranger meets first: how to cite, and forms to tell of something. Their fields are those that the two formats know: the citation
// file format 1.2.0 (its own schema finds CITATION.cff valid), and GitHub's syntax for issue forms.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const ajv = new Ajv({ allErrors: true });
const text = { type: 'string', minLength: 1 };
const strict = (required: readonly string[], properties: object): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

const citation = strict(['cff-version', 'message', 'title', 'authors'], {
  'cff-version': { const: '1.2.0' },
  message: text,
  title: text,
  abstract: text,
  type: { enum: ['software', 'dataset'] },
  version: text,
  'date-released': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  doi: { type: 'string', pattern: '^10\\.\\d{4,9}/' },
  license: text,
  'repository-code': { type: 'string', pattern: '^https://' },
  url: { type: 'string', pattern: '^https://' },
  keywords: { type: 'array', items: text, minItems: 1, uniqueItems: true },
  authors: {
    type: 'array',
    minItems: 1,
    // A person, or an entity.
    items: {
      oneOf: [
        strict(['family-names'], { 'family-names': text, 'given-names': text, orcid: text, affiliation: text, email: text }),
        strict(['name'], { name: text, website: text }),
      ],
    },
  },
});

const field = (type: string, more: object): object =>
  strict(['type', 'id', 'attributes'], {
    type: { const: type },
    id: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
    attributes: strict(['label'], { label: text, description: text, ...more }),
    validations: strict([], { required: { type: 'boolean' } }),
  });
const form = strict(['name', 'description', 'body'], {
  name: text,
  description: text,
  title: text,
  labels: { type: 'array', items: text },
  assignees: { type: 'array', items: text },
  body: {
    type: 'array',
    minItems: 1,
    items: {
      oneOf: [
        strict(['type', 'attributes'], { type: { const: 'markdown' }, attributes: strict(['value'], { value: text }) }),
        field('input', { placeholder: text, value: text }),
        field('textarea', { placeholder: text, value: text, render: text }),
        field('dropdown', { multiple: { type: 'boolean' }, options: { type: 'array', items: text, minItems: 2, uniqueItems: true } }),
      ],
    },
  },
});

const wrongIn = (schema: object, value: unknown): unknown => {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors;
};

describe('CITATION.cff', () => {
  const cited = parse(read('CITATION.cff')) as Record<string, unknown>;

  it('has the fields of its format', () => {
    expect(wrongIn(citation, cited)).toEqual([]);
    expect(wrongIn(citation, { ...cited, versoin: '1' })).not.toEqual([]);
  });

  it('cites this version, by its licence, from where it stands', () => {
    const manifest = JSON.parse(read('package.json')) as { version: string; license: string; repository: { url: string } };
    expect(cited['version']).toBe(manifest.version);
    expect(cited['license']).toBe(manifest.license);
    expect(`git+${String(cited['repository-code'])}.git`).toBe(manifest.repository.url);
  });
});

describe('issue forms', () => {
  const forms = readdirSync(`${root}.github/ISSUE_TEMPLATE`).filter((name) => name.endsWith('.yml') && name !== 'config.yml');

  it.each(forms)('%s has the fields of its format, each name once', (name) => {
    const asked = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as { readonly body: readonly { readonly id?: string }[] };
    expect(wrongIn(form, asked)).toEqual([]);
    const ids = asked.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ask about a wrong number, a crash and a wish, and want no respondents', () => {
    expect(forms.sort()).toEqual(['crash.yml', 'wish.yml', 'wrong-number.yml']);
    for (const name of ['crash.yml', 'wrong-number.yml'])
      expect(read(`.github/ISSUE_TEMPLATE/${name}`)).toContain('no answers of real respondents');
  });
});
