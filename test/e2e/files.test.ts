// What the command line reads is never written over, what a person made is replaced only when said, and what fails says so. The first cases
// are a01, a09 and a20 of the collection "Small inputs that go wrong"; the others are of the same kinds.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';
import { callIn, type Called } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());
/** In this process, where only files are looked at; pipes, devices, signals and full disks meet the built program. */
const called = (...args: string[]): Promise<Called> => callIn(folder.path, ...args);
const read = (...names: string[]): string => readFileSync(folder.at(...names), 'utf8');
const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const replication = 'study "Second" replicates "s.study"\ndata "second.csv" { id id  missing blank }\n';

describe('what was read', () => {
  const inputs = (): Record<string, string> => ({
    's.study':
      `${declared().replace('missing blank }', 'missing blank\n  join "towns.csv" on g\n}')}number km\n` +
      `${models}published "P" {\n  table "T" R.column.beta(row) from "printed.csv"\n}\n`,
    'd.csv': answers,
    'towns.csv': 'g,km\n1,5\n2,7\n3,9\n',
    'printed.csv': 'term,I\na,0.1\n',
    'second.study': replication,
    'second.csv': answers.replace('1,5,4,4', '1,4,4,4'),
  });

  it('is never written over, by any name, with or without --force', async () => {
    const files = inputs();
    folder.write(files);
    folder.write({ 'below/note.txt': '' });
    symlinkSync('d.csv', folder.at('link.txt'));
    linkSync(folder.at('d.csv'), folder.at('hard.json'));
    linkSync(folder.at('s.study'), folder.at('spec.html'));
    symlinkSync('../towns.csv', folder.at('below/towns.txt'));
    symlinkSync('.', folder.at('here'));
    const all = [
      'd.csv',
      's.study',
      'towns.csv',
      'printed.csv',
      './below/../d.csv',
      folder.at('d.csv'),
      'here/here/d.csv',
      'link.txt',
      'hard.json',
      'spec.html',
      'below/towns.txt',
    ];
    const calls: readonly (readonly [command: readonly string[], outputs: readonly string[]])[] = [
      [['run', 's.study', '--force'], all],
      [
        ['run', 's.study'],
        ['d.csv', 'hard.json'],
      ],
      [
        ['audit', 's.study', '--force'],
        ['d.csv', 'spec.html', 'printed.csv'],
      ],
      [
        ['run', 'second.study', '--force'],
        ['s.study', 'second.study', 'second.csv'],
      ],
      [
        ['compare', 's.study', 'second.study', '--force'],
        ['d.csv', 'second.study', 'second.csv', 'hard.json', 'below/towns.txt'],
      ],
      [
        ['replicate', 's.study', 'second.csv', '--force'],
        ['s.study', 'second.csv', 'd.csv'],
      ],
      [['replicate', 's.study', 'd.csv', '--codebook', 'towns.csv', '--force'], ['towns.csv']],
    ];
    for (const [command, outputs] of calls) {
      for (const output of outputs) {
        const { code, err } = await called(...command, '-o', output);
        expect(`${code} ${err}`, `${command.join(' ')} -o ${output}`).toMatch(/^1 error: ".*" is an input/u);
        expect(err).toContain(`"${output}"`);
      }
    }
    for (const [name, text] of Object.entries(files)) expect(read(name), name).toBe(text);
  }, 240_000);

  it('is not written over where it lies in the folder of the report', async () => {
    folder.write({ 'o/s.study': declared('data-problems.csv'), 'o/data-problems.csv': answers });
    for (const force of [[], ['--force']]) {
      const { code, err } = await called('run', 'o/s.study', '--out', 'o', ...force);
      expect(`${code} ${err}`).toMatch(/^1 error: ".*data-problems\.csv" is an input/u);
    }
    expect(folder.files()).toEqual(['o/data-problems.csv', 'o/s.study']);
    expect(read('o/data-problems.csv')).toBe(answers);
  });

  it('is what the digests are of, wherever it came from and whatever becomes of it', async () => {
    const other = answers.replace('2,3,1,3,2,11.75,1', '2,3,1,3,2,11.75,2');
    const digests = (out: string): Record<string, string> => (JSON.parse(out) as { inputs: Record<string, string> }).inputs;
    folder.write({ 's.study': declared('pipe') + models, 'd.csv': answers, 'other.csv': other, 't.study': declared() + models });
    expect(folder.shell('mkfifo pipe').code).toBe(0);
    const direct = folder.studyspec('run', 't.study', '--json');
    expect(digests(direct.out)).toEqual({ 't.study': sha(declared() + models), 'd.csv': sha(answers) });
    // A pipe gives its content once: whoever reads it again gets something else, or waits for ever.
    const piped = folder.shell(
      '(cat d.csv > pipe; sleep 0.3; exec cat other.csv > pipe) > /dev/null 2>&1 & $S run s.study --json; status=$?; kill -9 $!; ' +
        'exit $status',
    );
    expect(piped.code).toBe(direct.code);
    expect(digests(piped.out)).toEqual({ 's.study': sha(declared('pipe') + models), pipe: sha(answers) });
    const numbers = (out: string): unknown => (JSON.parse(out) as { quantities: unknown }).quantities;
    expect(numbers(piped.out)).toEqual(numbers(direct.out));
    // Gone as soon as it was read.
    folder.write({ 'u.study': declared('gone.csv') + models, 'gone.csv': answers });
    const gone = folder.shell('mkfifo late; (cat u.study > late; rm gone.csv) > /dev/null 2>&1 & $S run late --json');
    expect(gone.err).not.toContain('internal error');
    folder.write({ 'v.study': '\ufeff' + declared() });
    expect(digests(folder.studyspec('run', 'v.study', '--json').out)['v.study']).toBe(sha('\ufeff' + declared()));
  });

  it('comes out of a substituted process too', () => {
    folder.write({ 'd.csv': answers });
    const { code, out } = folder.shell(
      `$S query <(printf '%s' "$SPEC") I.n`.replace('"$SPEC"', `'${(declared('d.csv')).replace('d.csv', folder.at('d.csv'))}'`),
    );
    expect([code, out.trim()]).toEqual([0, '40']);
  });
});

describe('another file', () => {
  it('is replaced only with --force, and then whole', async () => {
    folder.write({
      's.study': declared() + models,
      'd.csv': answers,
      'second.study': replication,
      'second.csv': answers,
      'mine.txt': 'a letter',
      'mine.json': '{}',
      'mine.html': '<p>',
      'mine.study': 'study "M"',
    });
    symlinkSync('nowhere.txt', folder.at('dangling.txt'));
    const commands = [
      ['run', 's.study', '-o', 'mine.txt'],
      ['run', 's.study', '-o', 'mine.html'],
      ['run', 's.study', '-o', 'dangling.txt'],
      ['audit', 's.study', '-o', 'mine.json'],
      ['compare', 's.study', 'second.study', '--replications', '5', '-o', 'mine.txt'],
      ['replicate', 's.study', 'second.csv', '-o', 'mine.study'],
    ];
    const before = new Map(['mine.txt', 'mine.json', 'mine.html', 'mine.study'].map((name) => [name, read(name)]));
    for (const command of commands) {
      const { code, err } = await called(...command);
      expect(code, command.join(' ')).toBe(1);
      expect(err, command.join(' ')).toMatch(/^error: ".*" exists already; nothing was written\. --force replaces it\.\n$/u);
    }
    for (const [name, text] of before) expect(read(name)).toBe(text);
    expect(lstatSync(folder.at('dangling.txt')).isSymbolicLink()).toBe(true);
    for (const command of commands) expect((await called(...command, '--force')).err, command.join(' ')).not.toContain('error:');
    for (const [name, text] of before) expect(read(name)).not.toBe(text);
    expect(read('mine.html')).toMatch(/^<!doctype html>/u);
    expect(JSON.parse(read('mine.json'))).toMatchObject({ version: 1 });
  });

  it('that is protected stays', async () => {
    folder.write({ 's.study': declared(), 'd.csv': answers, 'r.txt': 'kept', 'f.study': 'study   "S"\n' });
    for (const name of ['r.txt', 'f.study']) chmodSync(folder.at(name), 0o444);
    expect(await called('run', 's.study', '-o', 'r.txt', '--force')).toMatchObject({
      code: 1,
      err: expect.stringContaining('write-protected') as string,
    });
    expect(await called('fmt', 'f.study')).toMatchObject({ code: 1, err: expect.stringContaining('write-protected') as string });
    expect([read('r.txt'), read('f.study')]).toEqual(['kept', 'study   "S"\n']);
  });

  it('is of a kind that is written, or it is a wrong call that names the kinds there are', async () => {
    folder.write({ 's.study': declared(), 'd.csv': answers, 'second.study': replication, 'second.csv': answers });
    for (const command of [
      ['run', 's.study'],
      ['audit', 's.study'],
      ['compare', 's.study', 'second.study'],
    ]) {
      for (const ending of command[0] === 'run' ? ['odt', 'pdf', 'sav', 'study', 'rtf', 'ODT'] : ['odt', 'sav']) {
        const { code, err } = await called(...command, '-o', `r.${ending}`);
        expect(`${code} ${err}`, `${command.join(' ')} ${ending}`).toMatch(/^2 error: .* does not write .*\.txt.*\.json.*\.html/u);
      }
    }
    for (const ending of ['csv', 'txt', 'html'])
      expect(await called('replicate', 's.study', 'second.csv', '-o', `r.${ending}`)).toMatchObject({
        code: 2,
        err: expect.stringContaining('.study') as string,
      });
    for (const contradiction of [
      ['-o', 'r.html', '--format', 'json'],
      ['-o', 'r.json', '--format', 'text'],
      ['--json', '--format', 'html'],
    ])
      for (const command of [
        ['run', 's.study'],
        ['audit', 's.study'],
        ['compare', 's.study', 'second.study'],
      ])
        expect((await called(...command, ...contradiction)).code).toBe(2);
    expect(folder.files()).toEqual(['d.csv', 's.study', 'second.csv', 'second.study']);
    for (const [name, begins] of [
      ['a.txt', 'S\n'],
      ['b.JSON', '{'],
      ['c.htm', '<!doctype'],
      ['d.MD', '# S'],
      ['noending', 'S\n'],
    ] as const) {
      await called('run', 's.study', '-o', name);
      expect(read(name).startsWith(begins), name).toBe(true);
    }
    for (const command of [
      ['audit', 's.study'],
      ['compare', 's.study', 'second.study', '--replications', '5'],
    ]) {
      await called(...command, '-o', `${command[0]}.html`);
      expect(read(`${command[0]}.html`)).toMatch(/^<!doctype html>/u);
    }
  }, 240_000);
});

describe('a folder', () => {
  const run = (spec: string, ...more: string[]): Promise<Called> => called('run', spec, '--out', 'o', '--no-word', ...more);

  it('keeps no picture of what is gone, and everything that a person put or changed there', async () => {
    folder.write({ 'a.study': declared() + models, 'c.study': declared(), 'd.csv': answers });
    expect((await run('a.study')).code).toBe(0);
    const first = folder.files();
    expect(first).toContain('o/figures/C-means-plot.svg');
    expect(first).toContain('o/figures/R-coefficient-plot.svg');
    folder.write({ 'o/figures/mine.svg': '<svg/>', 'o/letter.txt': 'Dear', 'o/figures/R-coefficient-plot.svg': 'redrawn by hand' });
    const second = await run('c.study');
    expect(second.code).toBe(0);
    expect(second.err).toMatch(/Removed.*C-means-plot\.svg/u);
    expect(second.err).toMatch(/Left.*R-coefficient-plot\.svg/u);
    expect(folder.files()).toEqual(
      [...first.filter((file) => !file.includes('C-means-plot')), 'o/figures/mine.svg', 'o/letter.txt'].sort(),
    );
    expect(read('o/figures/R-coefficient-plot.svg')).toBe('redrawn by hand');
    // It is a person's now, whatever is forced.
    expect((await run('c.study', '--force')).code).toBe(0);
    expect(read('o/figures/R-coefficient-plot.svg')).toBe('redrawn by hand');
    expect(await run('a.study')).toMatchObject({ code: 1, err: expect.stringContaining('figures/R-coefficient-plot.svg') as string });
    expect((await run('a.study', '--force')).code).toBe(0);
    expect(read('o/figures/R-coefficient-plot.svg')).toContain('<svg');
    for (const name of ['o/figures/mine.svg', 'o/letter.txt']) expect(existsSync(folder.at(name)), name).toBe(true);
  });

  it('is not touched at all when one file in it is somebody’s', async () => {
    folder.write({ 's.study': declared(), 'd.csv': answers, 'o/report.html': 'my own page' });
    const before = folder.files();
    expect(await run('s.study')).toMatchObject({ code: 1, err: expect.stringContaining('report.html') as string });
    expect(folder.files()).toEqual(before);
    expect((await run('s.study', '--force')).code).toBe(0);
    expect((await run('s.study')).code).toBe(0);
    writeFileSync(folder.at('o/report.txt'), `${read('o/report.txt')}A remark.\n`);
    folder.write({ 's.study': declared() + models });
    const html = read('o/report.html');
    expect(await run('s.study')).toMatchObject({ code: 1, err: expect.stringContaining('report.txt') as string });
    expect(read('o/report.html')).toBe(html);
    expect(read('o/report.txt')).toMatch(/A remark\.\n$/u);
  });

  it('believes no list that leads elsewhere, and begins anew where the list is damaged', async () => {
    folder.write({
      's.study': declared(),
      'd.csv': answers,
      'precious.txt': 'precious',
      'o/kept.svg': 'kept',
      'o/figures/kept.txt': 'kept',
    });
    const listed = [
      '../precious.txt',
      folder.at('precious.txt'),
      'kept.svg',
      'figures/kept.txt',
      'figures/../../precious.txt',
      '__proto__',
    ].map((name) => ({ name, sha256: [sha('precious'), sha('kept')] }));
    for (const list of [
      JSON.stringify({ files: listed }),
      '{"files": [',
      '[]',
      '{"files": {"a": 1}}',
      '{"files": [null, 5, {"name": "report.html", "sha256": "x"}]}',
      '',
    ]) {
      folder.write({ 'o/.studyspec-files.json': list });
      expect((await run('s.study', '--force')).code, list).toBe(0);
      for (const name of ['precious.txt', 'o/kept.svg', 'o/figures/kept.txt']) expect(read(name)).toMatch(/precious|kept/u);
    }
    expect((await run('s.study')).code).toBe(0);
  });

  it('lists the same bytes for the same report', async () => {
    folder.write({ 's.study': declared() + models, 'd.csv': answers });
    await called('run', 's.study', '--out', 'o');
    const first = read('o/.studyspec-files.json');
    await called('run', 's.study', '--out', 'o');
    expect(read('o/.studyspec-files.json')).toBe(first);
    await called('run', 's.study', '--out', 'p');
    expect(read('p/.studyspec-files.json')).toBe(first);
    const { files } = JSON.parse(first) as { files: { name: string; sha256: string[] }[] };
    for (const { name, sha256 } of files) expect(sha256).toEqual([sha(readFileSync(folder.at('o', name)))]);
  });

  it('is left whole by a run that was killed, and the next one goes on without --force', async () => {
    folder.write({ 's.study': declared() + models, 'other.study': declared(), 'd.csv': answers });
    await run('other.study');
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      for (let delay = 100; delay <= 700; delay += 150) {
        const child = folder.start('run', delay % 300 === 100 ? 'other.study' : 's.study', '--out', 'o', '--no-word');
        const timer = setTimeout(() => {
          child.kill(signal);
        }, delay);
        await child.ended;
        clearTimeout(timer);
        expect(JSON.parse(read('o/results.json'))).toMatchObject({ version: 2 });
        expect(read('o/report.html')).toMatch(/<\/html>\n$/u);
      }
    }
    // What a kill left is removed, and nothing else that begins with a dot.
    folder.write({
      'o/.report.html.studyspec-999999999-0.tmp': 'half',
      'o/.gitignore': '*',
      'o/.other.studyspec-999999999-0.tmp': 'of another file',
    });
    expect(await run('s.study')).toMatchObject({ code: 0 });
    expect(
      readdirSync(folder.at('o'))
        .filter((name) => name.startsWith('.'))
        .sort(),
    ).toEqual(['.gitignore', '.other.studyspec-999999999-0.tmp', '.studyspec-files.json']);
  }, 240_000);
});

describe('what cannot be written', () => {
  beforeEach(() => {
    folder.write({ 's.study': declared() + models, 'd.csv': answers });
  });

  it('on a full disk ends with 1 and a sentence', () => {
    for (const command of [
      ['run', 's.study'],
      ['run', 's.study', '--json'],
      ['run', 's.study', '--format', 'html'],
      ['check', 's.study'],
      ['check', 's.study', '--json'],
      ['query', 's.study', 'I.n'],
      ['audit', 's.study'],
      ['explain'],
      ['explain', 'SS201'],
      ['fmt', '--help'],
      ['--version'],
      ['--help'],
      ['replicate', 's.study', 'd.csv'],
    ]) {
      const { code, err } = folder.into('/dev/full', ...command);
      expect(`${code} ${err}`, command.join(' ')).toContain('1 ');
      expect(
        err.match(/error: The output could not be written: the disk is full \(ENOSPC\); make room on it, or write to another one\.\n/gu),
        command.join(' '),
      ).toHaveLength(1);
      expect(err).not.toContain('internal error');
    }
    expect(folder.studyspec('run', 's.study', '-o', '/dev/full')).toMatchObject({
      code: 1,
      err: 'error: "/dev/full" cannot be written: the disk is full (ENOSPC); make room on it, or write to another one.\n',
    });
  }, 120_000);

  it('leaves what was there, wherever writing stopped', () => {
    folder.studyspec('run', 's.study', '--out', 'o', '--no-word');
    folder.studyspec('run', 's.study', '-o', 'r.html');
    const before = folder.files().map((name) => `${name} ${sha(read(name))}`);
    const hidden = readdirSync(folder.at('o'));
    folder.write({ 's.study': declared() });
    // A limit of 20 kB a file stands for a disk that fills up in the middle of one.
    for (const command of ['run s.study --out o --no-word', 'run s.study --out o --no-word --force', 'run s.study -o r.html --force']) {
      const { code, err } = folder.shell(`trap '' XFSZ; ulimit -f 20; $S ${command}`);
      expect(`${code} ${err}`, command).toMatch(/^1 error: ".*" cannot be written: it would be larger than this account may write\.\n$/u);
    }
    expect(
      folder
        .files()
        .filter((name) => name !== 's.study')
        .map((name) => `${name} ${sha(read(name))}`),
    ).toEqual(before.filter((line) => !line.startsWith('s.study')));
    expect(readdirSync(folder.at('o'))).toEqual(hidden);
    expect(folder.studyspec('run', 's.study', '--out', 'o', '--no-word').code).toBe(0);
    // The same for stdout in a file, where a short write must not pass for a whole one.
    const cut = folder.shell("trap '' XFSZ; ulimit -f 2; $S run s.study --format html > cut.html");
    expect(`${cut.code} ${cut.err}`).toMatch(/^1 error: The output could not be written/u);
  }, 120_000);

  it('into a pipe that closed ends quietly', () => {
    for (const command of ['run s.study', 'run s.study --json', 'explain', 'check s.study']) {
      const { code, err } = folder.shell(`$S ${command} | head -c 1 > first; exit \${PIPESTATUS[1]}`);
      // What a run says of its problems goes to the other stream, and is no complaint about the pipe.
      expect([code, err.replace(/^\n\d+ (?:notes?|warnings?)[^\n]*\n$/u, '')]).toEqual([0, '']);
    }
  });

  it('is told for folders, and for files where a folder should be', () => {
    mkdirSync(folder.at('dir.txt'));
    expect(folder.studyspec('run', 's.study', '-o', 'dir.txt', '--force')).toMatchObject({
      code: 1,
      err: expect.stringContaining('it is a folder') as string,
    });
    expect(folder.studyspec('run', 's.study', '--out', 'd.csv')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is a file of that name') as string,
    });
    expect(folder.studyspec('run', 's.study', '-o', 'no/such/r.txt')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such folder') as string,
    });
    expect(folder.studyspec('run', 's.study', '--out', '/proc/no/such').code).toBe(1);
    expect(read('d.csv')).toBe(answers);
  });
});

describe('devices and pipes', () => {
  it('without an end are not read, as spec, data, join, table, codebook or what is formatted', () => {
    folder.write({ 'd.csv': answers, 's.study': declared() });
    for (const device of ['/dev/zero', '/dev/random', '/dev/urandom', '/dev/full', '/dev/tty'].filter((path) => existsSync(path))) {
      folder.write({
        'data.study': declared(device),
        'join.study': declared().replace('missing blank }', `missing blank\n  join "${device}" on g\n}`),
        'table.study': `${declared()}published "P" {\n  table "T" I.mean(row) from "${device}"\n}\n`,
        'map.study': `study "T" replicates "${device}"\n`,
      });
      const commands = [
        ['check', device],
        ['run', device],
        ...['data', 'join', 'table', 'map'].flatMap((name) => [
          ['check', `${name}.study`],
          ['run', `${name}.study`],
        ]),
        ['replicate', 's.study', device],
        ['replicate', 's.study', 'd.csv', '--codebook', device],
        ['fmt', device],
        ['query', device],
        ['audit', device],
        ['compare', device, 's.study'],
      ];
      for (const command of device === '/dev/zero' ? commands : commands.slice(2, 3)) {
        const { code, out, err } = folder.studyspec(...command);
        expect(code, command.join(' ')).toBe(1);
        expect(out + err, command.join(' ')).toContain(device);
        expect(out + err).not.toContain('internal error');
      }
      expect(folder.studyspec('check', 'data.study').out).toContain('it is a device');
    }
  }, 240_000);

  it('that nobody writes to, or reads, hold a command for a while only', async () => {
    folder.write({ 'd.csv': answers, 's.study': declared('pipe'), 't.study': declared() });
    folder.shell('mkfifo pipe out.txt');
    const [unread, data, spec] = await Promise.all([
      folder.start('run', 't.study', '-o', 'out.txt').ended,
      folder.start('check', 's.study').ended,
      folder.start('check', 'pipe').ended,
    ]);
    expect(data).toMatchObject({ code: 1, out: expect.stringContaining('it is a pipe that nobody writes to') as string });
    expect(spec).toMatchObject({ code: 1, out: expect.stringContaining('it is a pipe that nobody writes to') as string });
    expect(unread).toMatchObject({ code: 1, err: expect.stringContaining('it is a pipe that nobody reads') as string });
  });

  it('that never end are given up', () => {
    folder.write({ 's.study': declared('pipe') });
    const { code, out } = folder.shell('mkfifo pipe; yes 1,2,3,4 > pipe 2> /dev/null & $S check s.study');
    expect([code, /it is a pipe that sent more than 512 MiB/u.test(out)]).toEqual([1, true]);
  });

  it('that take what is written get it, also slowly', () => {
    folder.write({ 'd.csv': answers, 's.study': declared() });
    expect(folder.studyspec('run', 's.study', '-o', '/dev/null')).toMatchObject({ code: 0 });
    const { out } = folder.shell(
      'mkfifo out.html; $S run s.study -o out.html & sleep 1; (read -r line; echo "$line"; sleep 1; cat) < out.html; wait',
    );
    folder.studyspec('run', 's.study', '-o', 'direct.html');
    expect(out).toBe(read('direct.html'));
  });
});
