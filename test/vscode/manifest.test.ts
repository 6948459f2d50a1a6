// The extension's manifest against its sources: what is contributed exists, and everything has a Chinese side.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REJECTED, rejectedIn } from '../support/rejected-terms.ts';

const root = fileURLToPath(new URL('../../packages/vscode/', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const json = <T>(name: string): T => JSON.parse(read(name)) as T;

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly version: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
    readonly virtualWorkspaces: { readonly supported: string };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>>;
    readonly submenus: readonly { readonly id: string; readonly label: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly languages: readonly { readonly configuration: string; readonly icon: Readonly<Record<string, string>> }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: Readonly<Record<string, string>>;
        readonly description: string;
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
}
const manifest = json<Manifest>('package.json');
const english = json<Record<string, string>>('package.nls.json');
const chinese = json<Record<string, string>>('package.nls.zh-cn.json');
const bundle = json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => read(join('src', name)));
/** What stands in the place of `%key%`, in each language. */
const inBoth = (text: string): string[] => {
  const key = /^%([\w.]+)%$/u.exec(text)?.[1];
  return key === undefined ? [text] : [english[key]!, chinese[key]!];
};
const commands = manifest.contributes.commands.map(({ command }) => command);

describe('commands', () => {
  const registeredIn = (name: string): string[] =>
    [...read(`src/commands/${name}.ts`).matchAll(/^ {4,6}'(studyspec\.\w+)':/gmu)].map((match) => match[1]!);
  const everywhere = registeredIn('commands');
  const onMachine = registeredIn('on-machine');
  const inBrowser = registeredIn('in-browser');
  const ofMachineAlone = onMachine.filter((one) => !inBrowser.includes(one));
  it('are contributed and registered alike', () => {
    expect([...commands].sort()).toEqual([...everywhere, ...onMachine].sort());
    expect(inBrowser.filter((one) => !onMachine.includes(one))).toEqual([]);
    expect(ofMachineAlone.length).toBeGreaterThan(8);
  });
  it('that only a machine executes are offered nowhere else, and all others in a browser too', () => {
    const { menus } = manifest.contributes;
    const here = '!studyspec.inBrowser && (!isWeb || remoteName)';
    const entries = Object.entries(menus).flatMap(([menu, list]) => list.map((one) => ({ menu, ...one })));
    // What stands in the submenu is where the submenu is.
    const wrong = entries.filter(
      ({ menu, command, submenu, when = '' }) =>
        menu !== 'studyspec.export' &&
        when.includes(here) !== (submenu === 'studyspec.export' || (command !== undefined && ofMachineAlone.includes(command))),
    );
    expect(wrong).toEqual([]);
    const palette = menus['commandPalette']!.map(({ command }) => command);
    expect(ofMachineAlone.filter((one) => !palette.includes(one))).toEqual([]);
    expect(menus['studyspec.export']!.filter(({ command }) => !ofMachineAlone.includes(command!))).toEqual([]);
    expect(manifest.contributes.submenus.map(({ id }) => id)).toEqual(['studyspec.export']);
  });
  it('are all that menus, keys and the walkthrough name', () => {
    const { menus, keybindings, walkthroughs } = manifest.contributes;
    const steps = walkthroughs.flatMap((one) => one.steps);
    const named = [
      ...Object.values(menus)
        .flat()
        .flatMap(({ command }) => command ?? []),
      ...keybindings.map(({ command }) => command).filter((name) => name !== 'focusAndAcceptSuggestion'),
      ...steps.flatMap(({ completionEvents }) => completionEvents ?? []).map((event) => event.replace('onCommand:', '')),
      ...[english, chinese].flatMap((words) =>
        Object.values(words).flatMap((text) => [...text.matchAll(/command:(studyspec\.\w+)/gu)].map((match) => match[1]!)),
      ),
    ];
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });
});

describe('words', () => {
  const keys = [...read('package.json').matchAll(/"%([\w.]+)%"/gu)].map((match) => match[1]!);
  it('of the manifest exist in both languages, and no others do', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(keys)].sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });
  it('of the manifest are Chinese on the Chinese side', () => {
    expect(
      Object.entries(chinese)
        .filter(([key, text]) => key !== 'displayName' && key !== 'snippets.path' && !/\p{Script=Han}/u.test(text))
        .map(([key]) => key),
    ).toEqual([]);
  });
  it('of the running extension are in the Chinese bundle, with the same places to fill, and no others are', () => {
    const used = new Set(sources.flatMap((text) => [...text.matchAll(/l10n\.t\('((?:\\.|[^'\\])*)'/gu)].map((match) => match[1]!)));
    expect(used.size).toBeGreaterThan(25);
    expect(Object.keys(bundle).sort()).toEqual([...used].sort());
    const holes = (text: string): string[] => [...text.matchAll(/\{\d\}/gu)].map((match) => match[0]).sort();
    expect(Object.entries(bundle).filter(([key, text]) => holes(key).join() !== holes(text).join())).toEqual([]);
  });
  it('use the glossary’s terms, and the punctuation of Chinese', () => {
    const texts = [
      ...Object.entries(chinese).map(([key, text]) => ({ where: key, text })),
      ...Object.entries(bundle).map(([key, text]) => ({ where: key, text })),
      ...readdirSync(join(root, 'walkthrough')).map((name) => ({ where: name, text: read(join('walkthrough', name)) })),
    ];
    expect(rejectedIn(texts, [...REJECTED, [/个样本/u, '个案 … 个'], [/(?<!语言)服务器/u, '语言服务器'], [/数字/u, '数值']])).toEqual([]);
    // Links and what is typed are as they are.
    const prose = texts.map(({ where, text }) => ({
      where,
      text: text.replaceAll(/\]\([^)]*\)/gu, ']').replaceAll(/```[^`]*```|`[^`]*`/gu, '`'),
    }));
    const wrong = /\p{Script=Han}(?:[,;:?!()]|[A-Za-z0-9{`])|[A-Za-z0-9}`]\p{Script=Han}|[,;:?!()]\p{Script=Han}/u;
    expect(prose.filter(({ text }) => wrong.test(text))).toEqual([]);
  });
  it('are never put together without l10n in a message', () => {
    expect(sources.filter((text) => /show(?:Information|Warning|Error)Message\(['`]/u.test(text))).toEqual([]);
  });
});

describe('typing', () => {
  it(
    'chooses nothing by itself: Enter is a new line, Tab takes what is offered, and words that are no words of the language are ' +
      'not offered',
    () => {
      const { configurationDefaults, keybindings } = manifest.contributes;
      expect(configurationDefaults['[studyspec]']).toMatchObject({
        'editor.suggest.selectionMode': 'never',
        'editor.wordBasedSuggestions': 'off',
        'editor.snippetSuggestions': 'none',
      });
      expect(keybindings.find(({ command }) => command === 'focusAndAcceptSuggestion')).toMatchObject({
        key: 'tab',
        when: expect.stringContaining('!suggestWidgetHasFocusedSuggestion'),
      });
    },
  );
});

describe('settings', () => {
  it('are few, explained, and those that the sources read', () => {
    const { properties } = manifest.contributes.configuration;
    expect(Object.keys(properties)).toEqual([
      'studyspec.inlayValues.enabled',
      'studyspec.codeLens.enabled',
      'studyspec.preview.followCursor',
      'studyspec.server.path',
      'studyspec.trace.server',
    ]);
    expect(
      Object.values(properties).filter(({ markdownDescription }) => (english[markdownDescription.replaceAll('%', '')] ?? '').length < 30),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('that the manifest and the README name are there', () => {
    const { languages, grammars, snippets, walkthroughs } = manifest.contributes;
    const named = [
      manifest.icon,
      ...languages.flatMap(({ configuration, icon }) => [configuration, ...Object.values(icon)]),
      ...grammars.map(({ path }) => path),
      ...snippets.flatMap(({ path }) => inBoth(path)),
      ...walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ media }) =>
          Object.entries(media)
            .filter(([kind]) => kind !== 'altText')
            .flatMap(([, path]) => (path.endsWith('.md') ? [path, path.replace(/md$/u, 'nls.zh-cn.md')] : [path])),
        ),
      ),
      ...[...read('README.md').matchAll(/\]\((images\/[^)]+)\)/gu)].map((match) => match[1]!),
    ];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(12);
  });
  it('hold pictures of at most 250 KB', () => {
    expect(readdirSync(join(root, 'images')).filter((name) => readFileSync(join(root, 'images', name)).length > 250 * 1024)).toEqual([]);
  });
});

describe('trust', () => {
  it('a workspace that is not trusted gets a part, and names no program', () => {
    expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: ['studyspec.server.path'],
    });
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe('limited');
  });
  it('the page of the preview loads nothing from elsewhere', () => {
    const page = read('src/preview/page.ts');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/unsafe-inline|unsafe-eval|https?:/u);
    for (const source of sources) expect(source).not.toMatch(/https?:\/\//u);
  });
});

describe('the language configuration', () => {
  const configuration = json<{
    wordPattern: { pattern: string; flags: string };
    indentationRules: Record<string, { pattern: string; flags: string }>;
    onEnterRules: { beforeText: { pattern: string; flags: string } | string }[];
  }>('language-configuration.json');
  const regex = ({ pattern, flags }: { pattern: string; flags: string }): RegExp => new RegExp(pattern, flags);
  it('takes Chinese and quoted names as words', () => {
    const word = new RegExp(configuration.wordPattern.pattern, `${configuration.wordPattern.flags}g`);
    expect('of 收入满意度, `所在 县`, eco_cost = -0.3'.match(word)).toEqual(['of', '收入满意度', '`所在 县`', 'eco_cost', '-0.3']);
  });
  it('indents behind an open brace, whatever the labels hold', () => {
    const more = regex(configuration.indentationRules['increaseIndentPattern']!);
    for (const line of ['index i {', 'category 性别 "性别" ｛', 'data "a.csv" { // why', 'dimension d "a { b" on s {'])
      expect(more.test(line), line).toBe(true);
    for (const line of ['// {', 'scale s 1..5 "a {"', 'category c { a = 1 }', 'keep 4', 'indicator a "x" // see {'])
      expect(more.test(line), line).toBe(false);
    expect(regex(configuration.indentationRules['decreaseIndentPattern']!).test('  ｝')).toBe(true);
  });
});
